"""What a merge does in the clusters: contract section 3, argo-cd.md sections 4-5 and 8, kubernetes.md section 3.

effects(base, head, version) gives {identity: (effect, data fate)}; claims a StatefulSet makes are among them.
"""
from reading import ARGO, Id, content, in_effect, manifests, render
from statuses import Match

ORDER = ["pruned", "cascade-deleted", "recreated", "prune-pending", "blocked", "orphaned", "adopted", "kept", "created",
         "updated"]
FATES = ["lost", "at-risk", "retained", "kept", "none"]
DELETED = ("pruned", "cascade-deleted")

CRD = ("apiextensions.k8s.io", "CustomResourceDefinition")
CLAIM = ("", "PersistentVolumeClaim")
DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class"
STATEFUL = {("", "Namespace"), CRD, CLAIM, ("", "Secret"), ("apps", "StatefulSet"), ("", "PersistentVolume"),
            ("storage.k8s.io", "StorageClass")}


def worst(fates):
    return min(fates, key=FATES.index, default="none")


def option(text, name):
    """The value of a sync option in a comma list, compared exactly (argo-cd.md 5)."""
    values = [o.strip().partition("=")[2] for o in text.split(",") if o.strip().partition("=")[0] == name]
    return values[-1] if values else None


def annotation(manifest, name):
    return (manifest["metadata"].get("annotations") or {}).get(name, "")


def setting(contenders, application, name, version):
    """Prune or Delete as it holds for a live object: its own value, else its Application's where Argo CD knows that.

    Where it is open which declaration is live, only what all of them say protects."""
    values = {one_setting(manifest, application, name, version) for manifest in contenders}
    if len(values) == 1:
        return values.pop()
    return "confirm" if values <= {"false", "confirm"} else None


def one_setting(manifest, application, name, version):
    own = option(annotation(manifest, "argocd.argoproj.io/sync-options"), name)
    if own is not None or not version or version < (3, 4):
        return own
    levels = [o.partition("=")[2] for o in application.options  # each item is one option
              if o in (f"{name}=true", f"{name}=false", f"{name}=confirm")]
    return levels[-1] if levels else None


