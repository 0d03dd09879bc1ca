"""From the model to HTML: each kind of page, and the pieces that pages are put together from.

Enters: content and templates. Leaves: the text of a page, made when it is asked for.
"""
