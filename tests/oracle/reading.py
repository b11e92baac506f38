"""What a tree declares, for whom and in which order: identities, Applications, coverage, winners.

Written from contract sections 1-2, argo-cd.md sections 1-3 and kubernetes.md sections 1-2 alone.
"""
import collections
import dataclasses
import re
from typing import Optional

REPOSITORY = "https://git.example.com/fixtures/manifests.git"
HERE = ("in-cluster", "https://kubernetes.default.svc")
ARGO = "argoproj.io"
MARKER = "+argocd:skip-file-rendering"

ALIASES = {  # kubernetes.md 1.1
    ("extensions", "Deployment"): "apps", ("extensions", "DaemonSet"): "apps", ("extensions", "ReplicaSet"): "apps",
    ("extensions", "Ingress"): "networking.k8s.io", ("extensions", "NetworkPolicy"): "networking.k8s.io",
    ("extensions", "PodSecurityPolicy"): "policy", ("events.k8s.io", "Event"): "",
}
CLUSTER_KINDS = {  # kubernetes.md 2, those that are generated
    ("", "Namespace"), ("", "Node"), ("", "PersistentVolume"), ("storage.k8s.io", "StorageClass"),
    ("apiextensions.k8s.io", "CustomResourceDefinition"), ("rbac.authorization.k8s.io", "ClusterRole"),
    ("rbac.authorization.k8s.io", "ClusterRoleBinding"), ("networking.k8s.io", "IngressClass"),
    ("scheduling.k8s.io", "PriorityClass"),
}

Id = collections.namedtuple("Id", "scope group kind namespace name")
Place = collections.namedtuple("Place", "path document item")


@dataclasses.dataclass(frozen=True)
class Source:
    path: str
    recurse: bool
    include: str
    exclude: str
    is_here: bool  # a folder of this repository; else what it deploys cannot be seen


class Application:
    """An Application as one document declares it."""

    def __init__(self, id, manifest):
        self.id, self.content = id, content(manifest)
        spec = manifest.get("spec") or {}
        self.sources = [source(s) for s in spec.get("sources") or [spec.get("source") or {}]]
        destination = spec.get("destination") or {}
        self.cluster = destination.get("name") or (destination.get("server") or "").rstrip("/")
        self.namespace = destination.get("namespace") or ""
        self.project = spec.get("project") or "default"
        policy = spec.get("syncPolicy") or {}
        automated = policy.get("automated")
        self.automated = automated is not None and automated.get("enabled", True) is not False
        self.prunes = self.automated and automated.get("prune") is True
        self.allows_empty = self.automated and automated.get("allowEmpty") is True
        self.options = policy.get("syncOptions") or []
        # 4.2.4: plain or /foreground cascades in the foreground, /background in the background
        names = [f"resources-finalizer.argocd.argoproj.io{form}" for form in ("", "/foreground", "/background")]
        self.cascades = any(f in names for f in manifest["metadata"].get("finalizers") or [])

    def scope(self):
        return self.id.scope if self.cluster in HERE or not self.cluster else self.cluster

    def sees_all(self):
        return all(s.is_here for s in self.sources)


def source(spec):
    directory = spec.get("directory") or {}
    return Source((spec.get("path") or "").strip("/").removeprefix("./").strip("."), directory.get("recurse") is True,
                  directory.get("include") or "", directory.get("exclude") or "",
                  spec.get("repoURL") == REPOSITORY and "chart" not in spec)


def glob(pattern, text):
    """argo-cd.md 1.6: * and ? as everywhere, {a,b} lists."""
    translated = "".join({"*": ".*", "?": ".", "{": "(?:", "}": ")", ",": "|"}.get(c, re.escape(c)) for c in pattern)
    return re.fullmatch(translated, text, re.DOTALL) is not None


def in_walk_order(paths):
    """argo-cd.md 1.5: the names inside each directory by their bytes, depth first."""
    return sorted(paths, key=lambda path: [part.encode() for part in path.split("/")])


def is_read(path, file):
    return path.endswith((".yaml", ".yml", ".json")) and MARKER not in file.comment  # 1.4, 1.7


def files_below(tree, folder):
    return in_walk_order(p for p in tree if not folder or p.startswith(folder + "/"))


