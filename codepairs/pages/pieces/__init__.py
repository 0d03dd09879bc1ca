"""Pieces of pages: made once per language, used on many pages."""
