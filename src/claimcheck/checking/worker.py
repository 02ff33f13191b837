"""`python -m claimcheck.checking.worker`: judge the drafts that the process which started this one sends."""

from __future__ import annotations

from typing import cast

from claimcheck.checking.batches import Room, Setting
from claimcheck.checking.given import Given
from claimcheck.processes import serve


class _Worker:
    """Told its setting first, then batches of drafts."""

    room: Room | None = None

    def __call__(self, told: object) -> object:
        if self.room is None:
            self.room = Room(cast("Setting", told))
            return None
        return self.room(cast("list[Given]", told))


if __name__ == "__main__":
    serve(_Worker())
