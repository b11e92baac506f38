"""Small random repositories with Applications, as (base, head) trees. Equal seeds give equal trees.

Every object carries a handful of random labels, so that two that were not copied from each other are never alike.
"""
import copy
import random

from reading import ARGO, MARKER, REPOSITORY, in_walk_order
from trees import File

NAMES = ["alpha", "beta", "gamma", "app2", "app10", "Zeta"]
NAMESPACES = ["shop", "ledger", "argocd"]
KINDS = ["ConfigMap", "ConfigMap", "Secret", "Deployment", "Service", "StatefulSet", "PersistentVolumeClaim", "Ingress",
         "Widget", "Namespace", "ClusterRole", "PersistentVolume"]
OPTIONS = ["Prune=false", "Delete=false", "Prune=confirm", "Delete=confirm", "Prune=true", "prune=false",
           "Prune = false", "Prune=false,Delete=false", "Replace=false, Prune=false", "Delete=False", "Force=true",
           "Replace=true", "Force=true,Replace=true", "Replace=true, Force=true,Prune=false"]
FINALIZER = "resources-finalizer.argocd.argoproj.io"


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.tree = {}

    # Parts

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def pick(self, choices):
        return self.random.choice(sorted(choices))

    def token(self):
        return f"v{self.random.randrange(10**6)}"

    def metadata(self, name, namespace=None):
        metadata = {"name": name, "labels": {f"l{n}": self.token() for n in range(8)}}
        if namespace:
            metadata["namespace"] = namespace
        return metadata

    def object(self, kind=None):
        kind = kind or self.pick(KINDS)
        name = self.random.choice(NAMES[:4])
        namespace = None if self.chance(25) else self.random.choice(NAMESPACES[:2])
        made = {"apiVersion": "v1", "kind": kind, "metadata": self.metadata(name.lower(), namespace)}
        getattr(self, "make_" + kind)(made)
        if self.chance(15):
            made["metadata"]["annotations"] = {"argocd.argoproj.io/sync-options": self.random.choice(OPTIONS)}
        elif self.chance(3):
            made["metadata"]["annotations"] = {"helm.sh/resource-policy": "keep"}
        return made

    def make_ConfigMap(self, made):
        made["data"] = {"mode": self.token()}

    def make_Secret(self, made):
        made["stringData"] = {"mode": self.token()}

    def make_Service(self, made):
        made["spec"] = {"selector": {"app": self.token()}, "ports": [{"port": 80}]}

    def make_Deployment(self, made):
        made["apiVersion"] = self.random.choice(["apps/v1", "apps/v1", "apps/v1", "extensions/v1beta1"])
        app = made["metadata"]["name"]
        made["spec"] = {"replicas": 2, "selector": {"matchLabels": {"app": app}}, "template": {
            "metadata": {"labels": {"app": app}}, "spec": {"containers": [{"name": "main", "image": self.token()}]}}}

    def make_StatefulSet(self, made):
        self.make_Deployment(made)
        made["apiVersion"] = "apps/v1"
        made["spec"]["serviceName"] = "peers"
        if self.chance(75):
            made["spec"]["volumeClaimTemplates"] = [
                {"metadata": {"name": n}, "spec": self.claim()} for n in self.random.choice([["data"], ["data", "log"]])]
        if self.chance(40):
            made["spec"]["persistentVolumeClaimRetentionPolicy"] = {
                "whenDeleted": self.random.choice(["Delete", "Retain"]),
                "whenScaled": self.random.choice(["Delete", "Retain"])}
        made["spec"]["replicas"] = self.random.randint(0, 3)
        if self.chance(15):
            made["spec"]["ordinals"] = {"start": self.random.randint(0, 2)}

    def claim(self):
        spec = {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "10Gi"}}}
        if self.chance(80):
            spec["storageClassName"] = self.random.choice(["fast", "slow", "elsewhere", "fast", "slow", ""])
        return spec

    def make_PersistentVolumeClaim(self, made):
        made["spec"] = self.claim()
        if self.chance(20):
            made["spec"]["volumeName"] = self.random.choice(["alpha", "beta", "elsewhere"])

    def make_PersistentVolume(self, made):
        made["spec"] = {"capacity": {"storage": "10Gi"}, "accessModes": ["ReadWriteOnce"],
                        "csi": {"driver": "csi.example.com", "volumeHandle": self.token()}}
        if self.chance(70):
            made["spec"]["persistentVolumeReclaimPolicy"] = self.random.choice(["Delete", "Retain"])
        if self.chance(50):
            name = self.random.choice([n.lower() for n in NAMES[:4]] + ["data-alpha-0", "data-beta-1"])
            made["spec"]["claimRef"] = {"namespace": self.random.choice(NAMESPACES[:2]), "name": name}

    def make_Ingress(self, made):
        made["apiVersion"] = self.random.choice(
            ["networking.k8s.io/v1", "networking.k8s.io/v1beta1", "extensions/v1beta1"])
        made["spec"] = {"ingressClassName": self.token()}

    def make_Widget(self, made):
        made["apiVersion"] = "example.com/v1"
        made["spec"] = {"mode": self.token()}

    def make_Namespace(self, made):
        made["metadata"]["name"] = self.random.choice(NAMESPACES[:2])

    def make_ClusterRole(self, made):
        made["apiVersion"] = "rbac.authorization.k8s.io/v1"
        made["rules"] = []

    def crd(self):
        return {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                "metadata": self.metadata("widgets.example.com"),
                "spec": {"group": "example.com", "scope": self.random.choice(["Namespaced", "Cluster"]),
                         "names": {"kind": "Widget", "plural": "widgets"},
                         "versions": [{"name": "v1", "served": True, "storage": True}]}}

    def storage_class(self, name):
        made = {"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": self.metadata(name),
                "provisioner": "csi.example.com"}
        if self.chance(70):
            made["reclaimPolicy"] = self.random.choice(["Delete", "Retain"])
        if name == "fast" and self.chance(30):
            made["metadata"]["annotations"] = {"storageclass.kubernetes.io/is-default-class": "true"}
        return made

    def source(self, path):
        made = {"repoURL": REPOSITORY, "path": path}
        directory = {}
        if self.chance(35):
            directory["recurse"] = True
        if self.chance(8):
            directory["exclude"] = self.random.choice(["{a,b}.yaml", "*a.yaml", "z.yaml"])
        if self.chance(5):
            directory["include"] = self.random.choice(["*.yaml", "{a,c}*.yaml"])
        if directory:
            made["directory"] = directory
        return made

    def destination(self):
        made = {"namespace": self.random.choice(NAMESPACES[:2])}
        where = self.random.random()
        if where < 0.7:
            made["server"] = "https://kubernetes.default.svc" + self.random.choice(["", "/"])
        elif where < 0.8:
            made["name"] = "in-cluster"
        elif where < 0.93:
            made["name"] = "east"
        else:
            made["server"] = self.random.choice(["https://west.example.com:6443", "https://west.example.com:6443/"])
        return made

    def application(self, name, paths, is_parent=False):
        destination = {"server": "https://kubernetes.default.svc", "namespace": "argocd"}
        if not is_parent:
            destination = self.destination()
        sources = [self.source(path) for path in paths]
        spec = {"project": "default", "destination": destination}
        spec.update({"source": sources[0]} if len(sources) == 1 else {"sources": sources})
        policy = {}
        if self.chance(85):
            policy["automated"] = {}
            if self.chance(80):
                policy["automated"]["prune"] = self.chance(90)
            if self.chance(10):
                policy["automated"]["allowEmpty"] = self.chance(70)
            if self.chance(10):
                policy["automated"]["enabled"] = self.chance(50)
        if self.chance(15):
            policy["syncOptions"] = self.random.sample(OPTIONS, self.random.choice([1, 1, 2]))
        if policy:
            spec["syncPolicy"] = policy
        metadata = self.metadata(name, "argocd" if self.chance(90) or not is_parent else None)
        if self.chance(55):
            metadata["finalizers"] = [FINALIZER + self.random.choice(["", "", "/foreground", "/background"])]
        if self.chance(6):
            metadata["annotations"] = {"argocd.argoproj.io/sync-options": self.random.choice(OPTIONS)}
        return {"apiVersion": ARGO + "/v1alpha1", "kind": "Application", "metadata": metadata, "spec": spec}

    # Base

    def put(self, path, *documents):
        if len(documents) == 1 and documents[0]["kind"] != "Application" and self.chance(6):
            documents = [{"apiVersion": "v1", "kind": "List", "items": [documents[0], self.object()]}]
        self.tree.setdefault(path, File([])).documents.extend(documents)

    def file_name(self):
        return self.random.choice(["a.yaml", "b.yaml", "c.yml", "a10.yaml", "a2.yaml", "Z.yaml", "z.yaml", "a/in.yaml"])

    def base(self):
        folders = [f"deploy/{name}" for name in NAMES[: self.random.randint(2, 4)]]
        applications = {f"app-{n}": [folder] for n, folder in enumerate(folders)}
        for name in applications:
            if self.chance(12):
                applications[name].append(self.random.choice(folders))
                applications[name] = sorted(set(applications[name]))
        if self.chance(85):
            self.parents(applications)
        else:  # Applications put there by hand
            for name, paths in applications.items():
                self.put(self.random.choice(["apps/all.yaml", f"apps/{name}.yaml"]), self.application(name, paths))
        for folder in [*folders, "deploy/spare"]:
            for _ in range(self.random.randint(1, 4)):
                self.put(f"{folder}/{self.file_name()}", self.object())
        where = self.random.choice([folders[0], "platform"])
        for made in [self.storage_class("fast"), self.storage_class("slow"), self.crd()]:
            if self.chance(60):
                self.put(f"{where}/{self.file_name()}", made)
        if self.chance(40):
            self.put(f"{self.random.choice(folders)}/{self.file_name()}", self.object("Namespace"))
        return self.tree

    def parents(self, applications):
        roots = ["apps", "more"][: self.random.choice([1, 1, 1, 2])]
        for root in roots:
            made = self.application("root-" + root, [root], is_parent=True)
            if self.chance(50):
                made["spec"].setdefault("source", {})["directory"] = {"recurse": True}
            self.put(self.random.choice(["roots/all.yaml", f"roots/{root}.yaml", f"{root}/self.yaml"]), made)
        for name, paths in applications.items():
            root = self.random.choice(roots)
            if self.chance(20):
                self.put(f"{root}/nested.yaml", self.application("parent-" + name, [f"nested/{name}"], is_parent=True))
                self.put(f"nested/{name}/one.yaml", self.application(name, paths))
            else:
                self.put(f"{root}/{self.random.choice(['all.yaml', name + '.yaml', 'a/' + name + '.yaml'])}",
                         self.application(name, paths))

    # Head

    def head(self):
        self.tree = copy.deepcopy(self.tree)
        for _ in range(self.random.choice([1, 1, 1, 2, 2, 3])):
            self.pick_change()()
            self.tree = {path: file for path, file in self.tree.items() if file.documents or file.comment}
        return self.tree

    def pick_change(self):
        changes = {
            self.remove_document: 4, self.remove_file: 2, self.remove_folder: 2, self.add: 3, self.copy: 4,
            self.edit: 3, self.rename_file: 2, self.move_file: 3, self.rename: 2, self.retarget: 6, self.policy: 3,
            self.mark: 1, self.directory: 2, self.annotate: 2, self.other_group: 1, self.without_namespace: 1,
            self.remove_application: 4, self.move_application: 2, self.scale: 2,
        }
        return self.random.choices(list(changes), list(changes.values()))[0]

    def any_document(self, wanted=lambda d: True):
        """(path, index) of a document that is no List, or None."""
        all = [(p, n) for p in in_walk_order(self.tree) for n, d in enumerate(self.tree[p].documents)
               if "metadata" in d and wanted(d)]
        return self.random.choice(all) if all else None

    def any_application(self):
        return self.any_document(lambda d: d["kind"] == "Application")

    def at(self, place):
        return self.tree[place[0]].documents[place[1]]

    def remove_document(self):
        path = self.random.choice(in_walk_order(self.tree))
        if self.tree[path].documents:
            self.tree[path].documents.pop(self.random.randrange(len(self.tree[path].documents)))

    def remove_file(self):
        del self.tree[self.random.choice(in_walk_order(self.tree))]

    def remove_folder(self):
        folder = self.random.choice(in_walk_order({p.rsplit("/", 1)[0] for p in self.tree}))
        if len(self.tree) > 1:
            self.tree = {p: f for p, f in self.tree.items() if not p.startswith(folder + "/")} or self.tree

    def add(self):
        folder = self.random.choice(in_walk_order({p.rsplit("/", 1)[0] for p in self.tree}))
        self.put(f"{folder}/{self.file_name()}", self.object())

    def copy(self):
        copied = copy.deepcopy(self.at(self.any_document()))
        if self.chance(60):
            self.change(copied)
        if self.chance(30):
            path = self.random.choice(in_walk_order(self.tree))
            documents = self.tree[path].documents
            documents.insert(self.random.randint(0, len(documents)), copied)
        else:
            folder = self.random.choice(in_walk_order({p.rsplit("/", 1)[0] for p in self.tree}))
            self.put(f"{folder}/{self.file_name()}", copied)

    def change(self, document):
        """Another value: of an Application another path as well, as in the accident of 2022."""
        document["metadata"]["labels"]["l0"] = self.token()
        if document["kind"] == "Application" and self.chance(60):
            for source in document["spec"].get("sources") or [document["spec"]["source"]]:
                source["path"] = self.any_folder()
        if document["kind"] in ("StatefulSet", "PersistentVolumeClaim", "PersistentVolume") and self.chance(40):
            fresh = self.object(document["kind"])
            document["spec"] = fresh["spec"]

    def any_folder(self):
        return self.random.choice(in_walk_order({"/".join(p.split("/")[:2]) for p in self.tree if p.count("/") > 1} |
                                                {p.split("/")[0] for p in self.tree} | {"deploy/nowhere"}))

    def edit(self):
        self.change(self.at(self.any_document()))

    def rename_file(self):
        path = self.random.choice(in_walk_order(self.tree))
        self.move(path, f"{path.rsplit('/', 1)[0]}/{self.file_name() if self.chance(90) else 'a.yaml.bak'}")

    def move_file(self):
        path = self.random.choice(in_walk_order(self.tree))
        self.move(path, f"{self.any_folder()}/{path.rsplit('/', 1)[1]}")

    def move(self, old, new):
        if new not in self.tree:
            self.tree[new] = self.tree.pop(old)

    def rename(self):
        self.at(self.any_document())["metadata"]["name"] = self.random.choice(["new-name", "alpha", "beta"])

    def retarget(self):
        place = self.any_application()
        if not place:
            return
        spec = self.at(place)["spec"]
        what = self.random.random()
        if what < 0.45:
            spec.pop("sources", None)
            spec["source"] = self.source(self.any_folder())
        elif what < 0.75:
            spec["destination"] = self.destination()
        else:
            spec["destination"]["namespace"] = self.random.choice(NAMESPACES)

    def policy(self):
        place = self.any_application()
        if place:
            document = self.at(place)
            fresh = self.application(document["metadata"]["name"], ["deploy/alpha"])
            document["spec"]["syncPolicy"] = fresh["spec"].get("syncPolicy", {})

    def directory(self):
        place = self.any_application()
        if place:
            spec = self.at(place)["spec"]
            for source in spec.get("sources") or [spec["source"]]:
                fresh = self.source(source["path"])
                source.clear()
                source.update(fresh)

    def scale(self):
        place = self.any_document(lambda d: d["kind"] == "StatefulSet")
        if place:
            self.at(place)["spec"]["replicas"] = self.random.randint(0, 3)

    def mark(self):
        self.tree[self.random.choice(in_walk_order(self.tree))].comment = MARKER

    def annotate(self):
        metadata = self.at(self.any_document())["metadata"]
        if "annotations" in metadata and self.chance(60):
            del metadata["annotations"]
        else:
            metadata["annotations"] = {"argocd.argoproj.io/sync-options": self.random.choice(OPTIONS)}

    def other_group(self):
        place = self.any_document(lambda d: d["kind"] in ("Ingress", "Deployment"))
        if place:
            getattr(self, "make_" + self.at(place)["kind"])(self.at(place))

    def without_namespace(self):
        self.at(self.any_document())["metadata"].pop("namespace", None)

    def remove_application(self):
        place = self.any_application()
        if place:
            application = self.at(place)
            del self.tree[place[0]].documents[place[1]]
            if self.chance(50):
                paths = [s["path"] for s in application["spec"].get("sources") or [application["spec"]["source"]]]
                self.tree = {p: f for p, f in self.tree.items() if not p.startswith(tuple(q + "/" for q in paths))}

    def move_application(self):
        place = self.any_application()
        if place:
            application = self.at(place)
            folders = {p.rsplit("/", 1)[0] for p in self.tree if any(d["kind"] == "Application" for d in self.tree[p].documents)}
            del self.tree[place[0]].documents[place[1]]
            self.put(f"{self.random.choice(in_walk_order(folders))}/moved.yaml", application)


def generate(seed):
    """(base, head) of a seed."""
    generator = Generator(seed)
    base = generator.base()
    return base, generator.head()
