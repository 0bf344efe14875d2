"""Time that counts: seconds of a run's own work, never those in which it was paused."""

import time
from collections.abc import Generator, Iterator
from typing import TypeVar

EventT = TypeVar("EventT")


class Clock:
    """Seconds of work; time in which the consumer holds the generator does not count."""

    def __init__(self) -> None:
        self._before = 0.0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        """So far."""
        running = 0.0 if self._since is None else time.monotonic() - self._since
        return self._before + running

    def set(self, seconds: float) -> None:
        """Count on from ``seconds``."""
        self._before = seconds
        if self._since is not None:
            self._since = time.monotonic()

    def start(self) -> None:
        """Work goes on."""
        self._since = time.monotonic()

    def stop(self) -> None:
        """Somebody else's time."""
        self._before, self._since = self.seconds, None


def timed(events: Generator[EventT, None, None], clock: Clock) -> Iterator[EventT]:
    """The same events, the clock standing still while each is in the consumer's hands."""
    clock.start()
    try:
        for event in events:
            clock.stop()
            yield event
            clock.start()
    finally:
        events.close()
