"""The display list: what is on a page and where, ready to be painted. In: page layouts. Out: `Scene`,
which every backend and the diff read. Knows nothing of stories, styles or grids; items only carry a `Tag`
that says where they come from."""
