"""Turns news stories about the conflict in Libya into evidence."""

__version__ = "0.1.0"
