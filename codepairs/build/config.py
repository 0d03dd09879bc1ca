"""`mkdocs.yml`: read as MkDocs reads it, with the line of everything that is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from codepairs.problems import ContentError, Problem


def load(file: Path, **changed: object) -> MkDocsConfig:
    """The configuration in `file`, with some of its values changed.

    Raises `ContentError` with every problem of it; MkDocs' own `load_config` tells none of the lines.
    """
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as opened:
            config.load_file(opened)
    except ConfigurationError as error:
        raise ContentError([_unreadable(file, error)]) from error
    config.load_dict(changed)
    failed, warned = config.validate()
    if failed or warned:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_Lenient)
        problems = [
            Problem(file=file, line=_line(root, name, str(told)), path=name, message=str(told))
            for name, told in (*failed, *warned)
        ]
        raise ContentError(problems)
    return config


class _Lenient(yaml.SafeLoader):
    """Composes any tag: only places are asked for."""


def _unreadable(file: Path, error: ConfigurationError) -> Problem:
    cause = error.__context__
    if isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark:
        line, found = cause.problem_mark.line + 1, cause.problem or "no YAML"
    else:
        line, found = 1, str(error)
    return Problem(file=file, line=line, path="", message=f"expected YAML: {found}")


def _line(root: yaml.Node | None, name: str, told: str) -> int:
    """The line of what a message names in quotes, else that of the value `name`, else the first."""
    if not isinstance(root, yaml.MappingNode):
        return 1
    of_name = [(key, value) for key, value in root.value if getattr(key, "value", None) == name]
    if not of_name:
        return 1
    quoted = re.findall(r"""['"](.+?)['"]""", told)
    key, value = of_name[0]
    words = {node.value: node for node in _scalars(value)}
    found = [key, *(words[word] for word in quoted if word in words)]
    return int(found[-1].start_mark.line) + 1


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _scalars(one)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for one in pair:
                yield from _scalars(one)
