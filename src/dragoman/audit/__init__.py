"""The audit: what the register says to a claim, and what in it wants a person's eye. Pure: no record is changed."""

from dragoman.audit.claims import audit, verdict
from dragoman.audit.integrity import findings
from dragoman.audit.rules import load_rules

__all__ = ["audit", "findings", "load_rules", "verdict"]
