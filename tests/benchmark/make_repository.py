#!/usr/bin/env python3
"""make_repository.py [options] DIR - a bare repository of rendered manifests to measure with, made by rule.

Branch "main" is the base, "change" one commit on top of it: --modified objects with other values, of them two
CustomResourceDefinitions, some added and removed, and planted accidents: two objects overwritten by a copy (with
Applications: two Applications) and three Ingresses that are there a second time under another API version. What the
change holds is printed as JSON. The same options give the same commits everywhere.

  clusters/CLUSTER/applications/   Argo CD's Applications (not with --no-applications)
  clusters/CLUSTER/definitions/    CustomResourceDefinitions, the same in every cluster
  clusters/CLUSTER/APP/            what an application deploys
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys

import manifests

REPOSITORY = "https://git.example.com/platform/manifests.git"
PER_APP = 50  # objects
APPS = 40     # of a cluster
NEXT_OBJECTS = 12  # of each application that takes another's name

Document = collections.namedtuple("Document", "kind name text")


class Import:
    """A git fast-import that makes the two commits."""

    def __init__(self, folder):
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        self.environment = clean | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        self.folder = folder
        self.git("init", "--quiet", "--bare", "--initial-branch=main")
        self.process = subprocess.Popen(
            ["git", "-c", "core.compression=1", "-C", folder, "fast-import", "--quiet", "--done", "--depth=10"],
            stdin=subprocess.PIPE, env=self.environment)
        self.files = 0

    def git(self, *words):
        os.makedirs(self.folder, exist_ok=True)
        return subprocess.run(["git", "-C", self.folder, *words], check=True, env=self.environment, text=True,
                              stdout=subprocess.PIPE).stdout

    def write(self, text):
        self.process.stdin.write(text.encode())

    def commit(self, branch, day, parent=""):
        self.write(f"commit refs/heads/{branch}\ncommitter Benchmark <benchmark@example.com> {1700000000 + day * 86400} "
                   f"+0000\ndata {len(branch)}\n{branch}\n" + (f"from {parent}\n" if parent else ""))

    def put(self, path, text):
        self.write(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")
        self.files += 1

    def delete(self, path):
        self.write(f"D {path}\n")

    def end(self):
        self.write("done\n")
        self.process.stdin.close()
        if self.process.wait() != 0:
            sys.exit("make_repository.py: git fast-import failed")
        self.git("repack", "-adfq", "--window=10", "--depth=50")


class Tree:
    """What both commits hold."""

    def __init__(self, options):
        self.options = options
        self.kinds = manifests.BLOCK_KINDS if options.blocks else manifests.KINDS
        per_cluster = APPS * PER_APP
        self.clusters = [f"{region}-{number}" for number in range(1, 100) for region in ("fra", "dub", "iad", "sin")]
        self.clusters = self.clusters[:max(1, options.objects // per_cluster)]
        apps = APPS if options.objects >= per_cluster else max(2, options.objects // PER_APP)
        self.apps = [manifests.WORDS[number * 2] for number in range(apps)]
        self.definitions = 24 if options.blocks else 10
        self.modified, self.removed, self.added = set(), set(), set()
        self.draw_change()

    def draw_change(self):
        """Which objects the change touches, by (cluster, app, number); definitions have no app."""
        draw = random.Random(f"{self.options.seed}/change")
        last = self.clusters[-1]
        self.modified.update({(last, "", 1), (last, "", 2)})
        most = len(self.clusters) * len(self.apps) * PER_APP // 2
        while len(self.modified) < min(self.options.modified, most):
            self.modified.add(self.drawn(draw))
        while len(self.removed) < 12:
            key = self.drawn(draw)
            if key not in self.modified and self.kinds[key[2] % len(self.kinds)][0] not in ("StatefulSet", "PersistentVolumeClaim"):
                self.removed.add(key)
        while len(self.added) < 20:
            cluster, app, number = self.drawn(draw)
            self.added.add((cluster, app, PER_APP + number))
        self.overwritten = [(last, self.apps[0]), (last, self.apps[1])]
        self.second = [(last, app, 10) for app in self.apps[-3:]]
        if self.options.blocks:
            self.second = []
        self.removed -= set(self.second)
        self.modified -= set(self.second)

    def drawn(self, draw):
        # the application that is overwritten and the first object of each stay as they are
        return draw.choice(self.clusters), draw.choice(self.apps[2:] or self.apps), draw.randrange(1, PER_APP)

    def document(self, cluster, app, number, revision):
        kind, make = self.kinds[number % len(self.kinds)]
        place = manifests.Place(self.options.seed, cluster, app, number, revision)
        return Document(kind, place.name, make(place))

    def documents(self, cluster, app, isHead):
        """What an application deploys in one of the commits."""
        for number in range(PER_APP * 2 if isHead else PER_APP):
            key = (cluster, app, number)
            isThere = key in self.added if number >= PER_APP else not (isHead and key in self.removed)
            if isThere:
                yield self.document(*key, 1 if isHead and key in self.modified else 0)

    def application(self, cluster, app, path):
        return Document("Application", f"{app}-{cluster}", (
            f"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: {app}-{cluster}\n  namespace: argocd\n"
            "  finalizers:\n  - resources-finalizer.argocd.argoproj.io\nspec:\n  project: default\n  source:\n"
            f"    repoURL: {REPOSITORY}\n    targetRevision: main\n    path: {path}\n  destination:\n"
            f"    server: https://{cluster}.example.com:6443\n    namespace: {app}\n  syncPolicy:\n    automated:\n"
            "      prune: true\n      selfHeal: true\n    syncOptions:\n    - CreateNamespace=true\n"))

    def applications(self, cluster):
        for app in self.apps + ["definitions"]:
            yield self.application(cluster, app, f"clusters/{cluster}/{app}")

    def definition(self, cluster, number, isHead):
        revision = 1 if isHead and (cluster, "", number) in self.modified else 0
        name, text = manifests.definition(self.options.seed, number, revision)
        return Document("CustomResourceDefinition", name, text)


def file_of(document):
    return f"{document.kind.lower()}-{document.name}.yaml"


def put_all(target, folder, documents, per_object):
    documents = list(documents)
    if per_object:
        for document in documents:
            target.put(f"{folder}/{file_of(document)}", document.text)
    elif documents:
        target.put(f"{folder}/all.yaml", "---\n".join(document.text for document in documents))
    return len(documents)


def write_base(tree, target, per_object):
    objects = 0
    definitions = [tree.definition("", number, False) for number in range(tree.definitions)]
    for cluster in tree.clusters:
        folder = f"clusters/{cluster}"
        if tree.options.applications:
            objects += put_all(target, f"{folder}/applications", tree.applications(cluster), per_object)
        objects += put_all(target, f"{folder}/definitions", definitions, True)
        for app in tree.apps:
            objects += put_all(target, f"{folder}/{app}", tree.documents(cluster, app, False), per_object)
    return objects


def write_changed_app(tree, target, cluster, app, per_object):
    folder = f"clusters/{cluster}/{app}"
    if not per_object:
        put_all(target, folder, tree.documents(cluster, app, True), False)
        return
    for key in sorted(tree.modified | tree.added):
        if key[:2] == (cluster, app):
            document = tree.document(*key, 1 if key in tree.modified else 0)
            target.put(f"{folder}/{file_of(document)}", document.text)
    for key in sorted(tree.removed):
        if key[:2] == (cluster, app):
            target.delete(f"{folder}/{file_of(tree.document(*key, 0))}")


def write_accidents(tree, target, per_object):
    """Copies whose names somebody forgot to change."""
    for cluster, app in tree.overwritten:
        copy = tree.application(cluster, app, f"clusters/{cluster}/{app}-next")
        if not tree.options.applications:
            copy = tree.document(cluster, app, 2, 1)
            copy = copy._replace(text=copy.text.replace("  region: ", "  copied: \"true\"\n  region: "))
            target.put(f"clusters/{cluster}/{app}/zz-{file_of(copy)}", copy.text)
        elif per_object:
            target.put(f"clusters/{cluster}/applications/zz-{file_of(copy)}", copy.text)
        next_app = (tree.document(cluster, f"{app}-next", number, 0) for number in range(NEXT_OBJECTS))
        put_all(target, f"clusters/{cluster}/{app}-next", next_app, per_object)
    if tree.options.applications and not per_object:
        cluster = tree.overwritten[0][0]
        copies = [tree.application(*key, f"clusters/{cluster}/{key[1]}-next") for key in tree.overwritten]
        put_all(target, f"clusters/{cluster}/applications", [*tree.applications(cluster), *copies], False)
    for cluster, app, number in tree.second:
        place = manifests.Place(tree.options.seed, cluster, app, number, 0)
        target.put(f"clusters/{cluster}/{app}/zz-old-{place.name}.yaml", manifests.ingress(place, "networking.k8s.io/v1beta1"))


def write_change(tree, target, per_object):
    touched = sorted({key[:2] for key in tree.modified | tree.added | tree.removed if key[1]})
    for cluster, app in touched:
        write_changed_app(tree, target, cluster, app, per_object)
    for cluster, app, number in sorted(tree.modified):
        if not app:
            document = tree.definition(cluster, number, True)
            target.put(f"clusters/{cluster}/definitions/{file_of(document)}", document.text)
    write_accidents(tree, target, per_object)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--objects", type=int, default=20000, help="about so many (default 20,000)")
    parser.add_argument("--layout", choices=("file-per-object", "file-per-app"), default="file-per-object")
    parser.add_argument("--no-applications", dest="applications", action="store_false")
    parser.add_argument("--blocks", action="store_true", help="mostly ConfigMaps with block scalars, and more definitions")
    parser.add_argument("--modified", type=int, default=300)
    parser.add_argument("--seed", default="1")
    parser.add_argument("folder", metavar="DIR")
    options = parser.parse_args()
    per_object = options.layout == "file-per-object"
    tree, target = Tree(options), Import(options.folder)
    target.commit("main", 0)
    objects = write_base(tree, target, per_object)
    files = target.files
    target.commit("change", 1, "refs/heads/main")
    write_change(tree, target, per_object)
    target.end()
    json.dump({"objects": objects, "files": files, "modified": len(tree.modified), "added": len(tree.added) + len(tree.overwritten) * NEXT_OBJECTS,
               "removed": len(tree.removed), "overwritten": len(tree.overwritten), "second": len(tree.second)}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
