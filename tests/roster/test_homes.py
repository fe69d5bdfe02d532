import pytest

from bot.config import Home
from bot.roster import place_of
from nlp.normalise import normalise
from nlp.places import find_places
from nlp.understanding import Place


@pytest.mark.parametrize(
    ("home", "place"),
    [
        (
            Home(building="3", unit="2", room="1501"),
            Place(None, "3", "2", "15", "1501", None, "3栋2单元1501"),
        ),
        (Home(building="6", unit="b", room="1208"), Place(None, "6", "B", "12", "1208", None, "6栋b座1208")),
        (
            Home(building="5", room="802", zone="东区"),
            Place("东区", "5", None, "8", "802", None, "东区5栋802"),
        ),
    ],
)
def test_a_home_is_the_place_that_messages_name(home: Home, place: Place) -> None:
    assert place_of(home) == place


@pytest.mark.parametrize(
    "home",
    [
        Home(building="3", unit="2", room="1501"),
        Home(building="6", unit="B", room="1208"),
        Home(building="5", unit="1", room="802"),
        Home(building="1", unit="1", room="101", zone="东区"),
    ],
)
def test_a_home_as_shown_is_understood_as_itself(home: Home) -> None:
    (found,) = find_places(normalise(home.shown))
    assert found.place == place_of(home)
