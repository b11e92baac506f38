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
    levels = [o.partition("=")[2] for o in application.options if o.partition("=")[0] == name]  # each one option
    return levels[-1] if levels else None


class Effects:
    def __init__(self, base, head, version):
        self.base, self.head, self.version = base, head, version
        self.was = {a.id: a for a in base.applications}
        self.now = {a.id: a for a in head.applications}
        self.result = {}
        for _ in range(30):  # an Application's or a Namespace's end is the cause of others
            before, self.result = self.result, {}
            self.known = before
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
            left = [effect for effect in (self.departure(a, id) for a in before) if effect]
            takers = {a for a in self.readers(self.head, id) if self.is_alive(a)}
            takers |= {a for a in before if self.end_of(a) in ("kept", "orphaned", "blocked") and
                       self.would_deploy(self.was[a], id)}
            if left and takers:
                at_once = any(effect in DELETED for effect in left)
                self.add(id, "adopted", self.fate_if_raced(id) if at_once else self.stays(id))
                if self.update(id)[0] == "blocked":
                    self.add(id, *self.update(id))
            elif left:
                for effect in left:
                    self.add(id, effect, self.fate(id, effect))
            elif id not in self.head.declarations:
                if not before:
                    self.add(id, "pruned", self.fate(id, "pruned"))
            elif Match(self.base.declarations[id], self.head.declarations[id]).content_changed():
                self.add(id, *self.update(id))

    def update(self, id):
        """Another content is applied; without Force a change of an immutable field is refused (kubernetes.md 4)."""
        before = [d.manifest for d in in_effect(self.base.declarations[id])]
        after = [d.manifest for d in in_effect(self.head.declarations.get(id, []))]
        fresh = [a for a in after if not any(content(a) == content(b) for b in before)]
        refused = any(immutable(b) != immutable(a) for b in before for a in fresh)
        return "blocked" if refused else "updated", self.stays(id)

    def departure(self, application, id):
        """What becomes of an object of an Application that does not deploy it any more; None while it does."""
        end, was = self.end_of(application), self.was[application]
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

    def sync_fails(self, application):
        for source in application.sources:
            if not any(p.startswith(source.path + "/") or not source.path for p in self.head.tree):
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
            if effect not in (*DELETED, "prune-pending"):
                continue
            live = self.live(id)
            for claim, spec in self.made_claims(id, live):
                fate = self.claim_fate(id.scope, spec)
                namespace = self.result.get(Id(id.scope, "", "Namespace", "", id.namespace), ("",))[0]
                inner = "prune-pending" if effect == "prune-pending" else "cascade-deleted"
                if namespace in (*DELETED, "prune-pending"):
                    self.add(claim, "prune-pending" if namespace == "prune-pending" else "cascade-deleted", fate)
                elif retention(live) == "Delete":
                    self.add(claim, inner, fate)
                else:
                    self.add(claim, "kept", "kept")

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

    def fate_if_raced(self, id):
        return "at-risk" if self.fate(id, "pruned") == "lost" else self.fate(id, "pruned")

    def fate(self, id, effect, with_namespace=False):
        """What becomes of an object's data."""
        if id[1:3] not in STATEFUL:
            return "none"
        if effect not in (*DELETED, "prune-pending"):
            return "kept"
        return worst(self.fate_of(id, live, with_namespace) for live in self.contenders(id))

    def fate_of(self, id, live, with_namespace):
        if id[1:3] == CLAIM:
            return self.claim_fate(id.scope, live["spec"])
        if id.kind == "StatefulSet":
            if retention(live) != "Delete" and not with_namespace:
                return "kept"
            return worst([self.claim_fate(id.scope, spec) for _, spec in self.made_claims(id, live)] or ["kept"])
        if id.kind == "PersistentVolume":
            return {"Delete": "lost"}.get(live["spec"].get("persistentVolumeReclaimPolicy"), "retained")
        return "kept" if id.kind == "StorageClass" else "lost"

    def claim_fate(self, scope, spec):
        name = spec.get("storageClassName")
        found = self.base.declarations.get(Id(scope, "storage.k8s.io", "StorageClass", "", name or ""))
        if not found:
            return "at-risk"
        policy = in_effect(found)[-1].manifest.get("reclaimPolicy") or "Delete"
        return "retained" if policy == "Retain" else "lost"


def immutable(manifest):
    spec = manifest.get("spec")
    if manifest["kind"] == "StatefulSet":
        names = ("serviceName", "selector", "volumeClaimTemplates", "podManagementPolicy")
        return {name: spec.get(name) for name in names}
    if manifest["kind"] == "Deployment":
        return spec["selector"]
    if manifest["kind"] == "PersistentVolumeClaim":
        return {name: value for name, value in spec.items() if name != "resources"}
    if manifest["kind"] == "StorageClass":
        return manifest["provisioner"], manifest.get("reclaimPolicy", "Delete")
    return None


def retention(live):
    return (live["spec"].get("persistentVolumeClaimRetentionPolicy") or {}).get("whenDeleted", "Retain")


def effects(base, head, version):
    return Effects(base, head, version).result