class Effects:
    def __init__(self, base, head, version):
        self.base, self.head, self.version = base, head, version
        self.was = {a.id: a for a in base.applications}
        self.now = {a.id: a for a in head.applications}
        self.result, self.races = {}, set()
        for _ in range(30):  # an Application's or a Namespace's end is the cause of others
            before, self.result = self.result, {}
            self.known, self.raced, self.races = before, self.races, set()
            self.all_objects()
            self.namespaces_and_definitions()
            self.claims()
            if self.result == before:
                break

    def add(self, id, effect, fate):
        old_effect, old_fate = self.result.get(id, (effect, fate))
        self.result[id] = (min(old_effect, effect, key=ORDER.index), worst([old_fate, fate]))

    def live(self, id):
        """What runs now: the last that is read in base."""
        return in_effect(self.base.declarations[id])[-1].manifest

    def contenders(self, id, application=None):
        """What may run now; more than one where nobody can tell. An Application deletes what it applied last itself:
        then it is its own declaration that runs."""
        return [d.manifest for d in in_effect(self.base.declarations[id]) if application in (None, d.application)]

    def readers(self, reading, id):
        return {d.application for d in reading.declarations.get(id, []) if d.application}

    # Who deploys what

    def end_of(self, application):
        """The effect on an Application itself, as far as it ends its work: None while it stays."""
        effect = self.known.get(application, ("updated",))[0]
        return effect if application in self.was and effect not in ("updated", "created", "adopted") else None

    def is_alive(self, application):
        """Whether it works in head, by what head says."""
        return application in self.now and self.end_of(application) is None

    def all_objects(self):
        for id in self.base.declarations.keys() | self.head.declarations.keys():
            before = self.readers(self.base, id)
            if id not in self.base.declarations:
                self.add(id, "created", "none")
                continue
            left = {a: effect for a, effect in ((a, self.departure(a, id)) for a in sorted(before)) if effect}
            self.overtaken(id, before - left.keys())
            takers = {a for a in self.readers(self.head, id) if self.is_alive(a)}
            if left and takers and all(self.lacks_source(self.now[a]) for a in takers):
                takers, left = set(), {a: e if e in DELETED else "blocked" for a, e in left.items()}
            takers |= {a for a in before if self.end_of(a) in ("kept", "orphaned", "blocked") and
                       self.would_deploy(self.was[a], id)}
            if left and takers:
                for application, effect in left.items():
                    raced = self.fate_if_raced(id, application) if effect in DELETED else self.stays(id)
                    self.add(id, "adopted", raced)
                    if effect in DELETED:
                        self.races.add(id)
                if self.changes(id) and self.update(id)[0] != "updated":
                    self.add(id, *self.update(id))
            elif left:
                for application, effect in left.items():
                    self.add(id, effect, self.fate(id, effect, application=application))
            elif id not in self.head.declarations:
                if not before:
                    self.add(id, "pruned", self.fate(id, "pruned"))
            elif self.changes(id):
                self.add(id, *self.update(id))

    def changes(self, id):
        declared = self.head.declarations.get(id)
        return bool(declared) and Match(self.base.declarations[id], declared).content_changed()

    def update(self, id):
        """Another content is applied; without Force a change of an immutable field is refused (kubernetes.md 4)."""
        before = [d.manifest for d in in_effect(self.base.declarations[id])]
        after = [d.manifest for d in in_effect(self.head.declarations.get(id, []))]
        fresh = [a for a in after if not any(content(a) == content(b) for b in before)]
        refused = len(after) == 1 and any(immutable(b) != immutable(a) for b in before for a in fresh
                                         if not a["apiVersion"].startswith("extensions/"))
        force, replace = (self.is_set(id, option) for option in ("Force=true", "Replace=true"))
        if replace and id[1:3] in (CRD, ("", "Namespace")):  # updated in place
            force = False
        if force and (replace or refused):
            return "recreated", "kept" if id.kind == "Secret" else self.fate(id, "recreated")  # git has its content
        return "blocked" if refused else "updated", self.stays(id)

    def is_set(self, id, option):
        """An option of the object, live or wanted, or of an Application that deploys it (argo-cd.md 5)."""
        declared = in_effect(self.base.declarations[id]) + in_effect(self.head.declarations.get(id, []))
        texts = [annotation(d.manifest, "argocd.argoproj.io/sync-options") for d in declared]
        if any(option in [o.strip() for o in text.split(",")] for text in texts):
            return True
        return any(option in self.now[a].options for a in self.readers(self.head, id) if a in self.now)

    def overtaken(self, id, readers):
        """Objects of an Application that is deleted and made anew if who had it before is first (argo-cd.md 3, 4.3)."""
        for application in readers & self.raced:
            effect = self.after_deletion(self.was[application], id)
            if effect in ("cascade-deleted", "prune-pending"):
                self.add(id, effect, self.fate_if_raced(id, application))

    def departure(self, application, id):
        """What becomes of an object of an Application that does not deploy it any more; None while it does."""
        end, was = self.end_of(application), self.was[application]
        if end == "recreated" and not was.cascades:
            end = None  # made anew under its name, it manages on
        if end is None:
            if application in self.readers(self.head, id):
                return None
            now = self.now.get(application)
            if now is None:
                return None  # not known yet: its own end comes first
            if now.scope() != id.scope:
                return "orphaned"
            return self.leaves(now, id)
        lingering = None if self.would_deploy(was, id) else self.leaves(was, id)
        if end in DELETED:
            return self.after_deletion(was, id)
        if end == "recreated":
            deleted = self.after_deletion(was, id)
            return "recreated" if deleted == "cascade-deleted" else deleted
        if end == "prune-pending":
            deleted = self.after_deletion(was, id)
            deleted = "prune-pending" if deleted == "cascade-deleted" else deleted
            return min([deleted] + [lingering] * (lingering in ("pruned", "prune-pending")), key=ORDER.index)
        return lingering

    def would_deploy(self, application, id):
        """Whether an Application that still runs as base has it finds the object in head's files."""
        paths = render(application.sources, self.head.tree)
        return any(self.head._identity(m, application.scope(), application.namespace) == id
                   for path in paths for _, m in manifests(self.head.tree, path))

    def leaves(self, application, id):
        """4.1: the object is not in the Application's render any more."""
        prune = setting(self.contenders(id, application.id), application, "Prune", self.version)
        if id[1:3] == CRD:
            return "kept"  # 8: not tracked
        if self.sync_fails(application):
            return "blocked"
        if prune == "false":
            return "kept"
        if prune == "confirm" or not application.prunes:
            return "prune-pending"
        return "pruned"

    def lacks_source(self, application):
        return not all(any(p.startswith(source.path + "/") or not source.path for p in self.head.tree)
                       for source in application.sources)

    def sync_fails(self, application):
        if self.lacks_source(application):
            return True
        rendered = any(True for path in render(application.sources, self.head.tree)
                       for _ in manifests(self.head.tree, path))
        return not rendered and application.prunes and not application.allows_empty

    def after_deletion(self, application, id):
        """4.2: the Application is deleted."""
        if not application.cascades:
            return "orphaned"
        live = self.contenders(id, application.id)
        delete = setting(live, application, "Delete", self.version)
        keeps = all(annotation(manifest, "helm.sh/resource-policy") == "keep" for manifest in live)
        if id[1:3] == CRD or delete == "false" or keeps:
            return "kept"
        return "prune-pending" if self.waits(application) else "cascade-deleted"

    def waits(self, application):
        """4.2.6: a confirm on any object makes the whole deletion wait."""
        children = [self.contenders(id, application.id) for id in self.base.declarations if application.id in self.readers(self.base, id)]
        return any(setting(child, application, name, self.version) == "confirm"
                   for child in children for name in ("Prune", "Delete"))

    # Kubernetes' own cascades

    def namespaces_and_definitions(self):
        for id, (effect, _) in list(self.result.items()):
            if effect == "adopted" and id in self.races and id[1:3] == ("", "Namespace"):
                for other in self.base.declarations:
                    if other.scope == id.scope and other.namespace == id.name:
                        fate = self.fate(other, "pruned", with_namespace=True)
                        self.add(other, "cascade-deleted", "at-risk" if fate == "lost" else fate)
            if effect not in (*DELETED, "prune-pending"):
                continue
            inner = "prune-pending" if effect == "prune-pending" else "cascade-deleted"
            for other in self.base.declarations:
                if other.scope == id.scope and other != id and self.contains(id, other):
                    self.add(other, inner, self.fate(other, inner, with_namespace=id[1:3] == ("", "Namespace")))

    def contains(self, id, other):
        if id[1:3] == ("", "Namespace"):
            return other.namespace == id.name
        if id[1:3] == CRD:
            spec = self.live(id)["spec"]
            return other[1:3] == (spec["group"], spec["names"]["kind"])
        return False

    def claims(self):
        for id in [i for i in self.base.declarations if i[1:3] == ("apps", "StatefulSet")]:
            effect = self.result.get(id, (None,))[0]
            live = self.live(id)
            if effect == "updated":
                self.scale(id, live)
            if effect not in (*DELETED, "prune-pending", "recreated"):
                continue
            for claim, spec in self.made_claims(id, live):
                fate = self.claim_fate(claim, spec)
                namespace = self.result.get(Id(id.scope, "", "Namespace", "", id.namespace), ("",))[0]
                inner = "prune-pending" if effect == "prune-pending" else "cascade-deleted"
                if Id(id.scope, "", "Namespace", "", id.namespace) in self.races:
                    self.add(claim, "cascade-deleted", "at-risk" if fate == "lost" else fate)
                elif namespace in (*DELETED, "prune-pending"):
                    self.add(claim, "prune-pending" if namespace == "prune-pending" else "cascade-deleted", fate)
                elif retention(live) == "Delete":
                    self.add(claim, inner, fate)
                else:
                    self.add(claim, "kept", "kept")

    def scale(self, id, live):
        """Claims of ordinals that a set does not have any more; the policy that is applied with it decides."""
        after = in_effect(self.head.declarations[id])[-1].manifest
        left = {claim for claim, _ in self.made_claims(id, after)}
        for claim, spec in self.made_claims(id, live):
            if claim not in left:
                goes = retention(after, "whenScaled") == "Delete"
                self.add(claim, *("cascade-deleted", self.claim_fate(claim, spec)) if goes else ("kept", "kept"))

    def made_claims(self, id, live):
        spec = live["spec"]
        start = (spec.get("ordinals") or {}).get("start", 0)
        for template in spec.get("volumeClaimTemplates") or []:
            for ordinal in range(start, start + spec.get("replicas", 1)):
                name = f"{template['metadata']['name']}-{id.name}-{ordinal}"
                yield Id(id.scope, *CLAIM, id.namespace, name), template["spec"]

    # Data

    def stays(self, id):
        return "kept" if id[1:3] in STATEFUL else "none"

    def fate_if_raced(self, id, application):
        fate = self.fate(id, "pruned", application=application)
        return "at-risk" if fate == "lost" else fate

    def fate(self, id, effect, with_namespace=False, application=None):
        """What becomes of an object's data."""
        if id[1:3] not in STATEFUL:
            return "none"
        if effect not in (*DELETED, "prune-pending", "recreated"):
            return "kept"
        return worst(self.fate_of(id, live, with_namespace) for live in self.contenders(id, application))

    def fate_of(self, id, live, with_namespace):
        if id[1:3] == CLAIM:
            return self.claim_fate(id, live["spec"])
        if id.kind == "StatefulSet":
            if retention(live) != "Delete" and not with_namespace:
                return "kept"
            return worst([self.claim_fate(claim, spec) for claim, spec in self.made_claims(id, live)] or ["kept"])
        if id.kind == "PersistentVolume":
            return {"Delete": "lost"}.get(live["spec"].get("persistentVolumeReclaimPolicy"), "retained")
        return "kept" if id.kind == "StorageClass" else "lost"

    def claim_fate(self, id, spec):
        """By the volume that is bound in the tree, else by the class (kubernetes.md 3, risk order)."""
        volumes = self.all_of(id.scope, "", "PersistentVolume")
        for volume, manifests in volumes.items():
            claim = manifests[-1]["spec"].get("claimRef") or {}
            if volume == spec.get("volumeName") or (claim.get("namespace"), claim.get("name")) == id[3:]:
                policy = manifests[-1]["spec"].get("persistentVolumeReclaimPolicy", "Retain")
                return "lost" if policy == "Delete" else "retained"
        classes = self.all_of(id.scope, "storage.k8s.io", "StorageClass")
        name = spec.get("storageClassName")
        if name is None:
            name = next((n for n, m in classes.items() if annotation(m[-1], DEFAULT_CLASS) == "true"), None)
        if name not in classes:
            return "at-risk"
        return "retained" if classes[name][-1].get("reclaimPolicy") == "Retain" else "lost"

    def all_of(self, scope, group, kind):
        """name: manifests in effect in base, of a cluster-wide kind."""
        return {id.name: [d.manifest for d in in_effect(declared)] for id, declared in self.base.declarations.items()
                if id[:3] == (scope, group, kind)}


