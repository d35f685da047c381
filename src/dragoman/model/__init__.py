"""Frozen values that pass between the stages. Imports nothing of Dragoman but its errors."""
