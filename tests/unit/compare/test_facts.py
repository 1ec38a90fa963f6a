"""What a scene says of its make-up, and that it survives being written down."""

from layout.geometry import Rect
from layout.scene.codec import dump, load
from layout.scene.facts import Facts, Fit, Lattice, Place
from layout.scene.items import Scene

TRIM = Rect(0, 0, 1000, 2000)
FACTS = Facts(
    Lattice(10, 20, 4, 100, 10, 26, 12),
    (Place("A", Rect(10, 20, 210, 120), (0, 0, 2, 10), stories=("market",)), Place("P", TRIM, picture="a/b")),
    (Fit("market", 9, over_lines=2, over_characters=17),),
)


def test_facts_go_through_json() -> None:
    scene = Scene(TRIM, TRIM, (), facts=FACTS)
    assert load(dump(scene)) == scene


def test_a_scene_without_facts_does_not_mention_them() -> None:
    assert b"facts" not in dump(Scene(TRIM, TRIM, ()))
