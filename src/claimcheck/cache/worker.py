"""`python -m claimcheck.cache.worker`: read the tasks that the process which started this one sends, and answer."""

from __future__ import annotations

from typing import cast

from claimcheck.cache.analyse import analyse
from claimcheck.cache.parts import Task
from claimcheck.processes import serve

if __name__ == "__main__":
    serve(lambda tasks: list(analyse(cast("list[Task]", tasks))))
