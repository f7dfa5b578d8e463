"""Every file that cannot be read says why, in one kind of error each."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from quizapp.errors import (
    NoTextInFile,
    PasswordProtected,
    TextTooShort,
    UnknownKindOfFile,
    UnreadableFile,
)
from quizapp.reading import SUFFIXES, read_article
from tests.reading import made

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
DRM = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{way}"/></enc:EncryptedData></encryption>'
)


@pytest.mark.parametrize("name", ["a.xls", "a", "a.txt.exe", ".md"])
def test_an_unknown_kind_of_file(name):
    with pytest.raises(UnknownKindOfFile):
        read_article(made.txt(), name)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_an_empty_file(suffix, data):
    with pytest.raises(NoTextInFile):
        read_article(data, f"a{suffix}")


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_binary_junk_under_the_name_of_a_text(suffix):
    with pytest.raises(UnreadableFile):
        read_article(bytes(range(256)) * 50, f"a{suffix}")


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".epub"])
def test_a_text_under_the_name_of_a_document(suffix):
    with pytest.raises(UnreadableFile):
        read_article(made.txt(), f"a{suffix}")


@pytest.mark.parametrize("name", ["norrby.docx", "norrby.epub"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.95])
def test_an_archive_cut_short(name, share):
    data = made.ALL[name]()
    with pytest.raises(UnreadableFile):
        read_article(data[: int(len(data) * share)], name)


def test_a_pdf_cut_short():
    with pytest.raises((UnreadableFile, NoTextInFile)):
        read_article(made.printed()[:300], "a.pdf")


def test_a_pdf_of_pictures_tells_how_many_pages():
    picture = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream"
    )
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R "
        "/Resources << /XObject << /I 3 0 R >> >> >>"
    )
    drawing = "<< /Length 5 >>\nstream\n/I Do\nendstream"
    tree = "<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 2 >>"
    catalog = "<< /Type /Catalog /Pages 2 0 R >>"
    with pytest.raises(NoTextInFile) as caught:
        read_article(made.assembled([catalog, tree, picture, page, page, drawing]), "a.pdf")
    assert caught.value.pages == 2


def test_a_pdf_of_empty_pages_counts_no_pictures():
    with pytest.raises(NoTextInFile) as caught:
        read_article(made.printed([[]]), "a.pdf")
    assert caught.value.pages == 0


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_with_a_password(algorithm):
    with pytest.raises(PasswordProtected):
        read_article(locked_pdf("secret", algorithm), "a.pdf")


def test_a_pdf_that_only_forbids_changes_is_read():
    article = read_article(locked_pdf("", "AES-256"), "a.pdf")
    assert len(article.sentences) == 9


def locked_pdf(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made.printed())))
    writer.encrypt(password, "of the owner", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_word_file_with_a_password():
    with pytest.raises(PasswordProtected):
        read_article(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512), "a.docx")


def test_an_old_word_file_renamed():
    with pytest.raises(UnreadableFile):
        read_article(OLE + "WordDocument".encode("utf-16-le") + bytes(512), "a.docx")


def test_a_book_with_rights_management():
    lock = DRM.format(way="http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(PasswordProtected):
        read_article(made.book(extra={"META-INF/encryption.xml": lock}), "a.epub")


def test_a_book_with_scrambled_fonts_is_read():
    lock = DRM.format(way="http://www.idpf.org/2008/embedding")
    article = read_article(made.book(extra={"META-INF/encryption.xml": lock}), "a.epub")
    assert len(article.sentences) == 9


@pytest.mark.parametrize("suffix", [".docx", ".epub"])
def test_an_archive_of_something_else(suffix):
    with pytest.raises(UnreadableFile):
        read_article(made.archive({"hello.txt": "Hello."}), f"a{suffix}")


@pytest.mark.parametrize("suffix", [".docx", ".epub"])
def test_an_archive_that_unpacks_to_far_too_much(suffix):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(25):
            bomb.writestr(f"{number}", bytes(10_000_000))
    assert len(file.getvalue()) < 1_000_000
    with pytest.raises(UnreadableFile):
        read_article(file.getvalue(), f"a{suffix}")


@pytest.mark.parametrize("suffix", [".docx", ".epub"])
def test_an_archive_of_far_too_many_members(suffix):
    with pytest.raises(UnreadableFile):
        read_article(made.archive({str(n): "" for n in range(10_001)}), f"a{suffix}")


def test_entities_of_a_book_are_neither_fetched_nor_multiplied():
    chapter = (
        '<!DOCTYPE html [<!ENTITY a "ha ha "><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
        "<p>They laughed &b; and read &f; aloud.</p></body></html>"
    )
    article = read_article(made.book([chapter]), "a.epub")
    assert made.sentences(article) == ["They laughed &b; and read &f; aloud."]


@pytest.mark.parametrize(
    "page", ["<html><body><nav>Home</nav><script>x</script></body></html>", "<!-- -->", "<"]
)
def test_a_page_without_text(page):
    with pytest.raises((NoTextInFile, TextTooShort)):
        read_article(page.encode(), "a.html")


@pytest.mark.parametrize("data", [b"---\ntitle: A\n---\n", b"[^1]: A note.\n", b"<!-- -->"])
def test_markdown_without_text(data):
    with pytest.raises(NoTextInFile):
        read_article(data, "a.md")


def test_documents_without_text():
    empty = "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>"
    with pytest.raises(NoTextInFile):
        read_article(made.book([empty]), "a.epub")


@pytest.mark.parametrize("data", [b"# Only a Title", b"- one\n- two", b"    code.run();"])
def test_a_text_without_a_sentence(data):
    with pytest.raises(TextTooShort):
        read_article(data, "a.md")
