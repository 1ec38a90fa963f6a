"""Backends: everything that reads a `Scene`. In: scenes, faces, pictures. Out: bytes of a file. Must not know
specs, stories, styles or lines; an item's `Tag` is never interpreted here.

Each is a module that is imported when a file of its kind is asked for: `pdf.write`, `png.render`. (A scene's
JSON is its own: `scene.codec`.)
"""
