"""Read Moodle XML, whoever wrote it.

After Moodle 4.5's question/format/xml. A question that asks several things is taken apart.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from quizapp.domain.picture import Picture
from quizapp.domain.question import Flashcard, Question
from quizapp.exchange import cloze, graded, moodle_kinds, parts, pictures, reasons
from quizapp.exchange.graded import Graded
from quizapp.exchange.markup import Read, printable, read
from quizapp.exchange.moodle_xml import FILES
from quizapp.exchange.understood import LONGEST, Gathering, Understood
from quizapp.exchange.xml import Element, name, read_xml

_TYPED = frozenset({"shortanswer", "numerical"})
_ESSAYS = ("essay", "essayautograde")
_CHOICES = frozenset({"multichoice", "multichoiceset", "oumultiresponse"})


def recognises(content: bytes) -> bool:
    """Tell whether the file's first element is Moodle's."""
    return b"<quiz" in content[:4000]


def parse(content: bytes) -> Understood:
    """Return the questions that Quizapp has kinds for; raises ValueError for no Moodle XML."""
    root = read_xml(content)
    if name(root) != "quiz":
        raise ValueError("it is XML, but not Moodle's.")
    gathering, title, category, number = Gathering(), "", "", 0
    for element in root.iterchildren("question"):
        kind = element.get("type", "")
        if kind == "category":
            category = _last_step(element.findtext("category/text") or "")
            title = title or category
            continue
        number += 1
        where = _where(element, number)
        try:
            _take(gathering, where, kind, element, () if category == title else (category,))
        except ValueError as reason:
            gathering.refuse(where, f"{reason}")
    return gathering.done(title)


def _take(
    gathering: Gathering,
    where: str,
    kind: str,
    element: Element,
    category: tuple[str, ...],
) -> None:
    """Take an item in; one of another category than the set's has that for a tag."""
    found = _questions(kind, element)
    picture, left = _picture(element)
    own_id = (element.findtext("idnumber") or "") if len(found) == 1 else ""
    tags = (*(tag.text or "" for tag in element.iterfind("tags/tag/text")), *category)
    for question in found:
        gathering.take(where, question, id=own_id, tags=tags, picture=picture)
    told = "" if kind in _ESSAYS else _told(element)
    if told:
        gathering.explain(where, told)
    for one in (*parts.into(len(found)), *left, *_left_behind(kind, element)):
        gathering.change(where, one)


def _picture(element: Element) -> tuple[Picture | None, list[str]]:
    """Return the picture that stands in what is asked, and what is said of others."""
    asked = element.find("questiontext")
    if asked is None:
        return None, []
    files = {_path(file): file.text or "" for file in asked.iterfind("file")}

    def look(place: str) -> bytes | None:
        path = unquote(place).removeprefix(FILES).lstrip("/")
        return pictures.decoded(files[path]) if path in files else None

    return pictures.one_of(_read(asked).shown, look)


def _path(file: Element) -> str:
    return f"{file.get('path', '/').strip('/')}/{file.get('name', '')}".lstrip("/")


def _questions(kind: str, element: Element) -> list[Question]:
    if kind in _READERS:
        return _READERS[kind](element)
    if kind in moodle_kinds.READERS:
        return moodle_kinds.READERS[kind](element, _prompt(element), _words)
    raise ValueError(moodle_kinds.NOT_ASKED.get(kind, reasons.unknown_kind(kind)))


def _left_behind(kind: str, element: Element) -> list[str]:
    found = []
    answers = [_read(one) for one in element.iterfind("answer")]
    answers += [_read(one) for one in element.iterfind("subquestion")]
    asked = element.find("questiontext")
    if any(one.shown for one in answers):
        found.append(pictures.OUTSIDE)
    if any(one.others for one in answers) or (asked is not None and _read(asked).others):
        found.append(pictures.OTHERS)
    if kind in _CHOICES:
        found += graded.changes(_graded(element))
    if kind == "ordering":
        found.append(parts.ORDERED)
    if kind == "regexp" and len(element.findall("answer")) > 1:
        found.append("its answers that are patterns are left out")
    if kind in _TYPED:
        found += graded.partly_right(_graded(element))
    if kind in _ESSAYS and not (element.findtext("graderinfo/text") or "").strip():
        found.append("its feedback is taken for the answer")
    if any(
        (one.text or "0").strip("0. \n") for one in element.iterfind("answer/tolerance")
    ):
        found.append(graded.EXACT)
    return found


