#!/usr/bin/env python3
"""worst_inputs.py FOLDER [--program NOCLOBBER] - files of at most 1,000,000 bytes that are hard to read or to judge.

Writes one file for each shape into FOLDER; where the change from one text to another is what is hard, the older one is
NAME.before. With a program, reviews a change that brings each file and prints a table of seconds and peak memory, the
slowest first; exit status 1 if one of them takes longer than 2 s or holds more than 512 MiB.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

import worst

SIZE = 1_000_000
IDENTITY = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n  namespace: web\n"
APPLICATION = ("apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: {name}\n  namespace: argocd\n"
               "spec:\n  source: {{repoURL: r, path: {path}}}\n  destination: {{name: c, namespace: web}}\n")


def fill(part, head="", tail=""):
    """As many copies of a text as fit."""
    return head + part * ((SIZE - len(head) - len(tail)) // len(part)) + tail


def count(make, head="", tail=""):
    """make(0) + make(1) + ... as far as it fits."""
    parts, size, number = [head], len(head) + len(tail), 0
    while True:
        part = make(number)
        size += len(part.encode())
        if size > SIZE:
            return "".join(parts) + tail
        parts.append(part)
        number += 1


def inYaml(shapes):
    return {name + ".yaml": text for name, text in shapes.items()}


def nesting():
    ladder, depth = "", 0
    while depth < 440:
        ladder += " " * depth + "a:\n"
        depth += 1
    return inYaml({
        "deep-flow-list": fill("["), "deep-flow-list-closed": fill("[" * 440 + "]" * 440 + ",\n", "a: [", "1]\n"),
        "deep-flow-map": fill("{a: "), "deep-dashes": fill("- "), "deep-question-marks": fill("? "),
        "deep-block": count(lambda n: " " * n + "a:\n"), "deep-block-list": count(lambda n: " " * n + "-\n"),
        "deep-block-often": fill(ladder + "---\n"), "deep-dashes-often": fill("- " * 440 + "x\n"),
        "deep-anchored": fill("&a [")})


def keys():
    return inYaml({
        "keys": count(lambda n: f"k{n}: v\n"), "keys-in-data": count(lambda n: f"  k{n}: v\n", IDENTITY + "data:\n"),
        "keys-without-value": count(lambda n: f"k{n}:\n"), "key-again": fill("a: 1\n"), "key-again-without": fill("a:\n"),
        "keys-quoted": count(lambda n: f'"k{n}": v\n'), "keys-explicit": count(lambda n: f"? k{n}\n: v\n"),
        "keys-numbers": count(lambda n: f"{n}: {n}\n"), "keys-flow": count(lambda n: f"k{n}: v, ", "a: {", "}\n"),
        "keys-alike": count(lambda n: "k" * 60 + f"{n}: v\n"), "merge-keys": fill("<<: *a\n", "a: &a {b: c}\n"),
        "annotations": count(lambda n: f"    argocd.argoproj.io/a{n}: v\n", IDENTITY + "  annotations:\n"),
        "labels": count(lambda n: f"    l{n}: v\n", IDENTITY + "  labels:\n"),
        "long-key": fill("k", tail=": v\n"), "long-name": fill("n", "apiVersion: v1\nkind: A\nmetadata:\n  name: ", "\n"),
        "long-kind": fill("K", "apiVersion: v1\nmetadata:\n  name: n\nkind: ", "\n"),
        "names-in-metadata": fill("  name: x\n", "apiVersion: v1\nkind: A\nmetadata:\n")})


def scalars():
    return inYaml({
        "long-line": fill("x", "a: ", "\n"), "long-quoted": fill("x", 'a: "', '"\n'),
        "long-escapes": fill("\\u00e9", 'a: "', '"\n'), "long-quotes-in-quotes": fill("''", "a: '", "'\n"),
        "words": fill("x ", "a: ", "\n"), "plain-lines": fill("  x\n", "a:\n"), "plain-empty-lines": fill("\n", "a: x\n", "  y\n"),
        "quoted-lines": fill("  x\n", 'a: "\n', '"\n'), "quoted-empty-lines": fill("\n", 'a: "', '"\n'),
        "literal": fill("  x\n", "a: |\n"), "folded": fill("  x\n", "a: >\n"), "folded-indented": fill("   x\n  y\n", "a: >\n"),
        "block-empty-lines": fill("\n", "a: |\n  x\n", "  y\n"), "block-blank-lines": fill("    \n", "a: |+\n  x\n"),
        "block-blanks-first": fill(" " * 990 + "\n", "a: |\n", "  x\n"), "block-scalars": fill("- |\n  x\n", "a:\n"),
        "block-in-object": fill("    some text: of a script # not a comment\n", IDENTITY + "data:\n  a: |\n"),
        "block-separators": fill("    ---\n", IDENTITY + "data:\n  a: |\n"),
        "block-one-line": fill("x", IDENTITY + "data:\n  a: |\n    ", "\n"), "long-base64": fill("QUJD", IDENTITY + "data: {a: ", "}\n"),
        "binary": fill("QUJD", "a: !!binary ", "\n"), "long-digits": fill("1", "a: ", "\n"), "long-fraction": fill("1", "a: 0.", "\n"),
        "long-exponent": fill("9", "a: 1e", "\n"), "sexagesimal": fill(":59", "a: 1", "\n"), "underscores": fill("1_", "a: ", "1\n"),
        "numbers": fill("- 1.5e3\n"), "floats": fill("- 123456789.123456789e-200\n"), "nothings": fill("- ~\n"),
        "blanks": fill(" "), "blanks-behind": fill(" ", "a: x", "\n"), "line-feeds": fill("\n"), "tabs": fill("\t"),
        "colons": fill(":"), "hashes": fill("#"), "commas": fill(","), "dashes": fill("-"), "percents": fill("%\n"),
        "characters-of-two-bytes": fill("é", "a: ", "\n")[:SIZE // 2], "no-break-spaces": fill("\u00a0", "a: ", "\n")[:SIZE // 2],
        "bullets": fill("\u2022", "a: ", "\n")[:SIZE // 3]})


def quotes():
    return inYaml({
        "open-quote": fill("x\n", 'a: "'), "open-single-quote": fill("x\n", "a: '"), "double-quotes": fill('"'),
        "single-quotes": fill("'"), "open-quotes": fill('a: "x\n'), "open-quotes-in-documents": fill('---\na: "x\n'),
        "open-quote-behind-documents": fill("a: 1\n---\n", "", 'b: "x\n'), "open-quote-before-documents": fill("a: 1\n---\n", 'b: "x\n'),
        "open-quotes-in-list": fill("- 'x\n"), "open-flow": fill("[a,\n", "a: "), "open-flow-in-documents": fill("---\na: [\n"),
        "quotes-over-lines": fill("- \"x\n  y\"\n"), "apostrophes": fill("- it's\n")})


def comments():
    return inYaml({
        "comments": fill("#\n"), "comments-behind": fill("a: b # c\n"), "comments-in-list": fill("- a # c\n"),
        "comments-then-object": fill("# c\n", "", IDENTITY), "comments-in-object": fill("  # c\n", IDENTITY + "data:\n  a: b\n", "  c: d\n"),
        "comments-behind-object": fill("# c\n", IDENTITY), "comments-in-metadata": fill("    # c\n", "apiVersion: v1\nkind: A\nmetadata:\n", "  name: x\n"),
        "comment-long": fill("#", IDENTITY), "comments-between-documents": fill("a: b\n# c\n---\n# d\n")})


def lists():
    item = "- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: n%d}\n"
    plain = "- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: n%d\n"
    head = "apiVersion: v1\nkind: List\nitems:\n"
    return inYaml({
        "list": fill("- a\n"), "list-in-key": fill("- a\n", "a:\n"), "list-of-lists": fill("- - - a\n    - b\n"),
        "list-of-maps": fill("- a: b\n  c: d\n"), "list-of-nothing": fill("-\n"), "list-below-key": fill("  - a\n", IDENTITY + "data:\n"),
        "items": count(lambda n: plain % n, head), "items-flow": count(lambda n: item % n, head),
        "items-then-kind": count(lambda n: plain % n, "items:\n", "apiVersion: v1\nkind: List\n"),
        "items-alike": fill(plain % 1, head), "items-of-typed-list": count(lambda n: f"- metadata: {{name: n{n}}}\n", "apiVersion: v1\nkind: ConfigMapList\nitems:\n"),
        "items-nothing": fill("- {}\n", head), "items-nested": fill("- kind: List\n  apiVersion: v1\n  items: []\n", head)})


def documents():
    sure, unsure = "a: 1\n---\n", "a: &x 1\n---\n"
    tiny = "apiVersion: v1\nkind: A\nmetadata:\n  name: n%d\n---\n"
    anchored = "apiVersion: v1\nkind: A\nmetadata: &m\n  name: n%d\n---\n"
    return inYaml({
        "separators": fill("---\n"), "ends": fill("...\n"), "ends-and-separators": fill("...\n---\n"), "documents": fill(sure),
        "documents-alternating": fill(sure + unsure), "documents-unsure": fill(unsure), "documents-broken": fill("a: [\n---\n"),
        "documents-behind-end": fill("a: 1\n...\n"), "separators-with-text": fill("---\n--- x\n"), "directives": fill("%YAML 1.1\n---\na: 1\n"),
        "objects": count(lambda n: tiny % n), "objects-alternating": count(lambda n: (anchored if n % 2 else tiny) % n),
        "objects-unsure": count(lambda n: anchored % n), "objects-flow": count(lambda n: "{apiVersion: v1, kind: A, metadata: {name: n%d}}\n---\n" % n, "a: 1\n---\n"),
        "object-again": fill(tiny % 1), "object-broken-between": count(lambda n: tiny % n + ("a: [\n---\n" if n % 100 == 99 else ""))})


def bytesAndBreaks():
    return inYaml({
        "carriage-returns": fill("\r"), "crlf": fill("a: 1\r\n---\r\n"), "crlf-list": fill("- a\r\n"), "line-separators": fill("\u2028")[:SIZE // 3],
        "line-separators-in-object": (IDENTITY + "data:\n  a: b # " + "\u2028  c: d # " * 70_000)[:600_000],
        "next-lines": fill("\u0085")[:SIZE // 2], "carriage-returns-in-documents": fill("a: 1 # x\ry\n---\n"),
        "byte-order-marks": fill("\ufeff")[:SIZE // 3], "byte-order-marks-in-documents": fill("---\n\ufeffa: 1\n", "x: 1\n")[:SIZE * 3 // 4],
        "conflict-marks": fill("<<<<<<< a\n=======\n>>>>>>> b\n")})


def aliases():
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    return inYaml({
        "anchors": fill("- &a x\n"), "anchors-of-many-names": count(lambda n: f"- &a{n} x\n"), "alias-bomb": bomb + fill("#\n")[:1000],
        "aliases": fill("- *a\n", "- &a x\n"), "aliases-of-text": fill("- *a\n", "- &a " + "x" * 2000 + "\n"),
        "aliases-to-the-limit": "a: &a [" + "1," * 99_000 + "1]\nb: [" + ", ".join(["*a"] * 18) + "]\n",
        "aliases-of-maps-to-the-limit": "a: &a {" + "".join(f"k{n}: , " for n in range(90_000)) + "}\nb: [" + ", ".join(["*a"] * 20) + "]\n",
        "aliases-in-documents": fill("a: &x [1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: [*x, *x, *x, *x, *x, *x]\n---\n"),
        "merges": "m: &m {" + "".join(f"k{n}: v, " for n in range(20_000)) + "}\n" + "".join(f"n{n}:\n  <<: *m\n" for n in range(60)),
        "tags": fill("- !x y\n"), "tags-undefined": fill("- !x!y z\n")})


def json():
    deep = "[" * 440 + "]" * 440
    shapes = {
        "json-deep": fill("["), "json-deep-closed": fill(deep + ",", "[", "1]"), "json-keys": count(lambda n: f'"k{n}":1,', "{", '"z":1}'),
        "json-key-again": fill('"a":1,', "{", '"a":1}'), "json-numbers": fill("1,", "[", "1]"), "json-escapes": fill("\\u00e9", '["', '"]'),
        "json-open-quote": fill("x", '["'), "json-surrogates": fill("\\ud83d", '["', '"]'), "json-blanks": fill(" ", "[", "]"),
        "json-objects": fill('{"a":{}},', "[", "{}]"), "json-long-number": fill("1", "[", "]")}
    files = {name + ".json": text for name, text in shapes.items()}
    files.update(inYaml({"json-stream": fill('{"a":1}\n'), "json-stream-broken": fill('{"a":1}\n', "", "b: 1\n"),
                         "json-in-yaml": "a: 1\n---\n" + count(lambda n: f'"k{n}":1,', "{", '"z":1}\n')[:SIZE - 10].rsplit(",", 1)[0] + "}\n"}))
    return files


def engine():
    """Easy to read, hard to judge."""
    def claim(n):
        return f"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: c{n}, namespace: web}}\n---\n"

    def customKind(n):
        return ("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: k%d.x}\n"
                "spec: {group: x, names: {kind: K%d}, scope: Cluster}\n---\n" % (n, n))

    generated = ("apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: s, namespace: argocd}\nspec:\n"
                 "  template:\n    metadata: {name: 'a-{{name}}-{{x}}'}\n    spec: {source: {repoURL: r, path: p}, destination: {name: c, namespace: web}}\n"
                 "  generators:\n")
    def product(lengths):
        matrix = generated + "  - matrix:\n      generators:\n"
        for key, length in zip(("name", "x"), lengths):
            matrix += "      - list:\n          elements:\n" + "".join(f"          - {{{key}: e{n}}}\n" for n in range(length))
        return matrix

    return inYaml({
        "applications": count(lambda n: APPLICATION.format(name=f"a{n}", path=f"p{n}") + "---\n"),
        "applications-of-one-path": count(lambda n: APPLICATION.format(name=f"a{n}", path="'.'") + "---\n"),
        "application-again": fill(APPLICATION.format(name="a", path="p") + "---\n"),
        "applications-of-themselves": count(lambda n: APPLICATION.format(name=f"a{n}", path=".") + "---\n"),
        "claims": count(claim), "claim-again": fill(claim(1)), "custom-kinds": count(customKind),
        "namespaces": count(lambda n: f"apiVersion: v1\nkind: Namespace\nmetadata: {{name: n{n}}}\n---\n"),
        "names-nearly-alike": count(lambda n: f"apiVersion: v1\nkind: Secret\nmetadata: {{name: abcdefghijklmnopqrstuvwxyz-{n:05}, namespace: web}}\n---\n"),
        "api-versions": count(lambda n: f"apiVersion: g{n}.io/v1\nkind: A\nmetadata: {{name: x}}\n---\n"),
        "kinds": count(lambda n: f"apiVersion: v1\nkind: K{n}\nmetadata: {{name: x}}\n---\n"),
        "references": count(lambda n: f"  - secretRef: {{name: s{n}}}\n", "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n  - name: a\n    envFrom:\n"),
        "generated-applications": count(lambda n: f"      - {{name: e{n}}}\n", generated + "  - list:\n      elements:\n"),
        "generated-by-matrix": product((2000, 2000)),
        "generated-to-the-limit": count(lambda n: product((100, 99)).replace("name: s,", f"name: s{n},") + "---\n"),
        "resources-of-a-kustomization": count(lambda n: f"- r{n}.yaml\n", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: x}\nresources:\n")})


def changes():
    """The same file before and after."""
    lines = [f"    - line {n}\n" for n in range(45_000)]
    head = IDENTITY + "spec:\n    list:\n"
    reverse = {"list-reversed.yaml": head + "".join(reversed(lines)), "list-reversed.before": head + "".join(lines)}
    numbers = [f"  k{n}: " for n in range(60_000)]
    rewritten = {"values-changed.yaml": IDENTITY + "data:\n" + "".join(key + "b\n" for key in numbers),
                 "values-changed.before": IDENTITY + "data:\n" + "".join(key + "a\n" for key in numbers)}
    text = [f"    text {n * 7919 % 60_000}\n" for n in range(60_000)]
    other = [f"    text {n * 104_729 % 60_000}\n" for n in range(60_000)]
    script = {"text-changed.yaml": IDENTITY + "data:\n  a: |\n" + "".join(other), "text-changed.before": IDENTITY + "data:\n  a: |\n" + "".join(text)}
    named = "  - {{name: n{0}, value: {1}}}\n"
    env = {"named-list-changed.yaml": IDENTITY + "env:\n" + "".join(named.format(n, "b") for n in range(29_000)),
           "named-list-changed.before": IDENTITY + "env:\n" + "".join(named.format(28_999 - n, "a") for n in range(29_000))}
    tiny = "apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: n{0}, namespace: web}}\ndata: {{a: {1}}}\n---\n"
    renamed = {"objects-renamed.yaml": "".join(tiny.format(f"{n}x", "v") for n in range(10_000)),
               "objects-renamed.before": "".join(tiny.format(n, "v") for n in range(10_000))}
    changed = {"objects-changed.yaml": "".join(tiny.format(n, "b") for n in range(10_000)),
               "objects-changed.before": "".join(tiny.format(n, "a") for n in range(10_000))}
    claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: c{0}, namespace: web}}\n---\n"
    removed = {"claims-removed.yaml": "a: 1\n", "claims-removed.before": "".join(claim.format(n) for n in range(11_000))}
    return {**reverse, **rewritten, **script, **env, **renamed, **changed, **removed}


def inputs():
    """The text of each file, by its name."""
    files = {}
    for shapes in (nesting, keys, scalars, quotes, comments, lists, documents, bytesAndBreaks, aliases, json, engine, changes):
        files.update(shapes())
    return files


def write(folder):
    os.makedirs(folder, exist_ok=True)
    for name, text in inputs().items():
        data = text.encode()
        if len(data) > SIZE:
            raise ValueError(f"{name} has {len(data)} bytes")
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


def run(command):
    """Wall time and processor time in seconds, peak memory in MiB. Ends it after a minute."""
    begin = time.monotonic()
    process = subprocess.Popen(["timeout", "60", *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 3, 124):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def table(folder, program):
    """One row for each input; whether all are within the bounds."""
    rows = []
    scratch = tempfile.mkdtemp(prefix="noclobber-worst-")
    try:
        for name in sorted(name for name in os.listdir(folder) if not name.endswith(".before")):
            repository = os.path.join(scratch, name)
            worst.commit(repository, os.path.join(folder, name))
            rows.append((*run([program, "review", "-q", "-C", repository, "main", "change"]), name))
            shutil.rmtree(repository)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print("    wall   processor      peak")
    for wall, processor, megabytes, name in sorted(rows, reverse=True):
        print(f"{wall:6.2f} s {processor:9.2f} s {megabytes:5.0f} MiB  {name}")
    return all(wall <= 2 and megabytes <= 512 for wall, _, megabytes, _ in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1].replace("\n", " "))
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--program", metavar="NOCLOBBER")
    options = parser.parse_args()
    if not options.program:
        write(options.folder)
        return 0
    # Written by a process of its own: the memory of this one would count as that of the programs it starts.
    subprocess.run([sys.executable, "-B", __file__, options.folder], check=True)
    return 0 if table(options.folder, options.program) else 1


if __name__ == "__main__":
    sys.exit(main())
