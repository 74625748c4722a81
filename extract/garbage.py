"""Read without the cycle collector, which would find nothing.

Records hold no cycles and the collector does not follow them; but every few thousand lists and matches it
looks through all that the process holds, other libraries' tables too, and that costs a fifth of the time.
"""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector off for a while; what nothing refers to any more is freed all the same."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
