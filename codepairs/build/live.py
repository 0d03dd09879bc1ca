"""A preview over HTTP: its pages as they will be published, with a script that reloads them when they have changed.

Where a build would stop, a page says so in a box, and what is wrong in which line.
"""

import html
import mimetypes
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Final
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIEnvironment

from codepairs.build.preview import Preview, Shown

CHANGES: Final = "/livereload"
# So often a browser hears that the server is still there.
PULSE_SECONDS: Final = 15

# A hidden page does not listen: browsers allow six connections to a host, and tabs may be many.
_SCRIPT: Final = f"""\
<script>
(() => {{
  let changes;
  const listen = () => {{
    changes?.close();
    if (document.hidden) return;
    changes = new EventSource("{CHANGES}");
    changes.onmessage = (event) => {{
      if (event.data !== "%s") location.reload();
    }};
  }};
  document.addEventListener("visibilitychange", listen);
  listen();
}})();
</script>
"""
_BOX: Final = """\
<details open style="position:fixed;inset:auto 0 0;z-index:9;max-height:60vh;overflow:auto;\
padding:1rem;border-top:4px solid #b3261e;background:#fff;color:#000">
<summary>A build would stop here.%s</summary>
<pre style="white-space:pre-wrap;font-size:1rem;margin:1rem 0 0;background:none;color:inherit">%s</pre>
</details>
"""
_OLD: Final = " Above is the page as it was before."
# Stands where there is no page to show a problem on.
_BARE: Final = (
    b'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>A build would stop</title>\n'
)


class Live:
    """The WSGI application of a preview whose pages stand below `mount_path`, which begins and ends with a slash."""

    def __init__(self, preview: Preview, mount_path: str) -> None:
        self._preview = preview
        self._mount_path = mount_path

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if path == CHANGES:
            start_response("200 OK", [("Content-Type", "text/event-stream")])
            return self._changes()
        if not path.startswith(self._mount_path):
            return _redirect(start_response, self._mount_path)
        address = path.removeprefix(self._mount_path)
        if not address or address.endswith("/"):
            address += "index.html"
        shown = self._preview.show(address)
        if shown.body is None and self._preview.show(f"{address}/index.html").body is not None:
            return _redirect(start_response, f"{path}/")
        if shown.body is None and not shown.problem:
            missing = self._preview.show("404.html")
            return _answer(start_response, HTTPStatus.NOT_FOUND, "404.html", missing)
        return _answer(start_response, HTTPStatus.OK, address, shown)

    def _changes(self) -> Iterator[bytes]:
        """The version as it is, then each new one."""
        version: str | None = self._preview.version
        while version:
            yield f"retry: 500\ndata: {version}\n\n".encode()
            version = self._preview.await_other(version, PULSE_SECONDS)


def _redirect(start_response: StartResponse, path: str) -> Iterable[bytes]:
    start_response("302 Found", [("Location", quote(path))])
    return []


def _answer(
    start_response: StartResponse, status: HTTPStatus, address: str, shown: Shown
) -> Iterable[bytes]:
    body = shown.body
    if body is None:
        status, address, body = HTTPStatus.INTERNAL_SERVER_ERROR, "problem.html", _BARE
    if address.endswith(".html"):
        body = _extended(body, shown)
    start_response(
        f"{status.value} {status.phrase}",
        [
            ("Content-Type", _type(address)),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
        ],
    )
    return [body]


def _extended(page: bytes, shown: Shown) -> bytes:
    """The page with what it needs to reload, and to tell of a problem, at the end of its body."""
    added = _SCRIPT % shown.version
    if shown.problem:
        added += _BOX % (_OLD if shown.is_old and shown.body else "", html.escape(shown.problem))
    before, end, after = page.rpartition(b"</body>")
    return before + added.encode() + end + after if end else page + added.encode()


def _type(address: str) -> str:
    # What a system calls JavaScript differs, and a browser that is told anything else does not run it.
    if address.endswith(".js"):
        return "text/javascript; charset=utf-8"
    guessed = mimetypes.guess_type(address)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed
