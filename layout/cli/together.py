"""Several pages at once: each processor has its share of them."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def each(job: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """`job` of each of `things`, in their order. Where the system can fork, processes share them out: `job` then
    gives what pickle can carry, and what it changes elsewhere is lost. A process that fails leaves the rest of its
    share to this one, where a fault is told as if there had been no other."""
    workers = min(_processors(), len(things))
    if workers < 2 or not hasattr(os, "fork"):
        yield from map(job, things)
        return
    started = [_start(job, things[first::workers]) for first in range(workers)]
    try:
        for number, thing in enumerate(things):
            try:
                yield pickle.load(started[number % workers][1])
            except (EOFError, pickle.UnpicklingError):
                yield job(thing)
    finally:
        for child, answers in started:
            answers.close()
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)


def _start(job: Callable[[T], R], share: Sequence[T]) -> tuple[int, BinaryIO]:
    """A process that does its share and sends the results, one after the other: its number, and where to read."""
    answer, send = os.pipe()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    child = os.fork()
    if child:
        os.close(send)
        return child, os.fdopen(answer, "rb")
    try:
        os.close(answer)
        with os.fdopen(send, "wb") as out:
            for thing in share:
                pickle.dump(job(thing), out, pickle.HIGHEST_PROTOCOL)
                out.flush()
    finally:
        os._exit(0)


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
