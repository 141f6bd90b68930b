"""Files that stand at a URL, such as s3:// or gs://, through fsspec and its packages.

Object stores cannot be appended to. What is written for such a URL is written into a file here and
put there whole, once it is done.
"""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_remote(name: str) -> bool:
    """Whether a file's name is a URL of a store; http(s) addresses are pages, and are not."""
    return _URL.match(name) is not None


class Remote:
    """What stands at a URL.

    Args:
        url: Such as "s3://bucket/results.jsonl".

    Raises:
        UsageError: there is no such kind of store, its package is missing, or it refuses us.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        with _told(url):
            import fsspec

            self._system, self._path = fsspec.core.url_to_fs(url)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return str(self._path).rsplit("/", 1)[-1]

    def exists(self) -> bool:
        """Whether anything stands there."""
        with _told(self.url):
            return bool(self._system.exists(self._path))

    def open(self) -> Any:  # noqa: ANN401 - a file of fsspec's
        """Read it, as bytes.

        Raises:
            OSError: it cannot be read.
        """
        return self._system.open(self._path, "rb")

    def take(self, path: Path) -> None:
        """Copy it into a file here."""
        with _told(self.url):
            self._system.get_file(self._path, str(path))

    def put(self, path: Path) -> None:
        """Copy a file from here to it, in the place of what stands there."""
        with _told(self.url):
            folder = self._path.rpartition("/")[0]
            self._system.makedirs(folder, exist_ok=True)
            self._system.put_file(str(path), self._path)

    def files(self) -> list[str]:
        """The URLs of the files in the folder that it is, in order; none where there is none."""
        with _told(self.url):
            self._system.invalidate_cache()
            if not self._system.exists(self._path):
                return []
            found = self._system.ls(self._path, detail=True)
            names = [one["name"].rstrip("/") for one in found if one["type"] == "file"]
        return sorted(f"{self.url}/{name.rsplit('/', 1)[-1]}" for name in names)

    def remove(self) -> None:
        """Delete it, with all that is in it."""
        with _told(self.url):
            if self._system.exists(self._path):
                self._system.rm(self._path, recursive=True)


@contextmanager
def local_copy(name: str, *, back: bool = True) -> Iterator[Path]:
    """A file here to read and write for the file of that name.

    For a URL, what stands there is brought, and with `back` what was made of it is put there in
    the end, but not where an error ended it. Other names are themselves.
    """
    if not is_remote(name):
        yield Path(name)
        return
    there = Remote(name)
    with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
        path = Path(folder) / there.name
        if there.exists():
            there.take(path)
        yield path
        if back and path.exists():
            there.put(path)


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Say in a line what fsspec and the packages behind it raise."""
    try:
        yield
    except UsageError:
        raise
    except ImportError as error:
        raise UsageError(
            f"a package for such addresses is not installed ({error})", subject=url
        ) from error
    except Exception as error:
        # Each store has a package with errors of its own, which share no base.
        raise UsageError(
            f"cannot be used ({type(error).__name__}: {error})",
            subject=url,
            way_out="Check the address and the credentials in its package's own variables",
        ) from error
