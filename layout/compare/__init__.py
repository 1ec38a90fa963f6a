"""What changed between two pages, by cause. In: two proofs (a scene read for comparing, or what can be read of
anybody's PDF). Out: changes as values, in reading order, and reports of them. Only `inputs` composes pages."""
