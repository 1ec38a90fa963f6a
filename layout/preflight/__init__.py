"""Preflight: what a printer would send back. In: the scene with its plan, or a finished PDF's facts. Out: findings.
Must not know how lines are broken or objects written; it repairs nothing.

`rules/` has one rule a file, `limits` the thresholds of all of them, `runner` the order: a page is judged as a
`Sheet`, whether the scene gave it or a PDF, and a PDF as a file besides.
"""
