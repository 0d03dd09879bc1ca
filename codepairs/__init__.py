"""Codepairs: a catalogue of status codes turned into a bilingual site of comparison pages."""
