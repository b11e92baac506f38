#!/usr/bin/env python3
"""fixtures.py FIXTURE...

Prints changes and effects of fixtures (folders with base and head) in the words of their expected.txt, so that the
oracle itself can be held against expectations derived by hand. Needs PyYAML. It knows no layout, no exclude, no cluster
Secrets, no hooks, no renderers and no equal quantities, and leave out hostile-* (an alias bomb takes PyYAML for ever).
"""
import pathlib
import re
import sys

import effects
import reading
import statuses
import trees


def lines(folder):
    settings = (folder / "base" / ".noclobber.yaml").read_text() if (folder / "base" / ".noclobber.yaml").exists() else ""
    for repository in re.findall(r"repositories:[\s\[-]+([^]\s]+)", settings):
        reading.REPOSITORY = repository
    base_tree, head_tree = (trees.read_folder(folder / side) for side in ("base", "head"))
    base, head = reading.read_both(base_tree, head_tree)
    found = re.search(r"version:\s*['\"]?(\d+)\.(\d+)", settings)
    for id, status in sorted(statuses.statuses(base.declarations, head.declarations).items()):
        if status != "unchanged":
            yield f"change {status} {'/'.join(id)}"
    known = effects.effects(base, head, found and (int(found[1]), int(found[2])))
    for id, (effect, fate) in sorted(known.items()):
        yield f"effect {effect} {fate} {'/'.join(id)}"


def main():
    for name in sys.argv[1:]:
        folder = pathlib.Path(name)
        if not (folder / "head").exists() or not (folder / "base").exists():
            continue
        expected = set()
        for line in (folder / "expected.txt").read_text().splitlines():
            words = [w for w in line.split(" because ")[0].split() if w != "derived" and not w.startswith("[")]
            if words and words[0] in ("change", "effect"):
                if "from" in words:
                    expected.add(f"change renamed {words[-1]}")
                    words = words[:words.index("from")]
                expected.add(" ".join(words))
        try:
            got = set(lines(folder))
        except Exception as error:
            print(f"{folder.name}: cannot be read: {error!r}")
            continue
        missing = {e for e in expected - got if not any(fits(e, g) for g in got)}
        extra = {g for g in got - expected if not any(fits(e, g) for e in expected)}
        for line in sorted(missing):
            print(f"{folder.name}: missing {line}")
        for line in sorted(extra):
            print(f"{folder.name}: extra   {line}")


def fits(expected, got):
    return re.fullmatch("".join(".*" if c == "*" else re.escape(c) for c in expected), got) is not None


if __name__ == "__main__":
    main()
