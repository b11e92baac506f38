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
    keys = timings([program, "filter", str(int(100000 * context.repositories.scale))]) if program else []
    if keys:
        row.figure, row.measured = statistics.median(keys), f"{len(keys)} keys, longest {max(keys):.0f} ms"
    return row


def desktop(context):
    """How long a person waits: for the verdict after the start, and for the list after a key."""
    program = context.program("tests/benchmark/window_timing")
    context.tell("opening windows")
    return [*(start(context, layout, program) for layout in context.layouts), keystroke(context, program)]
