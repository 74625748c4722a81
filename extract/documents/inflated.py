"""What a gzip file holds, read as it goes, and no further than a file of reports can unpack."""

import gzip
import io
from typing import BinaryIO

_RATIO, _FREE = 100, 20_000_000
"""Chinese text packs to a third, mark-up to a twentieth; from so many bytes on, this is too much."""


class Bomb(Exception):  # noqa: N818  # it is what it is
    """A small file that unpacks to an enormous one."""


class _Counted(io.RawIOBase):
    """Counts the bytes read of a stream: a pipe does not know its place."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


class _Inflated(io.RawIOBase):
    def __init__(self, packed: BinaryIO) -> None:
        self._packed = _Counted(packed)
        self._file = gzip.GzipFile(fileobj=self._packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        unpacked = self._file.tell()
        if unpacked > max(_FREE, _RATIO * self._packed.count):
            raise Bomb
        return self._file.readinto(buffer)


def inflate(packed: BinaryIO) -> io.BufferedReader:
    """Unpack a gzip file; what is read from it raises `Bomb` where it unpacks without end."""
    return io.BufferedReader(_Inflated(packed), buffer_size=1 << 17)
