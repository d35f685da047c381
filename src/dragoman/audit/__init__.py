"""The audit: what the register says to a claim, and what in the register wants a person's eye. Pure; never changes a record."""

from dragoman.audit.claims import audit, verdict
from dragoman.audit.integrity import findings
from dragoman.audit.rules import load_rules

__all__ = ["audit", "findings", "load_rules", "verdict"]
