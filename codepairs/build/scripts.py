"""The scripts as they are published: without the comments, which only readers of the source need.

Comments are a quarter of what the scripts weigh, and a reader waits for them before the first answer.
"""

import re
from typing import Final

# Whole lines only: what stands between code on a line, such as a cast of a type, stays.
# Prettier lays the scripts out, so no line within a string begins like a comment (`tests/js/modules.test.js`).
_COMMENT: Final = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)\n", re.MULTILINE | re.DOTALL
)


def published(source: str) -> str:
    """The script without its comments; a notice of a licence (`/*!`) stays."""
    return _COMMENT.sub("", source)
