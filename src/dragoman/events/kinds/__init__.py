"""One file an event kind; its words are in lang/ru/frames."""
