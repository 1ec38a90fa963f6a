"""`render --proof`: in comes a composed page, out goes a scene of a larger sheet: the page with its grid, frames, line
numbers and the places of its findings, and beside it how the stories fit, the findings in words, and the copy that is
over. It sets nothing anew and changes nothing on the page; no other command imports it."""
