"""What two codes have to do with each other, without a word of any language.

Enters: a catalogue. Leaves: comparisons, explanations, plans of sample sessions, related codes.
"""
