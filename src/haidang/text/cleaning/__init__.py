"""A Word, Excel or PowerPoint file before strangers get it: what it hides, and a copy without."""

from haidang.text.cleaning.package import Hidden, cleaned

__all__ = ["Hidden", "cleaned"]
