"""From pages to published files: MkDocs, several processes, and the swap of the published folder.

Enters: a site. Leaves: a folder, complete or untouched.
"""
