"""One change of the register: articles are put in and judgements put down, then what they touch is merged anew.

The records that can change are looked for twice: before something is taken away, along the ties that it had, and in the
end along those that are there now. Whatever record stands on either side is taken out, and made anew from the end.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from dragoman.model.records import Reading, to_json
from dragoman.model.register import Judgement
from dragoman.model.text import Article
from dragoman.register import ledger, shelf
from dragoman.register.added import AddResult
from dragoman.register.graph import Graph
from dragoman.register.index import Stored
from dragoman.register.items import Item, Ref
from dragoman.register.merge import records_of
from dragoman.register.touched import reach_of


class Change:
    """A change within one write transaction; `settle` ends it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stale: set[Ref] = set()
        self._changed: set[str] = set()

    def put(self, article: Article, reading: Reading, raw: bytes | None = None) -> AddResult:
        """Put in an article with its reading. Raises ValueError where the reading is of another article."""
        if (reading.key, reading.sha256) != (article.key, article.sha256):
            raise ValueError(f"the reading of {reading.id} is not of the article {article.label}")
        known = shelf.stored_json(self._connection, article.key)
        if known is None:
            return self._put_new(article, reading, raw)
        if known == to_json(reading):
            return AddResult.SAME
        self._leave([article.key])
        shelf.drop_reading(self._connection, article.key)
        shelf.put_reading(self._connection, reading)
        return AddResult.REREAD

    def judge(self, judgement: Judgement) -> None:
        """Put down a judgement, and settle."""
        log = shelf.all_judgements(self._connection)
        self._leave({target[0] for target in judgement.targets} | _undone(log, judgement))
        shelf.put_judgement(self._connection, judgement)
        self.settle()

    def settle(self) -> None:
        """Merge anew all that was touched."""
        before = Stored(self._connection)
        changed = [item for article in sorted(self._changed) for item in before.of(article)]
        shelf.put_blocks(self._connection, self._changed, changed)
        index = Stored(self._connection)
        index.look_up(changed)
        graph = Graph(index)
        reached = reach_of(graph, [*changed, *_still_there(index, self._stale)])
        taken, free = ledger.take_records(self._connection, {*self._stale, *(item.ref for item in reached)})
        made = records_of(graph, _still_there(index, free))
        ledger.put_records(self._connection, made)
        ledger.leave_aliases(self._connection, taken, made)

    def _put_new(self, article: Article, reading: Reading, raw: bytes | None) -> AddResult:
        """Put in an article that is not there. Of its revisions the newest is merged, the others are only kept."""
        others = shelf.revisions(self._connection, article)
        # Of two published at a time the one added last is the newer.
        is_newest = not others or (others[-1].published or "") <= (article.published or "")
        if is_newest:
            for other in (other for other in others if other.current):
                self._leave([other.key])
                shelf.set_current(self._connection, other.key, False)
            self._changed.add(article.key)
        shelf.put_article(self._connection, article, raw, current=is_newest)
        shelf.put_reading(self._connection, reading)
        return AddResult.REVISED if others else AddResult.ADDED

    def _leave(self, articles: Iterable[str]) -> None:
        """Note what hangs on these articles now, before they change."""
        index = Stored(self._connection)
        wanted = set(articles)
        items = [item for article in sorted(wanted) for item in index.of(article)]
        self._stale |= {item.ref for item in reach_of(Graph(index), items)}
        self._changed |= wanted


def _still_there(index: Stored, refs: Iterable[Ref]) -> list[Item]:
    """The items that these names still name, in order."""
    wanted = set(refs)
    return [item for article in sorted({ref[0] for ref in wanted}) for item in index.of(article) if item.ref in wanted]


def _undone(log: Iterable[Judgement], judgement: Judgement) -> set[str]:
    """The articles of the judgement that this one undoes, and of whatever that undid."""
    by_id = {given.id: given for given in log}
    found: set[str] = set()
    given: Judgement | None = judgement
    while given is not None and given.decision == "undo":
        given = by_id.get(given.value or "")
        found |= {target[0] for target in given.targets} if given else set()
    return found
