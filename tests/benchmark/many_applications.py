#!/usr/bin/env python3
"""many_applications.py PROGRAM [--applications N] [--keep DIR] - how long noclobber takes for changes of many Applications.

Makes repositories with N Applications (each a file, with a folder of two objects) and reviews them with PROGRAM, the
command line: all but one removed, half of them under another name with their folders, half under another name with the
same sources, and a chain of N / 10 Applications of which each deploys the next and the first is removed. Prints the
wall time and the peak memory of each; the verdict is not looked at.
"""
import argparse
import os
import subprocess
import sys
import tempfile

import measure

REPOSITORY = "https://git.example.com/platform/manifests.git"
SETTINGS = f"argoCd:\n  repositories: [{REPOSITORY}]\n"


def application(name, path):
    return (f"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: {name}\n  namespace: argocd\n"
            "  finalizers:\n  - resources-finalizer.argocd.argoproj.io\nspec:\n  project: default\n  source:\n"
            f"    repoURL: {REPOSITORY}\n    path: {path}\n    targetRevision: main\n  destination:\n"
            f"    server: https://kubernetes.default.svc\n    namespace: {name}\n  syncPolicy:\n    automated:\n"
            "      prune: true\n")


def claim(name):
    return (f"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: {name}\nspec:\n"
            "  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: 10Gi\n")


def settings(name):
    return f"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\ndata:\n  owner: {name}\n"


def deployed(name, folder=None):
    """An Application and what it deploys."""
    folder = folder or f"apps/{name}"
    return {f"applications/{name}.yaml": application(name, folder), f"{folder}/claim.yaml": claim("data"),
            f"{folder}/settings.yaml": settings("settings")}


def plain(numbers, rename=lambda number: False, follow=True):
    files = {".noclobber.yaml": SETTINGS}
    for number in numbers:
        old, new = f"app-{number:05}", f"new-{number:05}"
        if not rename(number):
            files.update(deployed(old))
        else:
            files.update(deployed(new, None if follow else f"apps/{old}"))
    return files


def chain(first, many):
    """Each Application deploys the next one, and a claim."""
    files = {".noclobber.yaml": SETTINGS}
    if first == 0:
        files["root.yaml"] = application("link-0", "chain/0")
    for number in range(many):
        files[f"chain/{number}/claim.yaml"] = claim(f"data-{number}")
        if number + 1 < many:
            files[f"chain/{number}/next.yaml"] = application(f"link-{number + 1}", f"chain/{number + 1}")
    return files


def cases(many):
    all_of_them = plain(range(many))
    yield "all but one removed", all_of_them, plain([0])
    yield "half renamed, folders too", all_of_them, plain(range(many), lambda number: number % 2)
    yield "half renamed, same sources", all_of_them, plain(range(many), lambda number: number % 2, follow=False)
    yield f"first of a chain of {many // 10} removed", chain(0, many // 10), chain(1, many // 10)


def make(folder, base, head):
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment = clean | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder], check=True, env=environment)
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE, env=environment) as git:
        for branch, files in (("main", base), ("change", head)):
            lines = [f"commit refs/heads/{branch}\ncommitter Benchmark <benchmark@example.com> 1700000000 +0000\n"
                     f"data {len(branch)}\n{branch}\n"]
            if branch == "change":
                lines.append("from refs/heads/main\ndeleteall\n")
            for path, text in files.items():
                lines.append(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")
            git.stdin.write("".join(lines).encode())
        git.stdin.close()
        if git.wait() != 0:
            sys.exit("many_applications.py: git fast-import failed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--applications", type=int, default=10000)
    parser.add_argument("--keep", metavar="DIR", help="leave the repositories there, and use those that are there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for number, (what, base, head) in enumerate(cases(options.applications)):
            folder = os.path.join(options.keep or scratch, f"case-{options.applications}-{number}")
            if not os.path.exists(folder):
                make(folder, base, head)
            sample = measure.run([options.program, "-C", folder, "review", "main", "change", "--format", "json", "-q"],
                                 codes=(0, 1, 3))
            print(f"{what:40} {sample.seconds:8.2f} s {sample.megabytes:8.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
