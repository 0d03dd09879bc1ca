import io

import pytest

from codepairs.build import progress
from codepairs.build.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "QUIET_SECONDS", 0)
    monkeypatch.setattr(progress, "STEP_SECONDS", 0)


def test_a_terminal_sees_how_far_it_is_and_nothing_remains() -> None:
    stream = Terminal()
    with Progress(stream) as shown:
        shown.show(1, 4)
        shown.show(3, 4)
    text = stream.getvalue()
    assert "25 %" in text
    assert "75 %" in text
    assert text.endswith("\r\x1b[K")


def test_a_file_sees_nothing() -> None:
    stream = io.StringIO()
    with Progress(stream) as shown:
        shown.show(1, 4)
    assert stream.getvalue() == ""
