"""English: labels of what Dragoman shows. No English text is read."""