def render(sources, tree):
    """The paths an Application reads, in its order; a path once, where it is read last."""
    read = []
    for src in sources:
        for path in files_below(tree, src.path) if src.is_here else []:
            inside = path[len(src.path) + 1:] if src.path else path
            if not is_read(path, tree[path]) or ("/" in inside and not src.recurse):
                continue
            if (src.exclude and glob(src.exclude, inside)) or (src.include and not glob(src.include, inside)):
                continue
            read = [p for p in read if p != path] + [path]
    return read


def manifests(tree, path):
    """(Place, manifest) of everything a file declares (argo-cd.md 1.12)."""
    for number, document in enumerate(tree[path].documents, 1):
        if document.get("kind") == "List":
            for item, inner in enumerate(document.get("items") or [], 1):
                yield from one(Place(path, number, item), inner)
        else:
            yield from one(Place(path, number, 0), document)


def one(place, manifest):
    if manifest.get("apiVersion") and manifest.get("kind") and (manifest.get("metadata") or {}).get("name"):
        yield place, manifest


def api_group(manifest):
    return manifest["apiVersion"].rpartition("/")[0]


def group_of(manifest):
    return ALIASES.get((api_group(manifest), manifest["kind"]), api_group(manifest))


@dataclasses.dataclass(frozen=True, eq=False)
class Declaration:
    id: Id
    place: Place
    manifest: dict
    application: Optional[Id]  # who reads it
    order: tuple

    def content(self):
        return content(self.manifest)


def content(manifest):
    """What Kubernetes reads of it (contract 1; kubernetes.md 7). The namespace is the identity's, written or not."""
    kept = {key: value for key, value in manifest.items() if key != "status"}
    kept["metadata"] = {k: v for k, v in manifest["metadata"].items()
                        if k not in ("creationTimestamp", "managedFields", "resourceVersion", "uid", "generation", "namespace")}
    return kept


class Reading:
    """One commit: declarations by identity, the Applications in effect and what each covers."""

    def __init__(self, tree, cluster_kinds, elsewhere=None, other_tree=()):
        self.tree, self.cluster_kinds, self.other_tree = tree, cluster_kinds, other_tree
        self.elsewhere = {}  # path -> [Application of the other commit that would read it]
        self.applications, self.coverage = [], {}
        self.declarations = {}
        self._settle()
        self.elsewhere = elsewhere or {}
        self._settle()

    def _settle(self):
        """From the top down: whom an Application reads decides which Applications there are."""
        before = None
        for _ in range(30):
            self.declarations = self._declare()
            now = {(d.id, d.place, d.application) for ds in self.declarations.values() for d in in_effect(ds)
                   if d.id.group == ARGO and d.id.kind == "Application"}
            if now == before:
                break
            before = now
            self.applications = [Application(d.id, d.manifest)
                                 for id in sorted(self.declarations) if id[1:3] == (ARGO, "Application")
                                 for d in in_effect(self.declarations[id])]
            self._cover()

    def _cover(self):
        self.coverage = collections.defaultdict(list)
        for application in self.applications:
            for order, path in enumerate(render(application.sources, self.tree)):
                if application.id not in [a.id for a, _ in self.coverage[path]]:
                    self.coverage[path].append((application, order))

    def is_left_out(self, path):
        """Read in the other commit, and here in the folder of the same Application, which passes over it: it left the
        render (contract 2)."""
        if path not in self.other_tree:
            return False
        read_from = {(a.id, s.path) for a in self.elsewhere.get(path, []) for s in a.sources
                     if path in render([s], {path: self.tree[path]})}
        return any((a.id, s.path) in read_from and s.is_here for a in self.applications for s in a.sources)

    def is_open(self):
        """Whether the pages leave something open: what a file that was read for several places becomes, which of two
        definitions of an Application rules, and where Applications that read each other in a circle are."""
        for path, readers in self.elsewhere.items():
            if len({(a.scope(), a.namespace) for a in readers}) > 1 and not self.coverage.get(path):
                return True
        definitions = {}
        for application in self.applications:
            if definitions.setdefault(application.id, application).content != application.content:
                return True
        return any(self.reads_itself_through_another(a) for a in self.applications)

    def reads_itself_through_another(self, application):
        above, seen = self.readers_of(application) - {application.id}, set()
        while above:
            seen |= above
            above = {r for a in self.applications if a.id in above for r in self.readers_of(a) - {a.id}} - seen
        return application.id in seen

    def own_readers(self):
        """Applications whose own file lies in their folder: common, and clear as long as that stays so."""
        return {(a.id, a.scope() == a.id.scope and len(self.declarations[a.id]) == 1)
                for a in self.applications if a.id in self.readers_of(a)}

    def readers_of(self, application):
        return {d.application for d in self.declarations.get(application.id, []) if d.application}

    def _declare(self):
        found = collections.defaultdict(list)
        walk = in_walk_order(p for p in self.tree if is_read(p, self.tree[p]))
        for order, path in enumerate(walk):
            readers = [(a.id, a.scope(), a.namespace, (n,)) for a, n in self.coverage.get(path, [])]
            if not readers and self.is_left_out(path):
                continue
            if not readers:
                places = sorted({(a.scope(), a.namespace) for a in self.elsewhere.get(path, [])})
                readers = [(None, scope, namespace, (order,)) for scope, namespace in places]
            for application, scope, namespace, position in readers or [(None, "", "", (order,))]:
                for place, manifest in manifests(self.tree, path):
                    id = self._identity(manifest, scope, namespace)
                    found[id].append(Declaration(id, place, manifest, application,
                                                 position + (place.document, place.item)))
        return {id: sorted(ds, key=lambda d: (d.application or ("",), d.order)) for id, ds in found.items()}

    def _identity(self, manifest, scope, default_namespace):
        group, kind, metadata = group_of(manifest), manifest["kind"], manifest["metadata"]
        is_cluster_wide = (group, kind) in self.cluster_kinds
        namespace = "" if is_cluster_wide else metadata.get("namespace") or default_namespace or "default"
        return Id(scope, group, kind, namespace, metadata["name"])


