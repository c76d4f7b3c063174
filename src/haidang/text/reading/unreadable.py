"""The one way in which reading refuses: the file is no document."""


class Unreadable(Exception):
    """The file is no document that can be read.

    `code` is stable; `message` is Vietnamese and fit to show.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
