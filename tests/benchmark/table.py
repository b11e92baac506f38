"""The table of figures: what was measured, beside what it must be and what it should be."""
import dataclasses


@dataclasses.dataclass
class Row:
    """One figure. `unit` says what must, aim and figure are; a smaller figure is better unless `isRate`."""
    what: str
    must: float
    aim: float
    unit: str
    figure: float | None = None
    measured: str = ""
    isRate: bool = False

    def verdict(self):
        if self.figure is None:
            return "skipped"
        reaches = (lambda bound: self.figure >= bound) if self.isRate else (lambda bound: self.figure <= bound)
        return "aim" if reaches(self.aim) else "ok" if reaches(self.must) else "SHORT"


def number(value, unit):
    if value is None:
        return "-"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text} {unit}"


def print_table(rows):
    titles = ("what", "must", "aim", "figure", "", "measured (medians)")
    lines = [(row.what, number(row.must, row.unit), number(row.aim, row.unit), number(row.figure, row.unit),
              row.verdict(), row.measured) for row in rows]
    widths = [max(len(line[column]) for line in [titles, *lines]) for column in range(len(titles))]
    for line in [titles, tuple("-" * width for width in widths), *lines]:
        left = [line[0].ljust(widths[0])] + [text.rjust(width) for text, width in zip(line[1:4], widths[1:4])]
        print("  ".join([*left, line[4].ljust(widths[4]), line[5]]).rstrip())


def exit_status(rows):
    """1 if a figure is short of what it must be, else 2 if one was not measured."""
    verdicts = {row.verdict() for row in rows}
    return 1 if "SHORT" in verdicts else 2 if "skipped" in verdicts else 0
