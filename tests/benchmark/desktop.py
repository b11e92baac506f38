"""Figures of the window, on a display of its own."""
import os
import statistics

import measure
from table import Row

HERE = os.path.dirname(os.path.abspath(__file__))
DISPLAY = os.path.join(HERE, "..", "support", "with_display")
LOOP = ('program=$1 rounds=$2 folder=$3; for ((i = 0; i <= rounds; i++)); do '
        '"$program" start "$(date +%s%N)" "$folder"; done')
NO_DISPLAY = 77


def timings(command):
    """One number a line; nothing where there is no display."""
    said = measure.output([DISPLAY, *command], codes=(0, NO_DISPLAY))
    return [float(line) for line in said.split()]


def desktop(context):
    """How long a person waits: for the verdict after the start, and for the list after a key."""
    start = Row("desktop: verdict after the start, 100k, index kept", 1, 0.5, "s", None, "no display or not built")
    key = Row("desktop: keystroke in the filter to the list, 100k rows", 50, 16, "ms", None, start.measured)
    program = context.program("tests/benchmark/window_timing")
    if program is None:
        return [start, key]
    repository = context.repositories.get("files", "large")
    context.tell("opening windows")
    cold, *warm = timings(["bash", "-c", LOOP, "loop", program, str(context.rounds), repository.folder]) or [0]
    if warm:
        start.figure = statistics.median(warm) / 1000
        start.measured = f"the first time {cold / 1000:.2f} s"
    keys = timings([program, "filter", str(int(100000 * context.repositories.scale))])
    if keys:
        key.figure, key.measured = statistics.median(keys), f"{len(keys)} keys, longest {max(keys):.0f} ms"
    return [start, key]
