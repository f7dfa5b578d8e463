"""The side for a web address: the address, the deed that goes online, the text found there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.article import Article, PassageKind
from quizapp.ui.parts.article_field import ArticleField
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.line import Line
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_READ = {PassageKind.PARAGRAPH, PassageKind.HEADING}


class AddressSide(QWidget):
    """`asked` carries an address to read, `edited` says that it is another now."""

    asked = Signal(str)
    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.address = Line()
        self.address.setPlaceholderText(
            tr("Address of a page, like https://example.org/page")
        )
        self.address.setAccessibleName(tr("Web address"))
        self.address.returnPressed.connect(self.ask)
        self.address.textChanged.connect(self._changed)
        self._button = Button(look, tr("Read page"), icon="globe")
        self._button.setEnabled(False)
        self._button.clicked.connect(self.ask)
        self.text = ArticleField(look, tr("The page’s text will stand here."))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The article's text"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.text, 1)

    def ask(self) -> None:
        """Ask for the page, where an address was typed."""
        if address := self.address.text().strip():
            self.asked.emit(address)

    def show_article(self, article: Article | None) -> None:
        """Show what the page says, or nothing."""
        words = [
            " ".join(passage.span.of(article.text).split())
            for passage in ([] if article is None else article.passages)
            if article is not None and passage.kind in _READ
        ]
        self.text.setPlainText("\n".join(words))

    def _changed(self) -> None:
        self._button.setEnabled(bool(self.address.text().strip()))
        self.edited.emit()
