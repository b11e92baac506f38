#!/usr/bin/env python3
"""count_objects.py [--parts N] [--skip-delete-patches] BASE HEAD
count_objects.py [--skip-delete-patches] --table COUNTS CORPORA

Counts what changed between two folders of manifests: an independent reading to hold noclobber's own answer against.
It shares nothing with the program: PyYAML for the text, a few lines below for identities. Every file counts as
rendered and no Application is looked at; the first N folders of a path name the cluster (0: one for the whole tree).

With --table it reads rows "name scope added removed modified moved apiVersion second" (scope: whole or top:N), counts
CORPORA/name/base against CORPORA/name/head, prints each row and fails if one differs.

Kustomize fragments with `$patch: delete` carry apiVersion, kind and a name, so they count unless told otherwise.

Needs PyYAML. Approximations, good enough for the corpora: YAML 1.1 as PyYAML has it (a leading 0 is octal there too),
defaults are not filled in, equal quantities count as different.
"""
import argparse
import os
import sys

import yaml

ALIASES = {
    ("extensions", "Deployment"): "apps", ("extensions", "DaemonSet"): "apps", ("extensions", "ReplicaSet"): "apps",
    ("extensions", "Ingress"): "networking.k8s.io", ("extensions", "NetworkPolicy"): "networking.k8s.io",
    ("extensions", "PodSecurityPolicy"): "policy", ("events.k8s.io", "Event"): "",
}
CLUSTER_KINDS = {
    "": "Namespace Node PersistentVolume ComponentStatus",
    "admissionregistration.k8s.io": "MutatingWebhookConfiguration ValidatingWebhookConfiguration "
                                    "ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding "
                                    "MutatingAdmissionPolicy MutatingAdmissionPolicyBinding",
    "apiextensions.k8s.io": "CustomResourceDefinition",
    "apiregistration.k8s.io": "APIService",
    "certificates.k8s.io": "CertificateSigningRequest ClusterTrustBundle",
    "networking.k8s.io": "IngressClass IPAddress ServiceCIDR",
    "node.k8s.io": "RuntimeClass",
    "policy": "PodSecurityPolicy",
    "rbac.authorization.k8s.io": "ClusterRole ClusterRoleBinding",
    "scheduling.k8s.io": "PriorityClass",
    "storage.k8s.io": "StorageClass VolumeAttachment CSIDriver CSINode VolumeAttributesClass",
}
IGNORED_METADATA = ("creationTimestamp", "managedFields", "resourceVersion", "uid", "generation", "selfLink")


class Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    """Dates stay text, unknown tags keep their value."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: node.value)  # a bare "="
Loader.add_multi_constructor("!", lambda loader, suffix, node: getattr(node, "value", None))


def walk(folder):
    """Files in the order in which Argo CD reads them: by the bytes of the names inside each folder."""
    for name in sorted(os.listdir(folder), key=os.fsencode):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            yield from walk(path)
        elif name.endswith((".yaml", ".yml", ".json")):
            yield path


def documents(path):
    """The documents of a file that can be read: all up to the first that cannot."""
    with open(path, "rb") as file:
        stream = yaml.load_all(file.read(), Loader)
    while True:
        try:
            yield next(stream)
        except StopIteration:
            return
        except Exception as error:  # PyYAML raises ValueError and others, too
            print(f"{path}: not read: {str(error).splitlines()[0]}", file=sys.stderr)
            return


def expand(document, version=None, kind=None):
    """The objects of a document: itself, or the items of a List, which inherit its version and kind."""
    if not isinstance(document, dict):
        return
    version, kind = document.get("apiVersion", version), document.get("kind", kind)
    if not isinstance(version, str) or not isinstance(kind, str):
        return
    items = document.get("items")
    if kind == "List" or (kind.endswith("List") and isinstance(items, list)):
        item_kind = None if kind == "List" else kind[: -len("List")]
        for item in items or []:
            yield from expand(item, version, item_kind)
        return
    metadata = document.get("metadata")
    if isinstance(metadata, dict) and metadata.get("name") is not None:
        yield {**document, "apiVersion": version, "kind": kind}


def identity(manifest, scope):
    group = manifest["apiVersion"].rpartition("/")[0]
    kind, metadata = manifest["kind"], manifest["metadata"]
    group = ALIASES.get((group, kind), group)
    is_cluster_wide = kind in CLUSTER_KINDS.get(group, "").split()
    namespace = "" if is_cluster_wide else str(metadata.get("namespace") or "default")
    return (scope, group, kind, namespace, str(metadata["name"]))


def content(manifest):
    kept = {key: value for key, value in manifest.items() if key != "status"}
    kept["metadata"] = {k: v for k, v in manifest["metadata"].items() if k not in IGNORED_METADATA}
    return kept


def same(a, b):
    """Equal as JSON: 1 is not true, though Python says so."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b and isinstance(a, bool) == isinstance(b, bool) and isinstance(a, str) == isinstance(b, str)


def read(folder, parts, skip_patches=False):
    """identity -> list of (path, manifest) in apply order; the last one is in effect."""
    objects = {}
    for path in walk(folder):
        relative = os.path.relpath(path, folder)
        scope = "/".join(relative.split("/")[:parts])
        for document in documents(path):
            for manifest in expand(document):
                if skip_patches and manifest.get("$patch") == "delete":
                    continue
                objects.setdefault(identity(manifest, scope), []).append((relative, manifest))
    return objects


def count(base_folder, head_folder, parts, skip_patches=False):
    base, head = read(base_folder, parts, skip_patches), read(head_folder, parts, skip_patches)
    both = base.keys() & head.keys()
    last = [(base[key][-1][1], head[key][-1][1]) for key in both]
    return {
        "added": len(head.keys() - base.keys()),
        "removed": len(base.keys() - head.keys()),
        "modified": sum(not same(content(a), content(b)) for a, b in last),
        "moved": sum(len(base[k]) == 1 == len(head[k]) and base[k][0][0] != head[k][0][0] for k in both),
        "apiVersion": sum(a["apiVersion"] != b["apiVersion"] for a, b in last),
        "second": sum(len(head[k]) > max(1, len(base[k])) for k in both),
    }


def check(table, corpora, skip_patches):
    failures = 0
    with open(table, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip() and not line.startswith("#")]
    for name, scope, *expected in rows:
        parts = int(scope.removeprefix("top:")) if scope != "whole" else 0
        counted = count(os.path.join(corpora, name, "base"), os.path.join(corpora, name, "head"), parts, skip_patches)
        pairs = zip(counted.items(), expected)
        wrong = [f"{what} {got}, not {want}" for (what, got), want in pairs if str(got) != want]
        failures += bool(wrong)
        print(f"{name}: {'; '.join(wrong) or 'agrees'}")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--parts", type=int, default=0)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--skip-delete-patches", action="store_true")
    parser.add_argument("first")
    parser.add_argument("second")
    options = parser.parse_args()
    if options.table:
        return check(options.first, options.second, options.skip_delete_patches)
    for what, number in count(options.first, options.second, options.parts, options.skip_delete_patches).items():
        print(f"{what} {number}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
