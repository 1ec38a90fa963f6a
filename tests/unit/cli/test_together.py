"""Pages in several processes: the same answers in the same order, whatever becomes of a process."""

import os
from collections.abc import Iterator

import pytest

from layout.cli import together

HERE = os.getpid()


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(together, "_processors", lambda: 3)
    yield
    with pytest.raises(ChildProcessError):  # none is left behind
        os.waitpid(-1, os.WNOHANG)


def test_the_answers_are_in_order_and_from_other_processes() -> None:
    answers = list(together.each(lambda n: (n, os.getpid()), range(10)))
    assert [n for n, _ in answers] == list(range(10))
    workers = {process for _, process in answers}
    assert len(workers) == 3 and HERE not in workers


def test_a_large_answer_goes_through() -> None:
    sizes = [len(text) for text in together.each(lambda n: "版" * n, [300_000, 1, 200_000, 2, 100_000])]
    assert sizes == [300_000, 1, 200_000, 2, 100_000]


def test_what_another_process_cannot_do_is_done_here() -> None:
    def job(number: int) -> int:
        if number == 4 and os.getpid() != HERE:
            os._exit(1)
        return os.getpid()

    here = [process == HERE for process in together.each(job, range(9))]
    assert here == [False, False, False, False, True, False, False, True, False]


def test_a_fault_is_told_here() -> None:
    def job(number: int) -> int:
        return 1 // (number - 2)

    answers = together.each(job, range(5))
    assert [next(answers), next(answers)] == [-1, -1]
    with pytest.raises(ZeroDivisionError):
        next(answers)


def test_one_thing_needs_no_other_process() -> None:
    assert list(together.each(lambda _: os.getpid(), ["one"])) == [HERE]


def test_who_stops_asking_leaves_nobody_behind() -> None:
    answers = together.each(lambda n: "版" * 1_000_000 * n, range(1, 7))
    assert len(next(answers)) == 1_000_000
    answers.close()
