"""Taking in: files, folders, globs and standard input become articles.

One module a format; finding files is in paths.py.

A failure is a value in the stream, never an exception: the other inputs go on.
"""

from dragoman.intake.inputs import count_inputs, read_inputs

__all__ = ["count_inputs", "read_inputs"]
