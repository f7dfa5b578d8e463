"""An item of the rail while work goes on behind its page."""

from quizapp.ui.parts.rail import RailItem
from quizapp.ui.theme import Look


def test_the_work_behind_a_page_is_a_ring(qtbot):
    look = Look("light", 100, still=True)
    item = RailItem(look, "library", "Library")
    qtbot.addWidget(item)
    item.setCheckable(True)
    item.setChecked(True)
    item.resize(180, 36)

    def inks() -> list[str]:
        picture = item.grab().toImage()
        places = [(x, y) for x in range(140, 178) for y in range(8, 28)]
        return [picture.pixelColor(*place).name() for place in places]

    primary, surface = look.color("primary").name(), look.color("surface").name()
    assert primary not in inks()
    item.set_busy(busy=True)
    found = inks()
    assert 0 < found.count(primary) < 40
    assert found.count(surface) > 500
