"""Study one session by a screen reader's means alone, and print what was heard, as JSON.

Run by the system's Python, which has `gi`, inside a D-Bus session of its own; the argument is
the JSON of the right answer to each question.
"""

import json
import re
import sys
import time
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

PATIENCE = 15.0
"""Seconds that one step may take."""
GUARD = 0.3
"""A session takes no answer so soon after a change."""

BUTTON = ("push button", "button")
"""What AT-SPI calls a button, by its age."""
WORDS = ("label", "paragraph", "static")


class Listener:
    """A person who hears the program and cannot see it."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        Atspi.init()
        self._ears = Atspi.EventListener.new(self._hear)
        self._ears.register("object:announcement")
        self.program = self.until(self._find_program, "the program")

    def _hear(self, event) -> None:
        self.heard.append(str(event.any_data))

    def wait(self, seconds: float) -> None:
        """Let what happens be heard."""
        end, context = time.monotonic() + seconds, GLib.MainContext.default()
        while time.monotonic() < end:
            if not context.iteration(False):
                time.sleep(0.01)

    def until(self, found, step: str):
        """Return what `found` returns as soon as it is something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                got = found()
            except GLib.Error:
                got = None  # it went away while it was asked
            if got:
                return got
            self.wait(0.03)
        told = "\n".join(f"{one.get_role_name()} {one.get_name()}" for one in self.nodes())
        raise SystemExit(f"no {step}; heard {self.heard}; there is:\n{told}")

    def _find_program(self):
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(number)
            if one is not None and one.get_name() == "Quizapp":
                return one
        return None

    def nodes(self) -> list[Any]:
        """Return all that is showing."""
        found, waiting = [], [self.program]
        while waiting:
            node = waiting.pop()
            try:
                children = [
                    node.get_child_at_index(n) for n in range(node.get_child_count())
                ]
                for child in children:
                    if child is not None and _shows(child):
                        found.append(child)
                        waiting.append(child)
            except GLib.Error:
                continue
        return found

    def find(self, pattern: str, *roles: str):
        """Return what shows with a name, the first of these roles."""
        for node in self.nodes():
            if re.match(pattern, node.get_name() or "") and node.get_role_name() in roles:
                return node
        return None

    def press(self, pattern: str, *roles: str) -> str:
        """Press a button by its name, by its own action, and return the whole name."""
        node = self.until(lambda: self.find(pattern, *(roles or BUTTON)), pattern)
        name = str(node.get_name())
        for number in range(node.get_n_actions()):
            if Atspi.Action.get_action_name(node, number).lower() == "press":
                node.do_action(number)
                return name
        raise SystemExit(f"“{name}” cannot be pressed")

    def hears(self, words: str) -> str:
        """Wait until something with these words was said, and return the whole of it."""
        return str(
            self.until(lambda: [one for one in self.heard if words in one], words)[-1]
        )


def _shows(node) -> bool:
    states = node.get_state_set()
    return bool(states.contains(Atspi.StateType.SHOWING))


def study(listener: Listener, answers: dict[str, str]) -> dict[str, object]:
    """Answer everything that is due, the first choice wrongly."""
    ratings, options, roles = [], [], []
    missed = False
    listener.until(lambda: listener.find("Library", "heading"), "the Library")
    listener.press("Study now")
    done = 0
    while not listener.find("Session done", "heading"):
        listener.until(lambda done=done: len(listener.heard) > done, "a question")
        asked = listener.heard[-1]
        done = len(listener.heard)
        question = next(one for one in answers if one in asked)
        listener.until(
            lambda question=question: listener.find(re.escape(question), *WORDS),
            "the question to be read again",
        )
        listener.wait(GUARD)
        if listener.find("Show answer", *BUTTON):
            listener.press("Show answer")
        elif field := listener.find("Your answer", "text", "entry"):
            roles.append(field.get_role_name())
            field.insert_text(0, answers[question], len(answers[question]))
            listener.press("Check")
        else:
            options = [one.get_name() for one in listener.nodes() if _is_option(one)]
            right = next(one for one in options if one.endswith(answers[question]))
            wrong = next(one for one in options if one != right)
            listener.press(re.escape(right if missed else wrong))
            if not missed:
                missed = True
                listener.hears("Not quite.")
                listener.wait(GUARD)
                done = len(listener.heard)
                listener.press("Continue")
                continue
        ratings.append(
            str(listener.until(lambda: listener.find("Good, ", *BUTTON), "Good").get_name())
        )
        listener.wait(GUARD)
        done = len(listener.heard)
        listener.press("Good, ")
        listener.until(
            lambda done=done: (
                len(listener.heard) > done or listener.find("Session done", "heading")
            ),
            "what comes next",
        )
    summary = [str(node.get_name()) for node in listener.nodes() if node.get_name()]
    return {
        "heard": listener.heard,
        "ratings": ratings,
        "options": options,
        "fields": roles,
        "summary": summary,
    }


def go_round(listener: Listener) -> list[str]:
    """Take an answer back, go to other pages and into a dialog; return what was found."""
    listener.press("Undo last")
    found = [listener.hears("Rating undone")]
    listener.wait(GUARD)
    listener.press("End")
    listener.press("Back to Library")
    listener.press("Oxygen", *BUTTON)
    found.append(
        listener.until(lambda: listener.find("Oxygen", "heading"), "it").get_name()
    )
    listener.press("Questions", "page tab")
    listener.until(lambda: listener.find("Questions", "heading"), "the questions")
    listener.press("Shortcuts")
    dialog = listener.until(lambda: listener.find("Keyboard shortcuts", "dialog"), "keys")
    listener.press("Close")
    return [*found, dialog.get_name()]


def _is_option(node) -> bool:
    return bool(re.match(r"\d\. ", node.get_name() or ""))


if __name__ == "__main__":
    listener = Listener()
    heard = study(listener, json.loads(sys.argv[1]))
    print(json.dumps(heard | {"round": go_round(listener)}))
