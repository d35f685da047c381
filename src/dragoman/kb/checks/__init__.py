"""What can be wrong in the tables: one module an idea. check.py runs them all."""
