"""The MkDocs plugin: translates MkDocs' events into calls of the site.

Generated pages enter the build as virtual files outside the navigation.
A virtual file renders itself when MkDocs writes it and keeps nothing, so memory does not grow with the text of pages.
"""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from codepairs import checks, published
from codepairs.errors import ContentError
from codepairs.pages import Setting
from codepairs.site import Site


class GeneratedFile(File):
    """A virtual file whose text is made at the moment it is written.

    What all generated files share stands on the class, so that a hundred thousand of them stay small.
    """

    generated_by = "codepairs"
    inclusion = InclusionLevel.NOT_IN_NAV
    src_dir = None
    abs_src_path = None
    use_directory_urls = True

    def __init__(self, uri: str, site_dir: str, render: Callable[[], str]) -> None:
        self.src_uri = uri
        self.dest_dir = site_dir
        self._render = render

    @property
    def dest_uri(self) -> str:  # type: ignore[override]
        """The file goes where its address says."""
        return self.src_uri

    @property
    def content_string(self) -> str:  # type: ignore[override]
        """The text, made anew each time."""
        return self._render()

    @property
    def content_bytes(self) -> bytes:  # type: ignore[override]
        """The text as it is written."""
        return self._render().encode()

    def is_documentation_page(self) -> bool:
        """Never: MkDocs is not to read it as Markdown."""
        return False

    def is_modified(self) -> bool:
        """Always: what it is made of may have changed."""
        return True

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - MkDocs' signature
        """Render and write the file."""
        path = f"{self.dest_dir}/{self.src_uri}"
        content = self.content_bytes
        try:
            _write(path, content)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - hot path
            _write(path, content)


class CodepairsConfig(base.Config):
    """The plugin's options in `mkdocs.yml`."""

    content = option.Dir(exists=True, default="content")
    templates = option.Dir(exists=True, default="templates")
    edit_url = option.URL(is_dir=True)


class CodepairsPlugin(BasePlugin[CodepairsConfig]):
    """Adds the catalogue's pages to a MkDocs site."""

    site: Site
    on_written: Callable[[], None] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the content; a problem in it stops the build before anything is touched."""
        if not config.site_url:
            raise PluginError("codepairs: site_url is needed in mkdocs.yml for canonical addresses")
        # The sitemap is ours: it knows the alternates, the generated pages and when content changed.
        config.theme.static_templates.discard("sitemap.xml")
        folder = Path(self.config.content)
        try:
            content, handwritten = checks.load(folder, Path(config.docs_dir))
            self.site = Site(
                content,
                handwritten,
                Path(self.config.templates),
                Setting(site_url=config.site_url, edit_url=self.config.edit_url or ""),
            )
            published.check(folder, self.site.recorded_addresses())
        except ContentError as error:
            raise PluginError(str(error)) from None
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every generated page."""
        for page in self.site.pages():
            files.append(
                GeneratedFile(f"{page.address}index.html", config.site_dir, self._counted(page.render))
            )
        files.append(GeneratedFile("robots.txt", config.site_dir, self.site.robots))
        for name, render in self.site.sitemaps():
            files.append(GeneratedFile(name, config.site_dir, render))
        return files

    def _counted(self, render: Callable[[], str]) -> Callable[[], str]:
        if self.on_written is None:
            return render
        return partial(_then, render, self.on_written)

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002 - MkDocs' signature
        """Make the theme strict: everything is escaped, and an unknown name is an error."""
        env.autoescape = True
        env.undefined = jinja2.StrictUndefined
        env.globals.update(self.site.theme_globals())
        return env

    def on_page_context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:  # noqa: ARG002 - MkDocs' signature
        """Give a hand-written page its language, its head and its way to the root."""
        address = "" if page.url == "./" else page.url
        if address:
            context.update(self.site.page_context(address))
        else:
            description = str(page.meta["description"])
            context.update(self.site.neutral_context("", str(page.title), description))
        return context

    def on_template_context(
        self, context: dict[str, Any], template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """Give the page not found what the theme needs; its links start at the site's root."""
        if template_name == "404.html":
            phrases = self.site.phrases["en"]
            text = phrases("notfound.text")
            context.update(
                self.site.neutral_context("404.html", phrases("notfound.title"), text)
            )
            context["root"] = f"{context['base_url'].rstrip('/')}/"
        return context

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Rebuild when content or a template is edited."""
        server.watch(self.config.content)
        server.watch(self.config.templates)
        return server


def _then(render: Callable[[], str], done: Callable[[], None]) -> str:
    text = render()
    done()
    return text


def _write(path: str, content: bytes) -> None:
    with open(path, "wb", buffering=0) as stream:  # noqa: PTH123 - hot path
        stream.write(content)
