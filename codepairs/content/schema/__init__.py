"""The shape of every content file, defined once: a module for each kind of file.

pydantic was chosen over msgspec because it reports every violation of a file with its place, where msgspec stops at the first;
reading is a small part of a build, so its speed does not decide.
The same models give the JSON Schemas with which editors complete and check the files (`json_schemas`).

Shape only: whether a value exists in a catalogue's vocabulary is asked in `checks`.
"""
