#!/usr/bin/env python3
"""compare.py [--cases N] [--seed S] [--jobs N] REVIEW_CASES

Reviews N generated repositories with noclobber and with the reading in this folder, and prints each case in which the
two differ, made as small as possible. REVIEW_CASES is the program of that name in the build folder.
"""
import argparse
import collections
import concurrent.futures
import copy
import json
import subprocess
import sys

import effects
import generate
import properties
import reading
import statuses
import trees

Case = collections.namedtuple("Case", "base head version more")


class Noclobber:
    """One running review_cases: a case a line."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def review(self, case):
        version = f'  version: "{case.version[0]}.{case.version[1]}"\n' if case.version else ""
        settings = {".noclobber.yaml": f"argoCd:\n  repositories: [{reading.REPOSITORY}]\n{version}"}
        asked = {"base": trees.to_files(case.base) | settings, "head": trees.to_files(case.head) | settings,
                 "more": case.more}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def make_case(seed):
    """Every sixteenth is reviewed the other way round and against itself as well."""
    base, head = generate.generate(seed)
    return Case(base, head, (3, 4) if seed % 2 else None, seed % 16 == 0)


def differences(noclobber, case):
    """What differs, a line each; None where the pages leave the case open."""
    answer = noclobber.review(case)
    base, head = reading.read_both(case.base, case.head)
    wrong = properties.broken(answer, base, head)
    is_open = reading.is_open(base, head) or statuses.is_rename_open(base.declarations, head.declarations)
    if is_open or effects.is_protection_open(base):
        return wrong, True
    review = answer["review"]
    got, want = properties.statuses(review), statuses.statuses(base.declarations, head.declarations)
    wrong += compare("status", got, {id: s for id, s in want.items() if s != "unchanged" or id in got})
    got = {properties.identity(e): (e["effect"], e["dataFate"]) for e in review["effects"]}
    want = effects.effects(base, head, case.version)
    for found in (got, want):
        found |= {id: (contested(found[id][0]), "any") for id in found if effects.has_open_fate(base, id)}
    wrong += compare("effect", got, want)
    wrong += compare("winners", properties.winners(review), winners(base, head, properties.winners(review)))
    return wrong, False


def contested(effect):
    """Whether an edit of a contested object is taken or refused hangs on which declaration is live."""
    return "edited" if effect in ("updated", "blocked", "recreated") else effect


def compare(what, got, want):
    ids = sorted(id for id in got.keys() | want.keys() if got.get(id) != want.get(id))
    return [f"{what} of {'/'.join(id)}: noclobber says {got.get(id)}, the oracle {want.get(id)}" for id in ids]


def winners(base, head, asked):
    """The place of what is in effect in each commit, of the objects that are asked for."""
    found = {}
    for id in asked:
        sides = [r.declarations.get(id, []) for r in (base, head)]
        found[id] = statuses.Match(*sides).winners()
    return found


def shrink(noclobber, case, kinds):
    """Without the documents and changes that the difference does not need."""
    def still(smaller):
        wrong, is_open = differences(noclobber, smaller)
        return not is_open and any(line.split()[0] in kinds for line in wrong)

    for side in ("both", "base", "head"):
        for path in sorted(case.base.keys() | case.head.keys()):
            for number in range(9, -2, -1):
                smaller = without(case, side, path, number)
                if smaller and still(smaller):
                    case = smaller
    return case


def without(case, side, path, number):
    """Without a document of a file, or for -1 with head's file as base has it; None where there is nothing to do."""
    base, head = copy.deepcopy(case.base), copy.deepcopy(case.head)
    if number < 0:
        if side != "head" or base.get(path) == head.get(path):
            return None
        head.pop(path, None)
        head |= {path: base[path]} if path in base else {}
        return case._replace(head=head)
    removed = base.get(path, trees.File([])).documents[number:number + 1]
    if side == "head":
        removed = head.get(path, trees.File([])).documents[number:number + 1]
    if not removed:
        return None
    for tree in {"both": (base, head), "base": (base,), "head": (head,)}[side]:
        if path in tree and removed[0] in tree[path].documents:
            tree[path].documents.remove(removed[0])
            if not tree[path].documents:
                del tree[path]
    return case._replace(base=base, head=head)


def describe(case):
    lines = [f"Argo CD {case.version}"]
    for path in reading.in_walk_order(case.base.keys() | case.head.keys()):
        before, after = case.base.get(path), case.head.get(path)
        for word, file in [("base and head", before)] if before == after else [("base", before), ("head", after)]:
            if file:
                lines += [f"=== {word} {path}", trees.to_text(strip(file))]
    return "\n".join(lines)


def strip(file):
    """Without the labels that only make objects differ."""
    file = copy.deepcopy(file)
    for document in file.documents:
        for manifest in document.get("items") or [document]:
            manifest["metadata"]["labels"] = {"l0": manifest["metadata"].get("labels", {}).get("l0")}
    return file


def run(program, seeds):
    """The report of each seed that differs, and how many the pages leave open."""
    noclobber, reports, left_open = Noclobber(program), [], 0
    for seed in seeds:
        case = make_case(seed)
        wrong, is_open = differences(noclobber, case)
        left_open += is_open
        if wrong:
            reports.append((seed, wrong))
    return reports, left_open


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[2])
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=3, help="how many differing cases to make small and print")
    parser.add_argument("program")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.cases)
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        parts = list(pool.map(run, [options.program] * options.jobs, [seeds[n::options.jobs] for n in range(options.jobs)]))
    reports = sorted(report for part, _ in parts for report in part)
    noclobber = Noclobber(options.program)
    for seed, wrong in reports[:options.show]:
        small = shrink(noclobber, make_case(seed), {line.split()[0] for line in wrong})
        print(f"##### seed {seed}", *differences(noclobber, small)[0], describe(small), sep="\n")
    for seed, wrong in reports[options.show:options.show + 20]:
        print(f"##### seed {seed}: {len(wrong)} differences, the first: {wrong[0]}")
    print(f"{len(seeds)} cases: {len(reports)} differ, {sum(left for _, left in parts)} are left open by the pages")
    return 1 if reports else 0


if __name__ == "__main__":
    sys.exit(main())
