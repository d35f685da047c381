"""How a register is opened, and how its errors are told in one line that names the file and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RegisterError, RegisterTooNew

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_WAIT = 30_000
"""Milliseconds that a writer waits for another one to finish."""

_ADVICE = (
    ("file is not a database", "is no register: it is not an SQLite file. Name another file"),
    ("malformed", "is damaged. Restore a copy, or read the articles into a new register"),
    ("readonly database", "cannot be written: the file or its folder is read-only. Change its permissions or copy it"),
    ("unable to open", "cannot be opened. See whether the folder exists and may be written"),
    ("locked", "is being written by another program. Try again when that has finished"),
    ("disk is full", "cannot be written: the disk is full. What was there before is untouched"),
    ("no such table", "is an SQLite file, but no register of Dragoman. Name another file"),
    ("connection", "cannot be reached. See whether the server runs and the address is right"),
)
"""What the database says, and what a user is told."""


def where_of(url_or_path: str | Path) -> tuple[str, Path | None]:
    """The database URL, and the file behind it where there is one.

    >>> where_of("register.db")[0]
    'sqlite:///register.db'
    >>> where_of("postgresql://desk@server/register")[0]
    'postgresql+psycopg://desk@server/register'
    """
    given = str(url_or_path)
    if "://" not in given:
        return f"sqlite:///{given}", Path(given)
    scheme, rest = given.split("://", 1)
    if scheme == "sqlite":
        return given, Path(rest.removeprefix("/"))
    if scheme in ("postgresql", "postgres"):
        return f"postgresql+psycopg://{rest}", None
    raise RegisterError(f"{shown(given)}: a register is a file, sqlite:///… or postgresql://…")


def shown(url_or_path: str | Path) -> str:
    """The address without a password.

    >>> shown("postgresql://desk:secret@server/register")
    'postgresql://desk:…@server/register'
    """
    given = str(url_or_path)
    scheme, mark, rest = given.partition("://")
    user, at, host = rest.rpartition("@")
    if not (mark and at and ":" in user):
        return given
    return f"{scheme}://{user.split(':')[0]}:…@{host}"


def open_engine(url_or_path: str | Path, *, create: bool) -> Engine:
    """A way to the database, its tables made where `create` allows it. Raises RegisterError, RegisterTooNew."""
    url, file = where_of(url_or_path)
    if file is not None:
        _check_file(file, create)
    with telling(url_or_path):
        engine = _engine(url, file)
        _check_schema(engine, shown(url_or_path), create)
        return engine


@contextmanager
def telling(url_or_path: str | Path) -> Iterator[None]:
    """Whatever the database complains of becomes a RegisterError of one line."""
    from sqlalchemy.exc import DBAPIError, NoSuchModuleError

    try:
        yield
    except DBAPIError as error:
        raise RegisterError(explained(str(error.orig), shown(url_or_path))) from error
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        what = "a register on PostgreSQL needs the extra: pip install 'dragoman[postgres]'"
        raise RegisterError(f"{shown(url_or_path)}: {what}") from error


def explained(said: str, where: str) -> str:
    """One line for the user from what the database said.

    >>> explained("attempt to write a readonly database", "a.db")[:27]
    'a.db: cannot be written: th'
    """
    line = " ".join(said.split())
    advice = next((text for sign, text in _ADVICE if sign in line), None)
    return f"{where}: {advice}" if advice else f"{where}: the database says: {line}"


def _check_file(file: Path, create: bool) -> None:
    if file.is_dir():
        raise RegisterError(f"{file}: is a folder. Name a file, for instance {file / 'register.db'}")
    if file.exists():
        return
    if not create:
        raise RegisterError(f"{file}: there is no register. Add articles to make one: dragoman add …")
    if not file.parent.is_dir():
        raise RegisterError(f"{file}: the folder {file.parent} does not exist. Make it first")


def _engine(url: str, file: Path | None) -> Engine:
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.pool import NullPool

    if file is None:
        return create_engine(url)
    # Made of its parts, because a file name may hold what a URL gives a meaning to.
    engine = create_engine(URL.create("sqlite", database=str(file)), poolclass=NullPool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin too late (docs.sqlalchemy.org, pysqlite, "Serializable isolation").
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_WAIT}", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def alone(connection: Connection) -> None:
    """Let no other writer in until this transaction ends; SQLite's began so."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE meta IN EXCLUSIVE MODE")


def _check_schema(engine: Engine, where: str, create: bool) -> None:
    """See that the tables are there, and of a version that this Dragoman knows; make them in an empty database."""
    from sqlalchemy import inspect

    from dragoman.register import schema

    found = set(inspect(engine).get_table_names())
    if not found and create:
        _make(engine)
    elif not found:
        raise RegisterError(f"{where}: there is no register. Add articles to make one: dragoman add …")
    elif "meta" not in found or "articles" not in found:
        raise RegisterError(f"{where}: is a database, but no register of Dragoman. Name another file")
    with engine.connect() as connection:
        known = dict(tuple(row) for row in connection.execute(schema.meta.select()))
    version = known.get("schema", "")
    if not version.isdigit():
        raise RegisterError(f"{where}: is a database, but no register of Dragoman. Name another file")
    if int(version) > schema.SCHEMA:
        made_by = known.get("dragoman", "a newer version")
        raise RegisterTooNew(
            f"{where}: made by Dragoman {made_by} (schema {version}); this one knows schema {schema.SCHEMA}. "
            "Upgrade: pip install --upgrade dragoman"
        )


def _make(engine: Engine) -> None:
    from importlib.metadata import version

    from dragoman.register import schema

    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            # Outside a transaction, and for good: the file remembers it.
            connection.connection.cursor().execute("PRAGMA journal_mode=WAL")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        schema.tables.create_all(connection)
        if connection.execute(schema.meta.select()).first() is None:
            facts = {"schema": str(schema.SCHEMA), "dragoman": version("dragoman")}
            connection.execute(schema.meta.insert(), [{"name": k, "value": v} for k, v in facts.items()])
