"""Listings as files, one module a format. A new format is a new module with `render`, `SUFFIX` and a docstring.

rows_of(listing)            the common form: one mapping a row, the same field names in every format
render(listing, "csv")      the bytes of a file
write_file(path, data)      whole or not at all
"""

from dragoman.exports.formats import formats, render
from dragoman.exports.rows import rows_of
from dragoman.exports.writing import write_file

__all__ = ["formats", "render", "rows_of", "write_file"]
