"""The site as a whole: the one list of its pages, and what is made from that list.

Enters: content. Leaves: pages with their addresses, sitemap, tables for the field, figures.
"""