def _told(element: Element) -> str:
    """Return what is told of the answers, of each first and of all at last."""
    feedback = (*element.iterfind("answer/feedback"), *element.iterfind("generalfeedback"))
    return "\n".join(filter(None, map(_words, feedback)))


def _where(element: Element, number: int) -> str:
    title = " ".join((element.findtext("name/text") or "").split())[:60]
    return f"question {number} ({title})" if title else f"question {number}"


def _last_step(path: str) -> str:
    steps = re.split(r"(?<!/)/(?!/)", path.strip().replace("////", "//"))
    last = steps[-1].replace("//", "/").strip()
    return "" if last in {"", "top"} or last.startswith("$") else last


def _read(element: Element) -> Read:
    """Return what an element with a `text` says and shows."""
    text = element.findtext("text") or ""
    form = element.get("format", "moodle_auto_format")
    if form == "html":
        return read(text)
    if form in {"moodle_auto_format", ""}:
        return read(text.strip().replace("\n", "<br>"))
    return Read(printable(text).strip())


def _words(element: Element) -> str:
    return _read(element).text


def _prompt(element: Element) -> str:
    found = element.find("questiontext")
    words = "" if found is None else _words(found)
    if not words:
        raise ValueError("it has no words")
    if len(words) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST} characters")
    return words


def _graded(element: Element) -> list[Graded]:
    return [(_words(one), _share(one)) for one in element.iterfind("answer")]


def _share(answer: Element) -> float:
    try:
        return float(answer.get("fraction") or 0)
    except ValueError:
        return 0


def _essay(element: Element) -> list[Question]:
    for tag in ("graderinfo", "generalfeedback"):
        found = element.find(tag)
        back = "" if found is None else _words(found)
        if back:
            return [Flashcard(_prompt(element), back)]
    raise ValueError("it is an essay without an answer")


def _multichoice(element: Element) -> list[Question]:
    return [graded.choice(_prompt(element), _graded(element))]


def _true_or_false(element: Element) -> list[Question]:
    shares = {text.strip().lower(): share for text, share in _graded(element)}
    right = [text for text, share in shares.items() if share > 0]
    if right not in (["true"], ["false"]):
        raise ValueError(reasons.NO_VERDICT)
    return [graded.true_or_false(_prompt(element), true=right == ["true"])]


def _typed(element: Element) -> list[Question]:
    plain = [
        (one.findtext("text") or "", _share(one)) for one in element.iterfind("answer")
    ]
    found = [
        (exact, share)
        for text, share in plain
        if (exact := graded.from_wildcards(printable(text).strip())) is not None
    ]
    if plain and not found:
        raise ValueError(reasons.PATTERN)
    read = graded.number if element.get("type") == "numerical" else graded.typed
    return [read(_prompt(element), found)]


def _matching(element: Element) -> list[Question]:
    pairs = [
        (_words(one), (one.findtext("answer/text") or "").strip())
        for one in element.iterfind("subquestion")
    ]
    return [*graded.matching(_prompt(element), pairs)]


def _cloze(element: Element) -> list[Question]:
    return cloze.questions(_prompt(element))


_READERS: dict[str, Callable[[Element], list[Question]]] = {
    **dict.fromkeys(_ESSAYS, _essay),
    **dict.fromkeys(_CHOICES, _multichoice),
    "truefalse": _true_or_false,
    "shortanswer": _typed,
    "numerical": _typed,
    "matching": _matching,
    "cloze": _cloze,
    "multianswer": _cloze,
}
