"""What must hold between the values of content files, beyond their shape.

Enters: content with the documents it was read from. Leaves: problems; none, if the content may be published.
"""
