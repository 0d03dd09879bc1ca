"""The words that the field shows."""

from typing import Final

# The phrases that the scripts show.
WORDS: Final = (
    *("pair", "code", "reply", "log", "bounce", "none", "results", "compare", "unknown", "note"),
    "other_class",
    *(
        "sites",
        "how",
        "by_mark",
        "by_words",
        "by_code",
        "by_vendor",
        "by_code_alone",
        "by_question",
    ),
    *("explained", "inferred"),
    *(
        "depends",
        "meant",
        "returned",
        "left_to_program",
        "may",
        "meaning",
        "roles",
        "for_others",
        "compared",
        "each",
        "count",
    ),
    *("which", "copy_answer", "copy_link", "copied", "close", "ticket"),
    *("keys", "keys_find", "keys_close", "keys_help", "keys_on", "keys_done"),
)
