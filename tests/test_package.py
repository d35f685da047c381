"""The wheel: what a user without the sources gets, on a machine without network."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

NO_NETWORK = """
import sys


def refuse(event, args):
    if event in ("socket.__new__", "socket.getaddrinfo", "socket.gethostbyname", "socket.connect"):
        raise RuntimeError(f"the network was asked for: {event} {args}")


sys.addaudithook(refuse)
"""
"""Put into an environment as sitecustomize.py: any use of a socket ends the program with a complaint."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built by the build system itself without a build environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel in it, the network cut off.

    Dependencies are borrowed from the environment of the tests; a .pth line adds them after the environment's own
    packages, and brings no editable Dragoman along.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    (packages,) = folder.glob("[Ll]ib/site-packages") if os.name == "nt" else folder.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    (packages / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return programs


def call(programs: Path, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment as a user would, with nothing of the tests' own surroundings."""
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "DRAGOMAN", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(programs / command[0]), *command[1:]],
        cwd=cwd, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_wheel_holds_all_it_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "dragoman"
    wanted = {
        f"dragoman/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wanted |= {f"dragoman/examples/{path.name}" for path in (ROOT / "examples").iterdir() if path.is_file()}
    assert sorted(wanted - names) == []
    assert {"LICENSE", "NOTICE"} <= {name.rpartition("/")[2] for name in names}


def test_the_network_is_indeed_cut_off(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "python", "-c", "import socket; socket.socket()", cwd=tmp_path)
    assert done.returncode != 0
    assert "the network was asked for" in done.stderr


def test_demo_works_from_the_wheel_without_a_network(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "dragoman", "demo", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Хронология: Казахстан — Азербайджан" in done.stdout
    assert (tmp_path / "out" / "brief-KZ-AZ.html").is_file()


def test_every_face_of_it_works_without_a_network(installed: Path, tmp_path: Path) -> None:
    page = str(ROOT / "examples" / "2023-11-24-kt-tokaev-rabochii-vizit.html")
    for command in (
        ("read", page),
        ("add", page),
        ("timeline", "KZ", "AZ", "--format", "xlsx", "-o", "a.xlsx"),
        ("claims",),
        ("quotes",),
        ("brief", "KZ", "AZ", "-o", "a.docx"),
        ("check", page),
        ("status",),
        ("kb", "show", "KZ"),
    ):
        done = call(installed, "dragoman", *command, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command


def test_the_sources_are_not_needed(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "python", "-c", "import dragoman; print(dragoman.__file__)", cwd=tmp_path)
    assert str(ROOT) not in done.stdout
    assert str(installed.parent) in done.stdout
