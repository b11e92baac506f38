"""Figures of single parts: the programs of this folder that measure without git and processes."""
import json
import os

import measure
from table import Row

HERE = os.path.dirname(os.path.abspath(__file__))
CHANGES = 5000


def parts(context):
    """The identity scan in memory and the reports of a large change."""
    scan = Row("identity scan in memory", 1, 4, "GB/s", None, "the programs for it are not built", isRate=True)
    time = Row(f"HTML report of {CHANGES:,} changed objects", 1.5, 0.5, "s", None, scan.measured)
    size = Row("the same, its size", 8, 6, "MB", None, scan.measured)
    program = context.program("tests/benchmark/benchmark_parts")
    if program is None:
        return [scan, time, size]
    changes = int(CHANGES * context.repositories.scale)
    folders = [context.repositories.get("files", "small").folder,
               context.repositories.get("files", "small", changes).folder]
    context.tell("measuring the parts")
    options = [f"--benchmark_repetitions={context.rounds}", "--benchmark_format=json",
               "--benchmark_filter=identityScan|htmlReport"]
    report = json.loads(measure.output([program, *folders, *options, *(["--benchmark_min_time=0.01"] * context.isTiny)]))
    medians = {one["run_name"].split("/")[0]: one for one in report["benchmarks"]
               if one.get("aggregate_name") == "median" or context.rounds == 1}
    scan.figure = medians["identityScan"]["bytes_per_second"] / 1e9
    scan.measured = f"{medians['identityScan']['cpu_time']:.0f} ms"
    html = medians["htmlReport"]
    time.figure, time.measured = html["real_time"] / 1000, f"{html['changes']:,.0f} objects with a change or a remark"
    size.figure, size.measured = html["bytes"] / 1e6, ""
    return [scan, time, size]


def share(context):
    """How many of the bytes of real trees our own reader leaves to yaml-cpp."""
    program = context.program("tests/benchmark/bytes_left")
    rows = []
    for name, folder, must, aim in (("Argo CD", os.path.join(HERE, "..", "corpora", "argo-cd-1.8", "head"), 2, 0.5),
                                    ("kube-prometheus", os.path.join(HERE, "kube-prometheus"), 5, 1)):
        row = Row(f"bytes left to yaml-cpp: {name}", must, aim, "%", None, "the program for it is not built")
        if program:
            every, left = map(int, measure.output([program, folder]).split()[:2])
            row.figure, row.measured = 100 * left / every, f"{left:,} of {every:,} bytes"
        rows.append(row)
    return rows
