"""Tests; helpers that several rooms share stand here as modules."""
