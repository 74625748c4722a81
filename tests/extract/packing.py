"""Word files with parts that no program writes."""

import io
import zipfile
from collections.abc import Mapping


def repack(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Put parts into a zip archive, in the place of those with the same names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()
