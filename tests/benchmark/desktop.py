"""Figures of the window, on a display of its own."""
import os
import statistics

import measure
from repositories import LAYOUTS
from table import Row

HERE = os.path.dirname(os.path.abspath(__file__))
DISPLAY = os.path.join(HERE, "..", "support", "with_display")
LOOP = ('program=$1 rounds=$2 folder=$3; for ((i = 0; i <= rounds; i++)); do '
        '"$program" start "$(date +%s%N)" "$folder"; done')
NO_DISPLAY = 77
UNMEASURED = "no display or not built"


def timings(command):
    """One number a line; nothing where there is no display."""
    said = measure.output([DISPLAY, *command], codes=(0, NO_DISPLAY))
    return [float(line) for line in said.split()]


def start(context, layout, program):
    """From the start of the program to the verdict. The display's folders are new: the first time there is no index."""
    row = Row(f"desktop: verdict after the start, 100k, index kept: {LAYOUTS[layout][0]}", 1, 0.5, "s", None, UNMEASURED)
    if program:
        folder = context.repositories.get(layout, "large").folder
        cold, *warm = timings(["bash", "-c", LOOP, "loop", program, str(context.rounds), folder]) or [0]
        if warm:
            row.figure, row.measured = statistics.median(warm) / 1000, f"the first time {cold / 1000:.2f} s"
    return row


def keystroke(context, program):
    row = Row("desktop: keystroke in the filter to the list, 100k rows", 50, 16, "ms", None, UNMEASURED)
    folder = context.repositories.get("files", "large").folder
    keys = timings([program, "filter", folder, from_nothing(folder)]) if program else []
    if keys:
        row.figure, row.measured = statistics.median(keys), f"{len(keys)} keys, longest {max(keys):.0f} ms"
    return row


def cancel(context, program):
    row = Row("desktop: Escape during the review, 100k", 200, 100, "ms", None, UNMEASURED)
    folder = context.repositories.get("files", "large").folder
    times = timings([program, "cancel", folder]) if program else []
    if times:
        row.figure, row.measured = max(times), f"the longest of {len(times)}, each a bit later"
    return row


def from_nothing(folder):
    """Revisions between which every object of head is added. What it takes goes into the object database alone."""
    tree = measure.output(["git", "-C", folder, "hash-object", "-t", "tree", "-w", "/dev/null"]).strip()
    return measure.output(["git", "-C", folder, "-c", "user.name=benchmark", "-c", "user.email=benchmark@example.com",
                           "commit-tree", "-m", "nothing", tree]).strip() + "..change"


def walk(context, program):
    """How long the window was deaf at most in each step of a walk through a review of 100,000 changed objects."""
    deaf = Row("desktop: window deaf at most, 100k changes", 50, 16, "ms", None, UNMEASURED)
    scroll = Row("desktop: page of the list, 100k changes", 50, 16, "ms", None, UNMEASURED)
    memory = Row("desktop: memory, 100k changes", 600, 400, "MiB", None, UNMEASURED)
    if program:
        folder = context.repositories.get("files", "large").folder
        said = measure.output([DISPLAY, program, folder, from_nothing(folder)], codes=(0, NO_DISPLAY))
        lines = [line.split("\t") for line in said.splitlines()]
        steps = [(name, float(figure)) for name, figure, *_ in lines]
        pages = [figure for name, figure in steps if name == "scroll"]
        others = [(figure, name) for name, figure in steps if name not in ("scroll", "memory")]
        if steps:
            deaf.figure, step = max(others)
            deaf.measured = f"{len(others)} steps, longest: {step}"
            scroll.figure, scroll.measured = max(pages), f"{len(pages)} pages, median {statistics.median(pages):.0f} ms"
            memory.figure, step = max((float(more[-1]), name) for name, _, *more in lines if more)
            memory.measured = f"at most, at {step}; at the end {dict(steps)['memory']:.0f} MiB"
    return [deaf, scroll, memory]


def desktop(context):
    """How long a person waits: for the verdict after the start, for the list after a key, for anything at all."""
    program = context.program("tests/benchmark/window_timing")
    context.tell("opening windows")
    return [*(start(context, layout, program) for layout in context.layouts), keystroke(context, program),
            cancel(context, program), *walk(context, context.program("tests/benchmark/window_walk"))]
