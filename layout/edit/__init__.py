"""Changes to the user's own files. In: texts and findings. Out: texts, never files. Must not typeset."""
