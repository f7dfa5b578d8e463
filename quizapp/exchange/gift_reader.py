"""GIFT from anyone: cut into questions first, so that a bad one costs only itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.domain.question import Flashcard, Question
from quizapp.exchange import graded, parts, reasons
from quizapp.exchange.graded import Graded
from quizapp.exchange.hindrances import ARROW
from quizapp.exchange.markup import Read, printable, read
from quizapp.exchange.understood import Gathering, Understood, read_text

_ESCAPED = {f"\\{sign}": chr(0xFDD0 + at) for at, sign in enumerate("\\~=#{}:n")}
"""Signs that stand for themselves, by characters that no text has, while the rest is read."""
_MEANT = str.maketrans(
    {held: "\n" if pair == "\\n" else pair[1] for pair, held in _ESCAPED.items()}
)
_FORMAT = re.compile(r"\s*\[(html|plain|moodle|markdown)\]")
_NAME = re.compile(r"\s*::((?:[^:]|:(?!:))*)::")
_MARK = re.compile(r"\[(id|tag):((?:\\\]|[^\]])*)\]")
_BRACE = re.compile("[{}]")
_SHARE = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_MARKUP = re.compile(r"<[A-Za-z/!]|&#?\w+;|&\ufdd3\w+;")
_RANGE = re.compile(r"#\s*=?\s*(-?[\d.]*\d)\s*\.\.\s*(-?[\d.]*\d)\s*(?:#.*)?", re.DOTALL)
"""The only answer is every number of a range."""
_TRUE, _FALSE = frozenset({"T", "TRUE"}), frozenset({"F", "FALSE"})
_OPEN = "its “{” is never closed"


@dataclass(slots=True)
class _Block:
    """A question as it stands in the file, without its comments."""

    line: int
    text: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Choice:
    """One answer: `=` or `~`, its share of the mark, its words."""

    sign: str
    share: float
    text: str
    plain: str
    """The words where they are not to be read as HTML."""


def recognises(content: bytes) -> bool:
    """Tell whether the text has braces that hold answers."""
    return b"{" in content and b"}" in content


def parse(content: bytes) -> Understood:
    """Return the questions; raises ValueError where the text is broken or has none."""
    gathering, title, category = Gathering(), "", ""
    for block in _blocks(_held(printable(read_text(content)))):
        if block.text.startswith("$CATEGORY:"):
            category = _last_step(_plain(block.text))
            title = title or category
            continue
        if category != title:
            block.tags += (category,)
        where = f"line {block.line}"
        try:
            _take(gathering, where, block)
        except ValueError as reason:
            gathering.refuse(where, str(reason))
    return gathering.done(title)


# cutting


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the questions: blank lines part them, yet not inside braces.

    Where another question begins, braces that stay open end.
    """
    lines = text.split("\n")
    begins = _beginnings(lines)
    last_closing = max((at for at, line in enumerate(lines) if "}" in line), default=-1)
    block, depth = _Block(1), 0
    for at, line in enumerate(lines):
        bare = line.strip()
        if at in begins and "{" in block.text:
            block.closed = depth <= 0
            yield block
            block, depth = _Block(at + 1), 0
        parted = depth <= 0 or at > last_closing
        if bare.startswith("//"):
            _note(block, bare)
        elif parted and (not bare or bare.startswith("$CATEGORY:")):
            if block.text:
                block.closed = depth <= 0
                yield block
                block, depth = _Block(at + 2), 0
            if bare:
                yield _Block(at + 1, bare)
        elif bare:
            block.line = block.line if block.text else at + 1
            block.text += f"{line}\n"
            depth += line.count("{") - line.count("}")
    if block.text:
        block.closed = depth <= 0
        yield block


def _beginnings(lines: list[str]) -> frozenset[int]:
    """Return where a question begins whatever stands open before it.

    That is at its name, or after a blank line at words whose first brace opens; the comments
    before it are its own.
    """
    found, start, fresh = set(), 0, True
    for at, line in enumerate(lines):
        if line.lstrip().startswith("//"):
            continue
        if _NAME.match(line) or (fresh and _opens(lines, at)):
            found.add(start)
        start, fresh = at + 1, not line.strip()
    return frozenset(found)


def _opens(lines: list[str], at: int) -> bool:
    """Tell whether the first brace from here to the next blank line opens."""
    while at < len(lines) and lines[at].strip():
        brace = _BRACE.search(lines[at])
        if brace is not None:
            return brace[0] == "{"
        at += 1
    return False


def _note(block: _Block, comment: str) -> None:
    for kind, value in _MARK.findall(comment):
        plain = _plain(value.replace("\\]", "]")).strip()
        if kind == "id":
            block.id = plain
        else:
            block.tags += (plain,)


def _last_step(line: str) -> str:
    path = line.removeprefix("$CATEGORY:").strip()
    last = re.split(r"(?<!/)/(?!/)", path)[-1].replace("//", "/").strip()
    return "" if last in {"", "top"} or last.startswith("$") else last


# understanding


def _take(gathering: Gathering, where: str, block: _Block) -> None:
    if not block.closed:
        raise ValueError(_OPEN)
    text = block.text.strip()
    named = _NAME.match(text)
    if named is not None:
        text = text[named.end() :]
        where = f"{where} ({' '.join(_plain(named[1]).split())[:60]})"
    text, kind = _format_of(text, "moodle")
    start, end = _braces(text)
    after = text[end + 1 :].strip()
    stem = _rich(_around(text[:start], after), kind)
    body, feedback = _split_feedback(text[start + 1 : end])
    found = _questions(stem.text, body, feedback, kind)
    for question in found:
        gathering.take(
            where, question, id=block.id if len(found) == 1 else "", tags=block.tags
        )
    if stem.beyond_words:
        gathering.change(where, "a picture or sound is left out")
    if not (len(found) == 1 and isinstance(found[0], Flashcard)):
        told = _told(body, feedback, kind)
        if told:
            gathering.explain(where, told)
    for left in (*parts.into(len(found)), *_left_behind(body, kind)):
        gathering.change(where, left)


