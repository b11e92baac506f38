#!/usr/bin/env python3
"""benchmark.py [options] BUILD - measures noclobber beside git and prints a table of figures.

BUILD is a build folder with the release programs and those of this folder. C is the wall time of `git cat-file --batch`
over all paths of the commit under review, measured in turn with noclobber; a figure in C is the median of the ratios of
each round. Exit status 0: every figure is what it must be; 1: one is short; 2: one could not be measured.
"""
import argparse
import os
import shutil
import sys
import tempfile

import figures
import measure
import repositories
import table


class Context:
    """What every figure is measured with."""

    def __init__(self, options):
        self.build = os.path.abspath(options.build)
        self.rounds = options.rounds
        self.isTiny = options.tiny
        self.layouts = list(repositories.LAYOUTS)[:1 if options.tiny else None]
        self.scratch = tempfile.mkdtemp(prefix="noclobber-benchmark-")
        cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        kept = options.keep or (None if options.tiny else os.path.join(cache, "noclobber", "benchmark"))
        self.repositories = repositories.Repositories(kept or os.path.join(self.scratch, "repositories"),
                                                      0.02 if options.tiny else 1)

    def program(self, path):
        """A program of the build folder, or nothing where it was not built."""
        place = os.path.join(self.build, path)
        return place if os.path.exists(place) else None

    def noclobber(self):
        """The command line; there must be one."""
        program = self.program("app/cli/noclobber")
        if program is None:
            raise measure.Failed(f"{self.build} has no noclobber: build the preset benchmark")
        return program

    def tell(self, what):
        print(what, file=sys.stderr, flush=True)


def readOptions():
    parser = argparse.ArgumentParser(prog="benchmark", description=__doc__.split("\n\n")[1].replace("\n", " "))
    parser.add_argument("build", metavar="BUILD")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each is measured (default 5)")
    parser.add_argument("--only", action="append", choices=list(figures.GROUPS), help="these figures only; can be repeated")
    parser.add_argument("--keep", metavar="DIR", help="where the repositories are kept (default: the cache folder)")
    parser.add_argument("--tiny", action="store_true", help="with tiny repositories of one layout: whether it works, not how fast")
    return parser.parse_args()


def main():
    options = readOptions()
    context = Context(options)
    try:
        print(measure.load())
        rows = []
        for group in options.only or figures.GROUPS:
            rows += figures.GROUPS[group](context)
        table.print_table(rows)
        return 0 if options.tiny else table.exit_status(rows)
    except (measure.Failed, OSError) as error:
        print(f"benchmark: {error}", file=sys.stderr)
        return 2
    finally:
        shutil.rmtree(context.scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
