"""Runs programs and tells how long they took and how much memory they held."""
import collections
import os
import statistics
import subprocess
import time

Sample = collections.namedtuple("Sample", "seconds megabytes")


class Failed(Exception):
    """A program ended otherwise than it should."""


def run(command, *, stdin=None, environment=None, codes=(0,), cwd=None):
    """Runs a program once, its output thrown away. Peak memory is that of the process itself."""
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd,
                               env={**os.environ, **(environment or {})})
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if stdin:
        source.close()
    if process.returncode not in codes:
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}: "
                     f"{said.decode(errors='replace').strip()[-400:]}")
    return Sample(seconds, usage.ru_maxrss / 1024)


def output(command, *, environment=None, codes=(0,)):
    """What a program writes to its standard output."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env={**os.environ, **(environment or {})}, check=False)
    if done.returncode not in codes:
        raise Failed(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return done.stdout


class Samples:
    """Samples by name, made in turn."""

    def __init__(self):
        self.samples = collections.defaultdict(list)

    def add(self, name, sample):
        self.samples[name].append(sample)

    def seconds(self, name):
        """The median."""
        return statistics.median(sample.seconds for sample in self.samples[name])

    def megabytes(self, name):
        return statistics.median(sample.megabytes for sample in self.samples[name])

    def ratio(self, name, other):
        """The median of the ratios of what was measured in one round."""
        pairs = zip(self.samples[name], self.samples[other])
        return statistics.median(one.seconds / two.seconds for one, two in pairs)


def load():
    """What the machine does besides, as a sentence."""
    one, five, _ = os.getloadavg()
    cores = os.cpu_count()
    busy = ": others are at work, so trust the ratios only" if one > 0.5 else ""
    return f"{cores} cores, load {one:.1f} (last minute) and {five:.1f} (five minutes){busy}"
