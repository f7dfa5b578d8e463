"""Whatever the bytes are, the room answers with an article or with an error of its own."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.domain.article import Article
from quizapp.errors import QuizError
from quizapp.reading import SUFFIXES, read_article, read_text
from tests.reading import made

PATIENT = settings(
    deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
FILES = {f".{name.rpartition('.')[2]}": make() for name, make in made.ALL.items()}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12)), max_size=6
)


def survives(data: bytes, name: str) -> None:
    try:
        article = read_article(data, name)
    except QuizError:
        return
    holds(article)


def holds(article: Article) -> None:
    reach = 0
    assert article.title.strip()
    for sentence in article.sentences:
        words = sentence.of(article.text)
        assert words == words.strip()
        assert sentence.start >= reach
        reach = sentence.end
    assert article.text.encode()


def mangled(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, width, put in changes:
        start = int(place * len(data))
        data = data[:start] + put + data[start + width :]
    return data


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(max_size=400))
@PATIENT
def test_random_bytes(suffix, data):
    survives(data, f"a{suffix}")


@pytest.mark.parametrize("suffix", FILES)
@given(changes=CHANGES)
@PATIENT
def test_mangled_files(suffix, changes):
    survives(mangled(FILES[suffix], changes), f"a{suffix}")


@pytest.mark.parametrize("suffix", [".docx", ".epub"])
@given(chosen=st.integers(0, 50), changes=CHANGES)
@PATIENT
def test_whole_archives_of_mangled_members(suffix, chosen, changes):
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(FILES[suffix])) as sound,
        zipfile.ZipFile(file, "w") as other,
    ):
        names = sound.namelist()
        for name in names:
            content = sound.read(name)
            wanted = name == names[chosen % len(names)]
            other.writestr(name, mangled(content, changes) if wanted else content)
    survives(file.getvalue(), f"a{suffix}")


@given(text=st.text())
@PATIENT
def test_pasted_words(text):
    try:
        holds(read_text(text, None, ""))
    except QuizError:
        return


@given(text=st.text(alphabet="aA1.!?“”\"'()[]… \n-—|*", max_size=200))
@settings(deadline=None, max_examples=300)
def test_pasted_stops_and_brackets(text):
    try:
        article = read_text(text, None, "")
    except QuizError:
        return
    holds(article)
    assert article.text == text
