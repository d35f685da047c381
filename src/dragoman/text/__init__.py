"""From a file's text to paragraphs and sentences: what is article, what is not, where sentences end."""
