"""The MkDocs plugin: translates MkDocs' events into calls of the site.

Generated pages enter the build as virtual files outside the navigation.
While MkDocs serves there are no such files: a preview makes the page that a browser asks for.
"""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import jinja2
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from codepairs.build import scripts, workers
from codepairs.build.cards import CardShelf
from codepairs.build.generated import GeneratedFile, sources, write
from codepairs.build.live import Live
from codepairs.build.preview import Preview
from codepairs.build.workers import WorkerFailedError, Workers
from codepairs.checks import pages, run
from codepairs.content import address_record
from codepairs.languages import DEFAULT_LANGUAGE, Language
from codepairs.pages import addresses
from codepairs.pages.frame import Setting
from codepairs.pages.page import Page as ContentPage
from codepairs.pages.templating import FILTERS
from codepairs.problems import ContentError
from codepairs.site.cards import CardPress
from codepairs.site.site import Site

if TYPE_CHECKING:  # what serves is no part of a build
    from mkdocs.livereload import LiveReloadServer


class CodepairsConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' own is untyped
    """The plugin's options in `mkdocs.yml`."""

    content = option.Dir(exists=True, default="content")
    templates = option.Dir(exists=True, default="templates")
    edit_url = option.URL(is_dir=True)


class CodepairsPlugin(BasePlugin[CodepairsConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds the catalogue's pages to a MkDocs site."""

    site: Site

    def __init__(self) -> None:
        super().__init__()
        # Set by whoever has loaded the site already; used once, since a server loads anew each time.
        self.loaded: Site | None = None
        self.show_progress: Callable[[int, int], None] | None = None
        self._workers = Workers([])
        # There while MkDocs serves; the pages it shows are not files.
        self._preview: Preview | None = None
        self._has_threads = False
        self._written = self._to_write = 0

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the content; a problem in it stops the build before anything is touched."""
        if not config.site_url:
            raise PluginError("codepairs: site_url is needed in mkdocs.yml for canonical addresses")
        # The sitemap is ours: it knows the alternates, the generated pages and when content changed.
        config.theme.static_templates.discard("sitemap.xml")
        if self._is_before_serving:
            config.theme.static_templates.clear()
            return config
        try:
            self.site = self.loaded or self.load(config)
        except ContentError as error:
            if self._preview:
                raise
            raise PluginError(str(error)) from None
        self.loaded = None
        return config

    def load(self, config: MkDocsConfig) -> Site:
        """The site as the content says.

        Raises `ContentError` with every problem in the content.
        """
        folder = Path(self.config.content)
        shelf = self._preview.shelf if self._preview else None
        content, written = run.load(folder, Path(config.docs_dir), shelf)
        setting = Setting(site_url=config.site_url or "", edit_url=self.config.edit_url or "")
        site = Site(content, written.pages, Path(self.config.templates), setting)
        address_record.check(folder, site.recorded_addresses())
        found = site.generated_at
        problems = list(pages.addresses_are_free(written, folder, site.generated(), found))
        problems += pages.links_lead_somewhere(written, found)
        if problems:
            raise ContentError(problems)
        return site

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every generated page, unless a preview makes it when it is asked for."""
        if self._is_before_serving:
            return Files([])
        if default := files.get_file_from_path("sitemap.xml"):  # MkDocs brings one of its own
            files.remove(default)
        scripts.lighten(files)
        scripts.add_words(files, config, self.site.pages.phrases)
        if self._preview:
            return files
        done = self._count
        for uri, source in sources(self.site, self._cards(config)):
            files.append(GeneratedFile(uri, source, config.site_dir, done))
        return files

    def _cards(self, config: MkDocsConfig) -> Callable[[ContentPage, Language], bytes]:
        """What makes the cards; they are kept beside the configuration, since a site is built anew each time."""
        folder = Path(config.config_file_path or ".").parent / ".cards"
        shelf = CardShelf(CardPress(Path(self.config.templates) / "cards"), folder)
        return lambda page, language: shelf.picture(self.site.card(page, language))

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Prepare to show a preview if MkDocs serves what it builds."""
        self._preview = Preview() if command == "serve" else None

    @property
    def _is_before_serving(self) -> bool:
        """Whether MkDocs builds before it has a server: nothing is made yet, so that the server is there at once."""
        return self._preview is not None and not self._preview.is_open

    def on_env(
        self,
        env: jinja2.Environment,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        files: Files,
    ) -> jinja2.Environment:
        """Make the theme strict, and let other processes begin with their shares of the generated files."""
        if self._is_before_serving:
            return env
        env.autoescape = True
        env.undefined = jinja2.StrictUndefined
        env.globals.update(self.site.theme_globals())
        env.filters.update(FILTERS)
        if self._preview:
            return env
        generated = [file for file in files if isinstance(file, GeneratedFile)]
        processes = 1 if self._has_threads else workers.processes_for(sum(map(len, generated)))
        # What is here now stays: collecting garbage among it would copy memory that processes share.
        gc.freeze()
        own, *shares = workers.divided(generated, processes, lambda file: file.work)
        self._written, self._to_write = 0, sum(map(len, own))
        for share in shares:
            for file in share:
                file.is_written_elsewhere = True
        # From here on, whatever is changed takes memory of its own.
        self._workers = Workers([(file.write for file in share) for share in shares])
        return env

    def _count(self, pages: int) -> None:
        self._written += pages
        if self.show_progress:
            self.show_progress(self._written, self._to_write)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Wait for the other processes, or let the preview have what MkDocs made."""
        if (
            self._is_before_serving
        ):  # all that is shown if no server comes that lets the preview answer
            write(f"{config.site_dir}/404.html", "<p>A preview needs live reloading.")
            return
        if self._preview:
            self._preview.take(self.site, Path(config.site_dir))
            return
        try:
            self._workers.wait()
        except WorkerFailedError as error:
            raise PluginError(str(error)) from None

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002 - MkDocs' signature
        """Let no process go on writing into a build that has failed."""
        self.stop()

    def stop(self) -> None:
        """End the other processes; nothing happens where they are done."""
        self._workers.stop()

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        nav: Navigation,  # noqa: ARG002 - as above
    ) -> TemplateContext:
        """Give a hand-written page its language, its head and its way to the root."""
        address = "" if page.url == "./" else page.url
        if address:
            found = self.site.page_context(address)
        else:
            description = str(page.meta["description"])
            found = self.site.neutral_context("", str(page.title), description)
        cast("dict[str, Any]", context).update(found)
        return context

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
    ) -> TemplateContext:
        """Give the page not found what the theme needs; its links start at the site's root."""
        if template_name == "404.html":
            phrases = self.site.pages.phrases[DEFAULT_LANGUAGE]
            found = self.site.neutral_context(
                template_name, phrases("notfound.title"), phrases("notfound.text")
            )
            found["root"] = f"{context['base_url'].rstrip('/')}/"
            found["home"] = found["root"] + addresses.in_language(DEFAULT_LANGUAGE, addresses.HOME)
            cast("dict[str, Any]", context).update(found)
        return context

    def on_serve(
        self,
        server: "LiveReloadServer",
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002 - MkDocs' signature
    ) -> "LiveReloadServer":
        """Let the preview answer requests, and build when content or a template is edited."""
        self._has_threads = True
        if self._preview is None:  # `mkdocs serve --clean` shows what `mkdocs build` makes
            server.watch(self.config.content)
            server.watch(self.config.templates)
            return server
        # The preview looks for changes itself, which takes MkDocs longer.
        own = [config.docs_dir, *filter(None, [config.config_file_path])]
        for path in own:
            server.unwatch(path)
        watched = [*own, self.config.content, self.config.templates, *config.watch]
        self._preview.open(server.builder, [Path(path) for path in dict.fromkeys(watched)])
        server.builder = self._preview.look
        server.set_app(Live(self._preview, server.mount_path))
        return server

    def on_shutdown(self) -> None:
        """Let a preview end before MkDocs removes its folder."""
        if self._preview:
            self._preview.close()
        self._preview, self._has_threads = None, False
