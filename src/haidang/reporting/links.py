"""Addresses of the records behind figures, in the marks that the writer understands."""

from haidang.reporting.sheet import Sheet


def figure_path(round: int, place: str, ordinal: int) -> str:
    """The address of the records behind a figure: of a total "3.2", of one unit's "3.2/7"."""
    return f"/so/{round}/{place}/?lan={ordinal}"


def shared_place(code: str) -> str:
    """Where the activities stand that a total counts only once."""
    return f"{code}/chung"


def linked(sheet: Sheet, figure: str, code: str, place: str | int = "") -> str:
    """A figure with its address; `place` is a unit, or what else is told of an indicator."""
    round, frozen = sheet.content["round"]["id"], sheet.content["frozen"]["ordinal"]
    at = f"{code}/{place}" if place else code
    return f"[[{figure}|{figure_path(round, at, frozen)}]]"
