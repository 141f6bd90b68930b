"""An event loop in a thread of its own, so that synchronous calls work anywhere.

Also inside a running loop, as in a notebook, and from several threads at once.
"""

from __future__ import annotations

import threading
import weakref
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from anyio.from_thread import BlockingPortal

T = TypeVar("T")


class Background:
    """Started at the first call, stopped by `stop`, or at the latest when the process ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._portal: BlockingPortal | None = None
        self._stack = ExitStack()
        self._waiting: set[Future[Any]] = set()

    @property
    def running(self) -> bool:
        """Whether there is a thread."""
        return self._portal is not None

    def call(self, function: Callable[[], Awaitable[T]]) -> T:
        """Await `function()` in the thread's loop; an interrupt here cancels it there.

        Raises:
            EngineError: `cancel` was called meanwhile.
        """
        future = self._start().start_task_soon(function)
        self._waiting.add(future)
        try:
            return future.result()
        except CancelledError:
            raise EngineError("closed before the model answered") from None
        except BaseException:
            future.cancel()
            raise
        finally:
            self._waiting.discard(future)

    def cancel(self) -> None:
        """Cancel what other threads wait for."""
        for future in tuple(self._waiting):
            future.cancel()

    def stop(self) -> None:
        """Cancel what still runs, and end the thread."""
        with self._lock:
            self._portal = None
            self._stack.close()

    def _start(self) -> BlockingPortal:
        with self._lock:
            if self._portal is None:
                from anyio.from_thread import start_blocking_portal

                portal = self._stack.enter_context(start_blocking_portal("asyncio"))
                self._stack.callback(portal.call, portal.stop, True)  # noqa: FBT003 - cancel
                self._portal = portal
                # The thread knows nothing of us: without this it would outlive us, and block.
                weakref.finalize(self, self._stack.close)
            return self._portal
