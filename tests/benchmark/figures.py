"""What is measured, by group. Each takes the context of benchmark.py and gives rows of the table."""
import json
import os

import measure
from desktop import desktop
from parts import parts, share
from table import Row
from worst import worst

ANSWERS = (0, 1, 3)  # exit codes of a review that was made


class Review:
    """Runs of noclobber on one repository."""

    def __init__(self, context, repository):
        self.context, self.repository = context, repository
        self.program = context.noclobber()
        self.empty = {"XDG_CACHE_HOME": os.path.join(context.scratch, "empty")}
        self.kept = {"XDG_CACHE_HOME": os.path.join(context.scratch, "kept")}

    def command(self, *options):
        return [self.program, "review", "-C", self.repository.folder, "main", "change", *options]

    def run(self, *options, environment=None):
        return measure.run(self.command(*options), environment=environment or self.empty, codes=ANSWERS)

    def indexOption(self):
        """How the command line is told to keep an index; nothing where it cannot be."""
        return "--index" if "--index" in measure.output([self.program, "review", "--help"]) else None

    def answer(self, *options, environment=None):
        return measure.output(self.command("--format", "json", "-o", "-", *options),
                              environment=environment or self.empty, codes=ANSWERS)

    def check(self):
        """Every planted change is found, and no other: a figure of a wrong answer is none."""
        found = json.loads(self.answer())["summary"]
        truth = self.repository.truth
        expected = {"added": truth["added"], "removed": truth["removed"], "modified": truth["modified"],
                    "overwritten": truth["overwritten"] + truth["second"]}
        wrong = {name: (found[name], count) for name, count in expected.items() if found[name] != count}
        if wrong:
            raise measure.Failed(f"noclobber's answer on {self.repository.folder} is wrong (found, planted): {wrong}")

    def check_index(self, option):
        """Fills the index; the answer without it, while it is made and from it is the same."""
        answers = {self.answer(), *(self.answer(option, environment=self.kept) for _ in range(2))}
        if len(answers) != 1:
            raise measure.Failed(f"noclobber's answer on {self.repository.folder} is another with {option}")


def against(samples, name, limit="C"):
    return f"{samples.seconds(name):.2f} s, C {samples.seconds(limit):.2f} s"


def rounds(context, repository, review, steps):
    """Each step once a round, C between them; the first round only warms the file cache."""
    samples = measure.Samples()
    repository.limit()
    for _ in range(context.rounds):
        samples.add("C", repository.limit())
        for name, step in steps.items():
            samples.add(name, step())
    return samples


def reviews(context):
    """100,000 objects in each layout: cold with one thread and two, with the index kept, and how much memory."""
    cold1, cold2, kept, memory = [], [], [], []
    for layout in context.layouts:
        repository = context.repositories.get(layout, "large")
        context.tell(f"reviewing 100,000 objects, {repository.layout}")
        review = Review(context, repository)
        review.check()
        steps = {"one": lambda: review.run("--jobs", "1"), "two": lambda: review.run("--jobs", "2")}
        option = review.indexOption()
        if option:
            review.check_index(option)
            steps["kept"] = lambda: review.run("--jobs", "2", option, environment=review.kept)
        samples = rounds(context, repository, review, steps)
        what = f": {repository.layout}"
        cold1.append(Row("review 100k, cold, 1 thread" + what, 2, 1.2, "C", samples.ratio("one", "C"),
                         against(samples, "one")))
        cold2.append(Row("review 100k, cold" + what, 1.2, 0.7, "C", samples.ratio("two", "C"), against(samples, "two")))
        row = Row("review 100k, index kept" + what, 0.25, 0.1, "C", None, "no option to keep an index")
        if option:
            row.figure, row.measured = samples.ratio("kept", "C"), against(samples, "kept")
        kept.append(row)
        ours, git = samples.megabytes("two"), samples.megabytes("C")
        memory.append(Row("peak memory at 100k" + what, 2, 1.3, "x", ours / git, f"{ours:.0f} MiB, git {git:.0f} MiB"))
    return cold1 + cold2 + kept + memory


def full(context):
    """20,000 objects with the whole answer written as JSON."""
    rows = []
    for layout in context.layouts:
        repository = context.repositories.get(layout, "small")
        context.tell(f"reviewing 20,000 objects, {repository.layout}")
        review = Review(context, repository)
        file = os.path.join(context.scratch, "review.json")
        steps = {"json": lambda: review.run("--jobs", "2", "--format", "json", "-o", file)}
        samples = rounds(context, repository, review, steps)
        rows.append(Row(f"review 20k, full diff, JSON written: {repository.layout}", 3, 1.5, "C",
                        samples.ratio("json", "C"), against(samples, "json")))
    return rows


def growth(context):
    """How the time grows with five times the objects, one size after the other in each round."""
    rows = []
    for layout in context.layouts:
        small, large = (Review(context, context.repositories.get(layout, size)) for size in ("small", "large"))
        context.tell(f"reviewing 20,000 and 100,000 objects, {small.repository.layout}")
        samples = measure.Samples()
        for review in (small, large):
            review.run("--jobs", "2")
        for _ in range(context.rounds):
            samples.add("small", small.run("--jobs", "2"))
            samples.add("large", large.run("--jobs", "2"))
        rows.append(Row(f"growth 20k -> 100k: {small.repository.layout}", 6.5, 5.5, "x", samples.ratio("large", "small"),
                        f"{samples.seconds('small'):.2f} s, {samples.seconds('large'):.2f} s"))
    return rows


GROUPS = {"reviews": reviews, "full": full, "growth": growth, "parts": parts, "share": share, "worst": worst,
          "desktop": desktop}
