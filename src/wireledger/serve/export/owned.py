"""A folder that only what was written here stands in: a list of its files tells what may be replaced or taken away."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from types import TracebackType

LIST = "wireledger-site.txt"
HEAD = "Written by `wireledger export site`; what is listed here is replaced or taken away when it is written again."


class NotOwnedError(Exception):
    """The folder has files in it that were not written here."""


class Owned:
    """A folder that is being written; what an earlier time wrote and this one does not is taken away at the end."""

    def __init__(self, folder: Path) -> None:
        """Raises NotOwnedError for a folder with something else in it, OSError for what is none."""
        self._folder, self._written = folder, set[str]()
        folder.mkdir(parents=True, exist_ok=True)
        self._before = _listed(folder)
        self._log = (folder / LIST).open("a", encoding="utf-8", newline="\n")
        if not self._before and not self._log.tell():
            self._log.write(HEAD + "\n")

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file under its name ("entry/e1.html")."""
        if name not in self._before and name not in self._written:
            self._log.write(name + "\n")  # so that a run that is stopped leaves nothing that no list names
            self._log.flush()
        self._written.add(name)
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(parts)

    def __enter__(self) -> Owned:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _fault: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._log.close()
        if kind is None:
            for name in self._before - self._written:
                _taken_away(self._folder, name)
            told = "\n".join([HEAD, *sorted(self._written)]) + "\n"
            (self._folder / LIST).write_text(told, encoding="utf-8", newline="\n")


def _listed(folder: Path) -> set[str]:
    """What an earlier time wrote; a folder with files and no such list is somebody else's."""
    place = folder / LIST
    if not place.is_file():
        if any(folder.iterdir()):
            raise NotOwnedError(f"{folder} is not empty and was not written by export site; name an empty folder")
        return set()
    head, *names = place.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    if head != HEAD:
        raise NotOwnedError(f"{place} is no list of a site; name an empty folder")
    return {name for name in names if _is_inside(name)}


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def _taken_away(folder: Path, name: str) -> None:
    path = folder / name
    if path.is_symlink() or path.is_file():
        path.unlink()
    for above in path.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            return
        above.rmdir()
