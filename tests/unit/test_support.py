"""What the tests themselves stand on."""

import socket
import struct
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.support.server import serve


def test_a_browser_that_goes_is_nothing_to_speak_of(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("here", encoding="utf-8")
    with serve(tmp_path) as address:
        parts = urlsplit(address)
        with socket.create_connection((parts.hostname, parts.port)) as gone:
            gone.sendall(b"GET / HTTP/1.1\r\n")
            # Closed without lingering, a connection is reset in the middle of the request.
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        with urlopen(address) as answer:  # noqa: S310 - our own server
            assert answer.read() == b"here"
    assert capfd.readouterr() == ("", "")
