"""From files to the model: reading, shape, and the content as one typed whole.

Enters: the files below `content/`. Leaves: `Content`, frozen and with nothing raw in it, or every problem with its line.
"""
