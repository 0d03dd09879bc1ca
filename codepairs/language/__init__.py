"""How a sentence is said: Korean grammar, phrases with slots, Markdown.

Enters: words and patterns. Leaves: text of one language. Knows nothing of catalogues.
"""
