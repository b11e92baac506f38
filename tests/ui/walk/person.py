"""A person before the desktop program: looks (through AT-SPI, as a screen reader does), clicks and types.

Needs a display, a window manager and a session bus of its own (tests/support/with_display), xdotool, ImageMagick's
import, and pyatspi of the system's Python. `skip_unless_possible()` ends the test as skipped where one is missing.
"""
import os
import re
import shutil
import subprocess
import sys
import time

PATIENCE = 30  # seconds until something that must appear counts as missing


def skip_unless_possible():
    missing = [name for name in ("xdotool", "import", "dbus-send") if not shutil.which(name)]
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        missing.append("pyatspi")
    if missing:
        print("SKIP: not installed: " + ", ".join(missing), file=sys.stderr)
        sys.exit(77)


class Missing(AssertionError):
    """Something that a person should see or feel is not there."""


class Person:
    def __init__(self, program, arguments, pictures, environment=None):
        self.pictures = pictures
        self.actions = 0  # clicks, key chords and typed words, as the acceptance walk counts them
        os.makedirs(pictures, exist_ok=True)
        # Asking for the accessibility bus starts it, so the program finds it.
        subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                        "org.a11y.Bus.GetAddress"], check=True, capture_output=True)
        variables = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", **(environment or {}))
        self.process = subprocess.Popen([program, *arguments], env=variables)

    # Looking ------------------------------------------------------------------------------------------------------

    def application(self):
        import pyatspi
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.get_process_id() == self.process.pid:
                return one
        return None

    def showing(self, root=None):
        """Everything that is on the screen, outer before inner."""
        import pyatspi
        waiting = [root or self.application()]
        while waiting:
            node = waiting.pop()
            if node is None:
                continue
            try:
                role = node.getRole()
                shown = node.getState().contains(pyatspi.STATE_SHOWING)
                if not shown and role not in (pyatspi.ROLE_APPLICATION, pyatspi.ROLE_FRAME):
                    continue
                yield node
                if role not in (pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_TREE_ITEM, pyatspi.ROLE_LIST_ITEM):
                    waiting.extend(node[i] for i in reversed(range(min(node.childCount, 600))))
            except Exception:  # gone while we looked
                continue

    @staticmethod
    def text_of(node):
        """What is read out of a node: its name, what it says beside that, and the text in it."""
        try:
            content = node.queryText().getText(0, -1)
        except NotImplementedError:
            content = ""
        return "\n".join(part for part in (node.name, node.description, content) if part)

    @staticmethod
    def role_of(node):
        """AT-SPI's word for it; newer versions say "button" for what was a "push button"."""
        role = node.getRoleName()
        return "push button" if role == "button" else role

    def find(self, pattern, role=None, root=None):
        """The first thing on the screen whose text matches, or None. `role`: AT-SPI's words, "push button"."""
        for node in self.showing(root):
            if role in (None, self.role_of(node)) and re.search(pattern, self.text_of(node)):
                return node
        return None

    def texts(self, root=None):
        return [self.text_of(node) for node in self.showing(root)]

    def until(self, what, condition):
        """What `condition` gives as soon as it gives something true."""
        end = time.monotonic() + PATIENCE
        while True:
            if self.process.poll() is not None:
                raise Missing(f"the program ended with {self.process.returncode} before: {what}")
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                self.picture("failed")
                raise Missing(f"waited in vain: {what}")
            time.sleep(0.05)

    def sees(self, pattern, role=None):
        return self.until(f"{role or 'something'} that says /{pattern}/ is on the screen",
                          lambda: self.find(pattern, role))

    def sees_no_more(self, pattern, role=None):
        self.until(f"nothing says /{pattern}/ any more", lambda: self.find(pattern, role) is None)

    def window(self):
        """X's number of the program's window that has the keyboard."""
        def active():
            answer = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True)
            if answer.returncode == 0 and answer.stdout.strip() == str(self.process.pid):
                return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
            return None
        return self.until("a window of the program has the keyboard", active)

    def focused(self):
        import pyatspi
        for node in self.showing():
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                return node
        return None

    def picture(self, name):
        subprocess.run(["import", "-window", "root", os.path.join(self.pictures, name + ".png")], check=False)

    # Doing --------------------------------------------------------------------------------------------------------

    def click(self, pattern, role=None, buttons=1):
        """Clicks with the mouse into the middle of what the text names; `buttons` 2 for a double click."""
        node = pattern if not isinstance(pattern, str) else self.sees(pattern, role)
        self.actions += 1
        subprocess.run(["xdotool", "mousemove", *map(str, self.middle(node)), "click", "--repeat", str(buttons),
                        "--delay", "20", "1"], check=True)

    @staticmethod
    def middle(node):
        """Of what is in sight of a node: a cell may be wider than its list."""
        import pyatspi
        place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        around = node.parent.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        left, right = max(place.x, around.x), min(place.x + place.width, around.x + around.width)
        top, bottom = max(place.y, around.y), min(place.y + place.height, around.y + around.height)
        return (left + right) // 2, (top + bottom) // 2

    def press(self, chord):
        """One key chord in xdotool's words: "ctrl+e"."""
        self.window()
        self.actions += 1
        subprocess.run(["xdotool", "key", chord], check=True)

    def type(self, words):
        """Types; each word counts."""
        self.window()
        self.actions += len(words.split())
        subprocess.run(["xdotool", "type", "--delay", "5", words], check=True)

    def quit(self):
        """Ctrl+Q; the program must end well."""
        self.press("ctrl+q")
        if self.process.wait(PATIENCE) != 0:
            raise Missing(f"the program ended with {self.process.returncode}")

    def gone(self):
        """Ends the program if it still runs, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
