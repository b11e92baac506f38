"""The repositories to measure with, kept in a folder until the rule that makes them changes."""
import dataclasses
import hashlib
import json
import os
import shutil
import sys

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = {"small": 20000, "large": 100000}
LAYOUTS = {"files": ("file per object", []), "apps": ("file per application", ["--layout", "file-per-app"]),
           "plain": ("no Applications", ["--no-applications"]), "blocks": ("block scalars, large CRDs", ["--blocks"])}


@dataclasses.dataclass
class Repository:
    layout: str    # in words
    folder: str
    truth: dict    # what the change holds
    identifiers: str  # a file with the blob ids of all paths of head

    def git(self, *words):
        return ["git", "-C", self.folder, *words]

    def limit(self):
        """C: what git itself needs to read all of it."""
        return measure.run(self.git("cat-file", "--batch"), stdin=self.identifiers)


class Repositories:
    def __init__(self, folder, scale):
        rule = hashlib.sha256()
        for file in ("make_repository.py", "manifests.py"):
            with open(os.path.join(HERE, file), "rb") as source:
                rule.update(source.read())
        self.folder = os.path.join(folder, rule.hexdigest()[:12])
        self.scale = scale
        for other in os.listdir(folder) if os.path.isdir(folder) else []:
            if other != os.path.basename(self.folder) and len(other) == 12:
                shutil.rmtree(os.path.join(folder, other))
        os.makedirs(self.folder, exist_ok=True)

    def get(self, layout, size, modified=300):
        """One of the LAYOUTS in one of the SIZES; made if it is not there yet."""
        objects = int(SIZES[size] * self.scale)
        words = LAYOUTS[layout][1]
        place = os.path.join(self.folder, f"{layout}-{objects}-{modified}")
        if not os.path.exists(place + ".json"):
            shutil.rmtree(place, ignore_errors=True)
            print(f"making a repository: {objects:,} objects, {LAYOUTS[layout][0]}", file=sys.stderr, flush=True)
            made = measure.output([sys.executable, "-B", os.path.join(HERE, "make_repository.py"), "--objects",
                                   str(objects), "--modified", str(modified), *words, place])
            identifiers = measure.output(["git", "-C", place, "ls-tree", "-r", "--format=%(objectname)", "change"])
            with open(place + ".ids", "w", encoding="ascii") as file:
                file.write(identifiers)
            with open(place + ".json", "w", encoding="utf-8") as file:
                file.write(made)
        with open(place + ".json", encoding="utf-8") as file:
            return Repository(LAYOUTS[layout][0], place, json.load(file), place + ".ids")