def in_effect(declarations):
    """The last of each Application and spelled group; what nobody reads only where nobody reads another."""
    read = [d for d in declarations if d.application] or declarations
    return list({(d.application, api_group(d.manifest)): d for d in read}.values())


def read_both(base_tree, head_tree):
    kinds = CLUSTER_KINDS | {crd for tree in (base_tree, head_tree) for crd in cluster_scoped(tree)}
    namespaced = {crd for tree in (base_tree, head_tree) for crd in crds(tree, "Namespaced")}
    base, head = Reading(base_tree, kinds - namespaced), Reading(head_tree, kinds - namespaced)
    return (Reading(base_tree, kinds - namespaced, would_read(head.applications, base_tree), head_tree),
            Reading(head_tree, kinds - namespaced, would_read(base.applications, head_tree), base_tree))


def is_open(base, head):
    """Whether the pages leave open what is read: contested or circular definitions of Applications."""
    own = base.own_readers() | head.own_readers()
    if is_left_behind_and_edited(base, head):
        return True
    return base.is_open() or head.is_open() or base.own_readers() != head.own_readers() or not all(c for _, c in own)


def is_left_behind_and_edited(base, head):
    """An Application that nobody reads any more is still declared, and Applications change: somebody unseen may bring
    the change to the cluster, or nobody."""
    def all(reading):
        return {id: declared for id, declared in reading.declarations.items() if id[1:3] == (ARGO, "Application")}

    def texts(declared):
        return sorted((d.place.path, str(d.content())) for d in declared)
    before, after = all(base), all(head)
    left_behind = any(id in after and any(d.application for d in declared) and
                      not any(d.application for d in after[id]) for id, declared in before.items())
    edited = any(texts(before.get(id, ())) != texts(declared) for id, declared in after.items())
    return left_behind and edited


def would_read(applications, tree):
    """{path: Applications}: what the Applications of the other commit would read here."""
    readers = collections.defaultdict(list)
    for application in applications:
        for path in render(application.sources, tree):
            readers[path].append(application)
    return readers


def cluster_scoped(tree):
    return crds(tree, "Cluster")


def crds(tree, scope):
    for path in tree:
        for _, manifest in manifests(tree, path):
            spec = manifest.get("spec") or {}
            if manifest["kind"] == "CustomResourceDefinition" and spec.get("scope") == scope:
                yield spec["group"], spec["names"]["kind"]
