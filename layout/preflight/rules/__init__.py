"""One rule a file: `SEVERITY`, and `check(what, limits)`, which yields a `Hit` for each place that breaks it."""