def immutable(manifest):
    spec = manifest.get("spec")
    if manifest["kind"] == "StatefulSet":
        names = ("serviceName", "selector", "volumeClaimTemplates", "podManagementPolicy")
        return {name: spec.get(name) for name in names}
    if manifest["kind"] == "Deployment":
        return spec["selector"]
    if manifest["kind"] == "PersistentVolume":
        return {name: spec.get(name) for name in ("csi", "volumeMode", "nodeAffinity")}
    if manifest["kind"] == "PersistentVolumeClaim":
        return {name: value for name, value in spec.items() if name != "resources"}
    if manifest["kind"] == "StorageClass":
        return manifest["provisioner"], manifest.get("reclaimPolicy", "Delete")
    return None


def retention(live, when="whenDeleted"):
    return (live["spec"].get("persistentVolumeClaimRetentionPolicy") or {}).get(when, "Retain")


def effects(base, head, version):
    return Effects(base, head, version).result


def has_open_fate(base, id):
    """Contested: nobody can tell which declaration's data it is about."""
    return len(in_effect(base.declarations.get(id, []))) > 1


def is_protection_open(base):
    """One Application spells an object in two groups, with other options: nobody can tell which of them are live."""
    for declared in base.declarations.values():
        effective = in_effect(declared)
        options = {(d.application, str(d.manifest["metadata"].get("annotations"))) for d in effective}
        if len(options) > len({d.application for d in effective}):
            return True
    return False
