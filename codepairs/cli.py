"""The command line of `build.py`: the only place that prints."""

import argparse
import errno
import gc
import json
import logging
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from codepairs.build import config as configuration
from codepairs.build import publish
from codepairs.build.plugin import CodepairsPlugin
from codepairs.build.progress import Progress
from codepairs.content import address_record, share_record
from codepairs.content.schema.json_schemas import json_schemas
from codepairs.languages import LANGUAGES
from codepairs.pages import addresses
from codepairs.problems import ContentError
from codepairs.site import sentences, uniqueness
from codepairs.site.site import Site

ROOT = Path(__file__).resolve().parent.parent
OK, PROBLEMS, USAGE = 0, 1, 2
MEGABYTE = 1_000_000
# "Published GitHub Pages sites may be no larger than 1 GB."
PAGES_TAKES = 1_000 * MEGABYTE
# Why a server may not be able to listen at an address.
_UNHEARD = (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 problems in content, 2 wrong usage."""
    options = _options(arguments)
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    command: Callable[[argparse.Namespace], int] = options.run
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        return command(options)
    except (ContentError, PluginError) as error:
        message, status = str(error), PROBLEMS
    except Abort as error:
        message, status = f"build failed: {error}", PROBLEMS
    except publish.BusyError as error:
        message = f"build failed: process {error} is building into {options.site_dir}"
        status = PROBLEMS
    except OSError as error:
        message = f"error: {error.strerror or error}: {error.filename or ''}".rstrip(": ")
        status = PROBLEMS
    except publish.NotOurFolderError as error:
        message = f"error: --site-dir {error} holds files that this command did not write"
        status = USAGE
    except ConfigurationError as error:
        message, status = f"error: mkdocs.yml: {error}", USAGE
    except KeyboardInterrupt as error:
        message = "interrupted; the published site is as it was"
        status = 128 + (error.args[0] if error.args else signal.SIGINT)
    finally:
        signal.signal(signal.SIGTERM, before)
    print(message, file=sys.stderr)
    return status


def _interrupt(number: int, _frame: object) -> None:
    """Let every signal that asks to end be handled as Ctrl-C is."""
    raise KeyboardInterrupt(number)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    # Options may stand before or after the command, so their defaults belong to neither of the two.
    defaults = argparse.Namespace(run=_build, content=ROOT / "content", site_dir=ROOT / "site")
    return _parser().parse_args(arguments, defaults)


def _parser() -> argparse.ArgumentParser:
    content = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    content.add_argument(
        "--content", type=_folder, metavar="DIR", help="folder of the content (default: content)"
    )
    target = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    target.add_argument(
        "--site-dir", type=Path, metavar="DIR", help="folder to publish into (default: site)"
    )
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Check the content and publish the site. Without a command: build.",
        epilog="Exit status: 0 done, 1 problems in the content, 2 wrong usage.",
        parents=[content, target],
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, run, parents, text in (
        ("build", _build, [content, target], "check the content and publish the site"),
        ("check", _check, [content], "check the content, build nothing"),
        ("serve", _serve, [content], "serve the site; an edit of any file shows at once"),
        ("addresses", _addresses, [content], "record new addresses in content/addresses.txt"),
        ("measure", _measure, [content], "measure what each comparison says of its own"),
        ("offered", _offered, [content], "list the comparisons offered to search engines, and why"),
        ("sentences", _sentences, [content], "print every pattern of computed sentence"),
        ("report", _report, [content], "print how good the reference is, in figures"),
        ("schema", _schema, [], "write JSON Schemas for editors into schemas/"),
    ):
        command = commands.add_parser(name, help=text, description=text, parents=parents)
        command.set_defaults(run=run)
        if run is _serve:
            command.add_argument(
                "--address",
                default="127.0.0.1:8000",
                metavar="HOST:PORT",
                help="where to listen (default: 127.0.0.1:8000)",
            )
    return parser


def _folder(name: str) -> Path:
    path = Path(name)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{name} is not a folder")
    return path


def _build(options: argparse.Namespace) -> int:
    # Nearly all that is made stays to the end, so there is no garbage worth looking for.
    gc.disable()
    try:
        return _built(options)
    finally:
        gc.enable()


def _built(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    config = _config(options)
    plugin = _plugin(config)
    site = plugin.load(config)
    pages = site.page_count()

    def build(folder: Path) -> None:
        config.site_dir = str(folder)
        with Progress(sys.stderr) as progress:
            plugin.show_progress, plugin.loaded = progress.show, site
            try:
                mkdocs_build(config)
            finally:  # MkDocs does not tell its plugins of an interruption, and uses them again
                plugin.loaded = None
                plugin.stop()

    publish.publish(build, options.site_dir)
    seconds = time.perf_counter() - started
    files, size = publish.size(options.site_dir)
    print(
        f"built {pages:,} pages in {seconds:.1f} s into {_shown(options.site_dir)}"
        f" ({files:,} files, {size / MEGABYTE:,.0f} MB)"
    )
    if size > PAGES_TAKES:
        print(
            f"warning: GitHub Pages takes {PAGES_TAKES / MEGABYTE:,.0f} MB at most", file=sys.stderr
        )
    return OK


def _check(options: argparse.Namespace) -> int:
    site = _site(options)
    # What no check foresees, such as a phrase that neither language has, shows when a page of each kind is made.
    made: set[str] = set()
    for page in site.pages:
        folder = page.path.rsplit("/", 2)[0]
        if page.is_recorded or folder not in made:
            for language in LANGUAGES:
                list(page.files(language))
            made.update([] if page.is_recorded else [folder])
    print(f"checked: {site.summary()}, no problem found")
    return OK


def _serve(options: argparse.Namespace) -> int:
    for name in ("mkdocs.livereload", "mkdocs.plugins.codepairs"):
        logging.getLogger(name).setLevel(logging.INFO)
    config = _config(options)
    # MkDocs reads its configuration again at each build, so what the command line says is said to MkDocs.
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    # Imported here: what MkDocs needs to serve is a tenth of what a build would import.
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415

    try:
        mkdocs_serve.serve(
            config.config_file_path,
            dev_addr=options.address,
            docs_dir=config.docs_dir,
            plugins=plugins,
        )
    except OSError as error:
        if error.errno not in _UNHEARD:
            raise
        print(f"error: --address {options.address}: {error.strerror}", file=sys.stderr)
        return USAGE
    print("stopped serving")
    return OK


def _addresses(options: argparse.Namespace) -> int:
    site = _site(options)
    new = address_record.new(options.content, site.recorded_addresses())
    address_record.record(options.content, new)
    print(f"recorded {len(new)} new addresses in {_shown(options.content / address_record.RECORD)}")
    return OK


def _measure(options: argparse.Namespace) -> int:
    site = _site(options)
    offered = {
        catalogue.id: {
            (a.code, b.code): addresses.pair(catalogue.id, a.code, b.code)
            for a, b in catalogue.pairs
            if catalogue.offered_for(a, b)
        }
        for catalogue in site.catalogues
    }
    asked = {path for paths in offered.values() for path in paths.values()}
    measured = {language: uniqueness.measure(site, language, asked) for language in LANGUAGES}
    for catalogue in site.catalogues:
        shares = {
            pair: {language: int(100 * measured[language][path]) for language in LANGUAGES}
            for pair, path in offered[catalogue.id].items()
        }
        share_record.write(options.content / catalogue.folder, shares)
        print(f"{catalogue.id}: measured {len(shares)} of {catalogue.pair_count} pairs")
    return OK


def _offered(options: argparse.Namespace) -> int:
    for catalogue in _site(options).catalogues:
        for a, b in catalogue.pairs:
            reason = catalogue.offered_for(a, b)
            if reason:
                shared = ", ".join(catalogue.shared_situations(a, b))
                print(f"{catalogue.id} {a.code} {b.code} {reason}{': ' if shared else ''}{shared}")
    return OK


def _sentences(options: argparse.Namespace) -> int:
    site = _site(options)
    for language in LANGUAGES:
        for found in sentences.patterns(site, language):
            print(f"{language} {found.catalogue} {found.name}: {found.pages} pages")
            for said in found.examples:
                print(f"    {said.pair}: {said.text}")
    return OK


def _report(options: argparse.Namespace) -> int:
    for table in _site(options).report("en"):
        lines = [table.head, *table.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(table.head))]
        print(table.title)
        for line in lines:
            cells = (f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True))
            print("  " + "  ".join(cells).rstrip())
        print()
    return OK


def _schema(_options: argparse.Namespace) -> int:
    folder = ROOT / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in json_schemas():
        file = folder / f"{name}.json"
        file.write_text(json.dumps(text, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote the schemas into {_shown(folder)}")
    return OK


def _site(options: argparse.Namespace) -> Site:
    """The site as the content says, checked before anything is built."""
    config = _config(options)
    return _plugin(config).load(config)


def _config(options: argparse.Namespace) -> MkDocsConfig:
    content = options.content.resolve()
    config = configuration.load(ROOT / "mkdocs.yml", docs_dir=str(content / "pages"), strict=True)
    _plugin(config).config.content = str(content)
    return config


def _plugin(config: MkDocsConfig) -> CodepairsPlugin:
    plugin = config.plugins["codepairs"]
    if not isinstance(plugin, CodepairsPlugin):
        raise ConfigurationError("the plugin 'codepairs' is not ours")
    return plugin


def _shown(path: Path) -> str:
    """The path as a person would name it from where they are."""
    absolute = path.resolve()
    here = Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)
