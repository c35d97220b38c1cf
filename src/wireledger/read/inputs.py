"""Opens what was named: files, folders, standard input and web addresses.

A folder is read with all below it, in sorted order. In a folder these are not reports and are passed over: hidden files
and folders (a name with a leading dot), README.md, and expected.jsonl (what a sample's reader should find). A file
that is named itself is always read.
"""

from __future__ import annotations

import gzip
import io
import os
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from wireledger.model import Problem
from wireledger.read.draft import LIMIT, Raw
from wireledger.read.errors import InputError

_HEAD = 65_536
_TIMEOUT = 30.0
_NOT_REPORTS = frozenset({"README.md", "expected.jsonl"})
_AGENT = "wireledger"


def opened(inputs: Sequence[str], stdin: BinaryIO | None) -> Iterator[Raw | Problem]:
    """Each input's bytes, one after the other; raises InputError before the first when a named one is missing."""
    for name in inputs:
        if name != "-" and not _is_address(name):
            _check(name)
    for name in inputs:
        if name == "-":
            if stdin is None:
                raise InputError("'-' was named but there is no standard input; pipe the reports in or name a file")
            yield _raw("stdin", "standard input", stdin)
        elif _is_address(name):
            yield _fetched(name)
        elif os.path.isdir(name):
            yield from _folder(Path(name))
        else:
            yield from _file(name)


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def _check(name: str) -> None:
    if not os.path.exists(name):
        raise InputError(f"{name}: no such file or folder; check the path")
    if not os.access(name, os.R_OK):
        raise InputError(f"{name}: may not be read; change its permissions")


def _file(name: str) -> Iterator[Raw | Problem]:
    with _open(name) as stream:
        yield _raw(os.path.basename(name), name, stream)


def _open(name: str) -> BinaryIO:
    try:
        return open(name, "rb")
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error}); check the file") from error


def _folder(folder: Path) -> Iterator[Raw | Problem]:
    for path in sorted(_files(folder)):
        try:
            with path.open("rb") as stream:
                yield _raw(path.relative_to(folder).as_posix(), str(path), stream)
        except OSError as error:
            yield Problem("unreadable", f"cannot be read: {error.strerror or error}", str(path))


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in names if not name.startswith(".") and name not in _NOT_REPORTS)


def _fetched(address: str) -> Raw | Problem:
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            content = answer.read(LIMIT + 1)
            final = str(answer.geturl())
    except urllib.error.HTTPError as error:
        raise InputError(f"{address}: the server answered {error.code}; check the address") from error
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise InputError(f"{address}: could not be fetched ({reason}); check the address and the network") from error
    if len(content) > LIMIT:
        raise InputError(f"{address}: longer than {LIMIT} bytes; save the part you need to a file")
    return _raw(address, address, io.BytesIO(content), final)


def _raw(name: str, where: str, stream: BinaryIO, url: str | None = None) -> Raw | Problem:
    buffered = _buffered(stream)
    try:
        if buffered.peek(2)[:2] == b"\x1f\x8b":
            buffered = _buffered(cast(BinaryIO, gzip.GzipFile(fileobj=buffered)))
            name = name.removesuffix(".gz")
        head = buffered.peek(_HEAD)[:_HEAD]
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        return Problem("bad-gzip", f"cannot be unpacked: {error}", where)
    return Raw(name, where, head, buffered, url)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), _HEAD)
