"""Says aloud what was not tested: every skipped test is counted, with its reason, at the end of a run."""

from __future__ import annotations

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line for each reason. Tests on texts that are not part of the project need `$DRAGOMAN_SHARED`."""
    skipped = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    for reason, count in sorted(skipped.items()):
        terminalreporter.write_line(f"NOT TESTED: {count} × {reason}")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    why = report.longrepr
    return str(why[2]).removeprefix("Skipped: ") if isinstance(why, tuple) else str(why)
