"""acceptance.py PROGRAM FOLDER WAY - the acceptance walk: twelve things that a reviewer must get done, each with at most so
many clicks, key chords or typed words. WAY: mouse, keyboard, dark (by mouse, dark theme), large (by mouse, letters twice
as large). One screenshot a task is left in FOLDER.

Run it on a display of its own (tests/support/with_display).
"""
import os
import re
import subprocess
import sys
import tempfile
import traceback

from person import Missing, Person, skip_unless_possible
from shop import BUMPS, PASSWORDS, Shop

LOST = "influxdb/state-task-scheduler-0"


class Walk:
    def __init__(self, program, pictures, way):
        self.program, self.pictures, self.way = program, os.path.join(pictures, way), way
        self.by_keyboard = way == "keyboard"
        self.options = ["--theme", "dark" if way == "dark" else "light"]
        self.environment = {"LC_ALL": "C.UTF-8"}
        if way == "large":
            self.choose_large_letters()
        self.person = None
        self.done = []

    @staticmethod
    def choose_large_letters():
        """As the preferences keep it: twice the usual size in the window and in texts."""
        folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "noclobber")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "noclobber.conf"), "w", encoding="utf-8") as file:
            file.write("[General]\ninterfaceFont=18\ncodeFont=18\n")

    def start(self, *arguments):
        self.person = Person(self.program, [*self.options, *arguments], self.pictures, self.environment)
        self.person.window()

    def finish(self, task, most):
        """The task was done: takes its picture and looks whether that took too much."""
        self.person.picture(f"task-{task:02}")
        self.done.append(task)
        actions, self.person.actions = self.person.actions, 0
        print(f"{self.way}: task {task}: {actions} of at most {most} actions")
        if actions > most:
            raise Missing(f"task {task} took {actions} actions, at most {most} are allowed")

    def do(self, click, key):
        """By mouse: what to click (text, role); by keyboard: which chord."""
        if self.by_keyboard:
            self.person.press(key)
        else:
            self.person.click(*click)

    def sees(self, *patterns):
        for pattern in patterns:
            self.person.sees(pattern)

    def rows(self):
        """The first cell of each row on the screen, as it is read out."""
        return [text for text in self.person.texts() if re.match(r"[^,]+, (?:[A-Z]\w+) ", text)]


def sample_tasks(walk):
    """Tasks 1 to 5: the bundled incident."""
    walk.start()
    person = walk.person
    walk.do(("^Open the sample incident", "push button"), "Return")
    walk.sees(r"^Verdict: Block\. Merging this deletes 75 objects.* Cause: Application argocd/app01-cluster01")
    walk.finish(1, 1)

    walk.do(("^2 Overwrites", "page tab"), "2")
    walk.sees(r"apps\.yml:28\b", r"apps\.yml:226\b", r"^Wins", r"^Loses", "the last one wins")
    walk.finish(2, 1)

    walk.do(("^3 Blast radius", "page tab"), "3")
    walk.sees("^75 dying", "NO: StorageClass fast-ssd", "its file still declares it")
    lost = [" data lost" in text for text in person.texts() if re.search(r"^\w[\w-]*, .*(data lost|data kept|retained)", text)]
    if lost != sorted(lost, reverse=True) or sum(lost) < (1 if walk.way == "large" else 8):
        raise Missing(f"what loses data does not come first: {lost}")
    walk.finish(3, 1)

    if walk.way != "mouse":  # by keyboard; and large letters leave few rows in sight
        person.press("Down")
        chain = ["PersistentVolumeClaim influxdb/compactor-scratch"]
    else:
        person.click(f"PersistentVolumeClaim {LOST}", "table cell")
        chain = ["StatefulSet influxdb/task-scheduler", f"PersistentVolumeClaim {LOST}"]
    walk.do(("^Path of the object", None), "p")
    walk.sees(r"apps\.yml:226", "Application argocd/app01-cluster01", *chain, "volume")
    walk.finish(4, 3)
    person.press("Escape")
    person.press("1")
    person.actions = 0

    walk.do(("^Filter", "text"), "slash")
    person.type("kind:StatefulSet -has:protection")
    walk.sees(r"^5 of 113 shown, 108 hidden by the filter")
    if any("Secret " in text for text in walk.rows()):
        raise Missing("the filter leaves Secrets in the list")
    walk.finish(5, 3)
    person.quit()


def shop_tasks(walk, shop):
    """Tasks 6 to 8: many image bumps, noise beside a label, a Secret."""
    walk.start(shop.folder, "--base", "main", "--head", "change")
    person = walk.person
    walk.sees("^Verdict: Safe")
    if walk.by_keyboard:
        person.press("End")
        walk.sees(f"^{BUMPS} objects: image web 1.4 → 1.5")
        person.press("space")
    else:
        person.click(f"^{BUMPS} objects: image web 1.4 → 1.5", "table cell")
        person.click(f"^Mark all {BUMPS} as seen", "push button")
    walk.sees(f"^{BUMPS} of 382 seen")
    walk.finish(6, 3)

    row = r"^Modified, Deployment labelled"
    if walk.by_keyboard:
        person.press("Up")
        walk.sees("^Deployment shop/labelled")
    else:
        person.click(row, "table cell")
    # The folded field names its rule; with large letters it is further down than one sees.
    walk.sees("Noise: 1 field hidden" if walk.way == "large" else "checksum")
    person.press("h")
    walk.sees("Noise: 1 field shown" if walk.way == "large" else "checksum/config: 9ab2")
    walk.finish(7, 2)

    if walk.by_keyboard:
        person.press("Up")
    else:
        person.click(r"^Modified, Secret database", "table cell")
    person.press("f")
    walk.sees(r"stringData\.password", r"\(secret, changed\)")
    walk.finish(8, 2)
    seen = "\n".join(person.texts())
    person.press("ctrl+c")
    seen += clipboard(person)
    if any(password in seen for password in PASSWORDS):
        raise Missing("a Secret's value is on the screen or in the clipboard")
    person.quit()


