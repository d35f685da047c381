"""The command line, run inside the test's own process: the models are loaded once for all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli import run

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests" / "data" / "kb"


class Outcome:
    """What a command came to: its exit status, and the lines it printed."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def complaints(self) -> list[str]:
        """The lines of stderr."""
        return self.err.splitlines()

    def __repr__(self) -> str:
        return f"exit {self.status}\n{self.out}\n--- stderr\n{self.err}"


Dragoman = Callable[..., Outcome]


@pytest.fixture
def dragoman(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dragoman:
    """Runs a command in a folder of its own; no environment of the developer's has a say in it."""
    for name in ("DRAGOMAN_DB", "DRAGOMAN_KB", "DRAGOMAN_DEBUG", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def command(*args: str) -> Outcome:
        capfd.readouterr()
        status = run(args)
        return Outcome(status, *capfd.readouterr())

    return command


@pytest.fixture(scope="session")
def examples_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of all bundled examples, made once in a test run; do not write to it."""
    import dragoman

    path = tmp_path_factory.mktemp("examples") / "examples.db"
    with dragoman.open(path, kb="") as register:
        failed = [added.error for added in register.add([str(ROOT / "examples")]) if added.error]
    assert failed == []
    return path


@pytest.fixture
def register(examples_register: Path, tmp_path: Path) -> Path:
    """A copy of that register as `dragoman.db` of the test's folder, where the commands look for it."""
    return Path(shutil.copy(examples_register, tmp_path / "dragoman.db"))
