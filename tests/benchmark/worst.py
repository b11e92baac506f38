"""The worst inputs of one megabyte: time and memory of a review that adds such a file."""
import os
import shutil
import sys

import measure
from table import Row

HERE = os.path.dirname(os.path.abspath(__file__))
INPUTS = os.path.join(HERE, "worst_inputs.py")


def commit(folder, file):
    """A repository whose branch change brings the file, to an empty main or instead of what it was before."""
    environment = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Benchmark",
                   "GIT_AUTHOR_EMAIL": "benchmark@example.com", "GIT_COMMITTER_NAME": "Benchmark",
                   "GIT_COMMITTER_EMAIL": "benchmark@example.com"}

    def git(*words):
        return measure.output(["git", "-C", folder, *words], environment=environment).strip()

    os.makedirs(folder)
    git("init", "--quiet", "--initial-branch=main")
    before = os.path.splitext(file)[0] + ".before"
    if os.path.exists(before):
        shutil.copy(before, os.path.join(folder, os.path.basename(file)))
        git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message=main")
    git("checkout", "--quiet", "-b", "change")
    shutil.copy(file, folder)
    git("add", "--all")
    git("commit", "--quiet", "--message=change")


def worst(context):
    """The slowest and the largest of them decide, by their medians."""
    seconds = Row("worst input of 1 MB, time", 2, 0.5, "s", None, "there are no worst inputs yet")
    memory = Row("worst input of 1 MB, memory", 512, 512, "MiB", None, seconds.measured)
    if not os.path.exists(INPUTS):
        return [seconds, memory]
    folder = os.path.join(context.scratch, "worst")
    measure.output([sys.executable, "-B", INPUTS, folder])
    context.tell("reviewing the worst inputs")
    program, samples = context.noclobber(), measure.Samples()
    names = sorted(name for name in os.listdir(folder) if not name.endswith(".before"))
    for name in names:
        commit(os.path.join(context.scratch, "worst-" + name), os.path.join(folder, name))
    environment = {"XDG_CACHE_HOME": os.path.join(context.scratch, "empty")}
    for _ in range(context.rounds):
        for name in names:
            repository = os.path.join(context.scratch, "worst-" + name)
            samples.add(name, measure.run([program, "review", "-q", "-C", repository, "main", "change"],
                                          environment=environment, codes=(0, 1, 3)))
    slowest, largest = max(names, key=samples.seconds), max(names, key=samples.megabytes)
    seconds.figure, seconds.measured = samples.seconds(slowest), f"{slowest}, of {len(names)}"
    memory.figure, memory.measured = samples.megabytes(largest), largest
    return [seconds, memory]
