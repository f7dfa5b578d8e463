"""Let what appears appear softly."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from quizapp.ui.theme import Look


def fade_in(look: Look, widget: QWidget) -> None:
    """Fade a widget in where it stands; at once where motion is reduced."""
    length = look.duration("base")
    if not length:
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0)
    widget.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", effect)
    fade.setDuration(length)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.setEasingCurve(QEasingCurve.Type.OutCubic)
    fade.finished.connect(lambda: effect.setEnabled(False))
    fade.start()
