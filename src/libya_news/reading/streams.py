"""Streams of bytes: files, standard input, bytes in memory, unpacked piece by piece where they are gzip."""

from __future__ import annotations

import io
import os
import sys
import zlib
from typing import IO, Any

from libya_news.reading.limits import Limits, Refused, over, size

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
# Small files may be dense without being a bomb: a page of blanks packs a thousand to one.
_FREE = 1_000_000


class _Joined(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: IO[bytes], *, keep: bool = False) -> None:
        self._head = head
        self._rest = rest
        self._keep = keep

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._head[: len(buffer)]
        if data:
            self._head = self._head[len(data) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self._keep:
            self._rest.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """What a gzip stream holds, with a cap on how far it grows."""

    def __init__(self, packed: IO[bytes], limits: Limits) -> None:
        self._packed = packed
        self._limits = limits
        self._zlib = zlib.decompressobj(wbits=31)
        self._in = self._out = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while True:
            pending = self._zlib.unconsumed_tail
            if not pending and not self._ended:
                pending = self._packed.read(_CHUNK)
                self._in += len(pending)
                if not pending:
                    raise Refused(
                        "bad-gzip", "the gzip data breaks off; fetch or pack the file again", offset=self._in
                    )
            if self._ended:
                pending = self._zlib.unused_data or self._packed.read(_CHUNK)
                if not pending.rstrip(b"\0"):
                    return 0
                self._in += 0 if self._zlib.unused_data else len(pending)
                self._zlib, self._ended = zlib.decompressobj(wbits=31), False
            try:
                data = self._zlib.decompress(pending, len(buffer))
            except zlib.error as error:
                raise Refused(
                    "bad-gzip",
                    f"the gzip data is damaged ({error}); fetch or pack the file again",
                    offset=self._in,
                ) from None
            self._ended = self._zlib.eof
            self._out += len(data)
            used = self._in - len(self._zlib.unconsumed_tail)
            if self._out > _FREE and self._out > self._limits.ratio * used:
                raise Refused(
                    "too-dense",
                    over("ratio", f"the gzip data grows past {self._limits.ratio} times its packed size"),
                )
            if data:
                buffer[: len(data)] = data
                return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()


def open_input(source: str | os.PathLike[str] | bytes, limits: Limits) -> tuple[bytes, io.BufferedReader]:
    """Opens an input and unpacks it where it is gzip.

    Args:
        source: A path, `-` for standard input, or the bytes themselves.
        limits: The caps.

    Returns:
        Its first bytes (up to 64 KB), and the stream from the start.

    Raises:
        Refused: It is missing, cannot be opened, or is no sound gzip.
    """
    stream: IO[bytes]
    if isinstance(source, bytes):
        stream = io.BytesIO(source)
    elif os.fspath(source) == "-":
        # Closing this stream must not close the process's standard input.
        stream = io.BufferedReader(_Joined(b"", getattr(sys.stdin, "buffer", io.BytesIO()), keep=True))
    else:
        stream = _open_file(os.fspath(source))
    head, joined = _peeked(stream)
    if head.startswith(_GZIP):
        head, joined = _peeked(io.BufferedReader(_Unpacked(joined, limits), _CHUNK))
        if head.startswith(_GZIP):
            raise Refused("bad-gzip", "is gzip inside gzip; unpack it once")
    return head, joined


def _peeked(stream: IO[bytes]) -> tuple[bytes, io.BufferedReader]:
    head = stream.read(_CHUNK)
    return head, io.BufferedReader(_Joined(head, stream), _CHUNK)


def _open_file(path: str) -> IO[bytes]:
    if path.startswith(("http://", "https://")):
        raise Refused(
            "missing", "is an address; nothing is fetched from the network: save the page and give its file"
        )
    try:
        return open(path, "rb")
    except FileNotFoundError:
        raise Refused("missing", "there is no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused("unreadable", f"cannot be opened ({reason}); check its type and permissions") from None


def read_whole(stream: IO[bytes], cap: int, name: str) -> bytes:
    """Reads a stream to its end.

    Args:
        stream: The stream.
        cap: The most bytes that are read of it.
        name: The cap's name.

    Raises:
        Refused: It holds more bytes than the cap.
    """
    try:
        data = stream.read(cap + 1)
    except OSError as error:
        raise Refused("unreadable", f"cannot be read ({error.strerror or error})") from None
    if len(data) > cap:
        raise Refused("too-large", over(name, f"is larger than {size(cap)}"))
    return data