def _around(before: str, after: str) -> str:
    """Return the words around the answers; words after them make the answers' place a gap."""
    if re.search(r"\w", after):
        return f"{before}{graded.WIDE_GAP} {after}"
    ends = re.fullmatch("[.!?…]+", after) is not None
    return f"{before}{graded.WIDE_GAP}{after}" if ends else before


def _braces(text: str) -> tuple[int, int]:
    """Return where the answers begin and end."""
    start = text.find("{")
    if start < 0:
        raise ValueError(reasons.ASKS_NOTHING)
    end = text.find("}", start)
    if end < 0:
        raise ValueError(_OPEN)
    return start, end


def _split_feedback(body: str) -> tuple[str, str]:
    parts = re.split(r"####", body, maxsplit=1)
    return parts[0].strip(), parts[1].strip() if len(parts) > 1 else ""


def _left_behind(body: str, kind: str) -> list[str]:
    """Return what of the answers is not taken in."""
    if body.startswith("#"):
        if _RANGE.fullmatch(body):
            return [graded.RANGE]
        exact = re.search(r":\s*0*\.?0*[1-9]", body) is None
        return [] if exact else [graded.EXACT]
    if not body.startswith(("=", "~")):
        return []
    answers = [(one.text, one.share) for one in _choices(body, kind)]
    return graded.changes(answers) if "~" in body else graded.partly_right(answers)


def _told(body: str, feedback: str, kind: str) -> str:
    """Return what is told of the answers, of each first and of all at last."""
    of_each = re.findall(r"#\s*([^\s~=][^~=#]*)", body.removeprefix("#"))
    told = (*of_each, feedback)
    return "\n".join(_rich(*_format_of(one, kind)).text for one in told if one)


def _questions(stem: str, body: str, feedback: str, kind: str) -> list[Question]:
    if not stem:
        raise ValueError("it has no words")
    if not body:
        back = _rich(*_format_of(feedback, kind)).text
        if not back:
            raise ValueError("it is an essay without an answer")
        return [Flashcard(stem, back)]
    if body.startswith("#"):
        ends = _RANGE.fullmatch(body)
        if ends is not None:
            return [graded.between(stem, ends[1], ends[2])]
        return [graded.number(stem, [*_numbers(body[1:])])]
    judged = re.split(r"#", body, maxsplit=1)[0].strip().upper()
    if judged in _TRUE | _FALSE:
        return [graded.true_or_false(stem, true=judged in _TRUE)]
    choices = [*_choices(body, kind)]
    if any(choice.sign == "~" for choice in choices):
        return [graded.choice(stem, [(one.text, one.share) for one in choices])]
    if any(ARROW in choice.plain for choice in choices):
        return [*graded.matching(stem, [_pair(choice, kind) for choice in choices])]
    return [graded.typed(stem, [*_short(choices)])]


def _short(choices: list[_Choice]) -> Iterator[Graded]:
    for choice in choices:
        exact = graded.from_wildcards(choice.plain)
        if exact is not None:
            yield exact, choice.share


def _pair(choice: _Choice, kind: str) -> tuple[str, str]:
    item, _, answer = choice.plain.partition(ARROW)
    return read(item).text if kind != "plain" else item.strip(), answer.strip()


def _choices(body: str, kind: str) -> Iterator[_Choice]:
    before, *pieces = re.split("([=~])", body)
    if before.strip():
        raise ValueError("its answers begin without “=” or “~”")
    for sign, written in zip(pieces[::2], pieces[1::2], strict=True):
        yield _choice(sign, written, kind)


def _choice(sign: str, written: str, kind: str) -> _Choice:
    written = re.split(r"#", written, maxsplit=1)[0]
    share = _SHARE.match(written)
    if share is not None:
        written = written[share.end() :]
    earned = float(share[1]) if share else (100.0 if sign == "=" else 0.0)
    written, kind = _format_of(written, kind)
    plain = _plain(written).strip()
    return _Choice(sign, earned, _rich(written, kind).text, plain)


def _numbers(body: str) -> Iterator[Graded]:
    """Yield the numbers, `3:2` by its middle and `1..5` by its ends' middle where it is whole."""
    for written in re.split(r"[=~]", body):
        number = re.split(r"#", written, maxsplit=1)[0].strip()
        share = _SHARE.match(number)
        if share is not None:
            number = number[share.end() :]
        if ".." in number:
            raise ValueError("any number of several ranges is right")
        number = number.split(":")[0].strip()
        if number and number != "*":
            yield number, float(share[1]) if share else 100.0


def _rich(written: str, kind: str) -> Read:
    """Return what a text says and shows in its format."""
    if kind in {"html", "moodle"} and _MARKUP.search(written):
        return read(_plain(written))
    lines = written if kind == "markdown" else written.replace("\n", " ")
    return Read(_plain(lines).strip())


def _format_of(written: str, kind: str) -> tuple[str, str]:
    """Return a text without the name of its format, and that format, else `kind`."""
    form = _FORMAT.match(written)
    return (written[form.end() :], form[1]) if form else (written, kind)


def _held(text: str) -> str:
    """Return a text whose escaped signs are held by characters of their own."""
    return re.sub(r"\\[\\~=#{}:n]", lambda found: _ESCAPED[found[0]], text)


def _plain(text: str) -> str:
    """Return a text with the signs that were held."""
    return text.translate(_MEANT)