def comment_by_keyboard(walk, shop):
    """Task 9 without a mouse: the first field is chosen, and the decision's button is one Tab back."""
    walk.start(shop.folder, "--base", "main", "--head", "change")
    person = walk.person
    walk.sees(f"^{BUMPS} objects: image web 1.4 → 1.5")
    person.press("End")
    person.press("Up")
    walk.sees("^Deployment shop/labelled")
    person.press("f")
    walk.sees(r"^metadata\.labels\.team")
    person.actions = 0
    person.press("c")
    person.type("why?")
    person.press("ctrl+Return")
    walk.sees("1 comment")
    person.press("ctrl+shift+Return")
    walk.sees("^change is still [0-9a-f]{10}", r"metadata\.labels\.team", "why\\?", "nothing is sent to any host")
    person.press("shift+Tab")
    person.press("space")
    person.until("the dialog is gone", lambda: person.find("^Record the request", "push button") is None)
    walk.sees("^Changes requested")
    walk.finish(9, 6)
    person.quit()


def review_tasks(walk, shop):
    """Tasks 9 to 11: says something, goes away, comes back, and the branch moves."""
    walk.start(shop.folder, "--base", "main", "--head", "change")
    person = walk.person
    person.click("^Modified, Deployment labelled", "table cell")
    person.press("f")
    person.actions = 0
    person.click(r"^metadata\.labels\.team", "table cell")
    person.press("c")
    person.type("why?")
    person.press("ctrl+Return")
    walk.sees("1 comment")
    person.press("ctrl+shift+Return")
    walk.sees("^change is still [0-9a-f]{10}", r"metadata\.labels\.team", "why\\?", "nothing is sent to any host")
    person.click("^Record the request", "push button")
    person.until("the dialog is gone", lambda: person.find("^Record the request", "push button") is None)
    walk.finish(9, 6)
    person.press("6")
    walk.sees("Changes requested: ")

    person.press("1")
    person.press("slash")
    person.type("shop")
    walk.sees("^382 of 382 shown|^382 objects")
    person.actions = 0
    person.quit()
    walk.start()
    person = walk.person
    person.actions = 1  # to quit
    person.press("Return")
    walk.sees("^Deployment shop/labelled", "380 of 382 seen.*1 comment")
    if "shop" not in person.text_of(person.sees("^Filter", "text")):
        raise Missing("the filter is not what it was")
    walk.finish(10, 2)

    shop.push_other_images(5)
    walk.sees("change has moved")
    person.actions = 0
    person.click("^Reload", "push button")
    walk.sees("5 changed since you looked", "375 of 382 seen")
    walk.finish(11, 2)
    person.quit()


def export_task(walk, folder):
    """Task 12: the page of the sample, in a browser without scripts and without a network."""
    walk.start("--sample")
    person = walk.person
    walk.sees("^Verdict: Block")
    page = os.path.join(folder, "review.html")
    person.actions = 0
    person.press("ctrl+e")
    walk.sees("^Export the review")
    person.press("Return")
    walk.sees("review.html")
    person.press("ctrl+a")
    person.actions -= 1  # belongs to the next: what is typed replaces what is there
    person.type(page)
    person.press("Return")
    person.until("the page is written", lambda: os.path.exists(page) and os.path.getsize(page))
    walk.finish(12, 4)
    person.quit()
    with open(page, encoding="utf-8") as file:
        text = file.read()
    anchor = re.search(r'href="#(o-[0-9a-f]{16})"[^>]*>[^<]*(?:<[^>]*>)*[^<]*Application', text)
    if not anchor or re.search(r"(?:src|href)=\"(?!#|https://)", text):
        raise Missing("the page has no link to the overwritten Application, or asks for something")


def clipboard(person):
    """What Ctrl+C left: pasted into the filter, and read there."""
    person.press("slash")
    person.press("ctrl+v")
    pasted = person.text_of(person.sees("^Filter", "text"))
    person.press("Escape")
    return pasted


WAYS = ("mouse", "keyboard", "dark", "large")


def main():
    if len(sys.argv) != 4 or sys.argv[3] not in WAYS:
        sys.exit(f"usage: acceptance.py PROGRAM FOLDER {'|'.join(WAYS)}")
    skip_unless_possible()
    walk = Walk(*sys.argv[1:])
    try:
        with tempfile.TemporaryDirectory() as folder:
            sample_tasks(walk)
            shop = Shop(os.path.join(folder, "shop"))
            shop_tasks(walk, shop)
            if walk.way == "mouse":
                review_tasks(walk, shop)
                export_task(walk, folder)
            if walk.by_keyboard:
                comment_by_keyboard(walk, shop)
    except Missing as missing:
        traceback.print_exc()
        walk.person.picture("failed")
        sys.exit(f"{walk.way}: {missing}")
    finally:
        walk.person.gone()


if __name__ == "__main__":
    main()
