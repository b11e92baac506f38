"""acceptance.py PROGRAM FOLDER WAY - the acceptance walk: twelve things that a reviewer must get done, each with at most so
many clicks, key chords or typed words. WAY: mouse, keyboard, dark (by mouse, dark theme), large (by mouse, letters twice
as large). One screenshot a task is left in FOLDER.

Run it on a display of its own (tests/support/with_display).
"""
import json
import os
import re
import shutil
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
        self.environment = {"LC_ALL": "C.UTF-8", "QT_FONT_DPI": "192" if way == "large" else "96"}
        self.person = None
        self.done = []

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
