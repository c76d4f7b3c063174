"""`haidang documents`: whether what was issued, and every file that is kept, is as it was.

`replay NUMBER` draws what was issued again and compares it to the byte; exit 1 names which parts
differ. `files` holds every kept file against its hash; exit 1 names those lost or changed.
"""

from typing import Any

from haidang.console import installation, readiness
from haidang.console.say import Trouble, complain, mark

USAGE = (
    "Cách dùng: ./haidang documents replay SỐ [--year NĂM]   (SỐ như 05/BC-UBND)\n"
    "           ./haidang documents files"
)


def run(arguments: list[str]) -> int:
    """Replay what was issued under a number (promise N9), or check files; exit 1 names faults."""
    if arguments == ["files"]:
        return _files()
    number, year = _asked(arguments)
    _open()
    from haidang.documents import queries  # rows exist only once Django is set up

    found = queries.issues_numbered(number, year)
    if not found:
        when = f" năm {year}" if year else ""
        return complain(f"Không có văn bản nào ban hành từ hệ thống này mang số {number}{when}.")
    equal = [_say(queries.replay_document(issue)) for issue in found]
    return 0 if all(equal) else 1


def _files() -> int:
    _open()
    from haidang.documents import queries

    checked = list(queries.file_faults())
    faults = [fault for fault in checked if fault]
    for fault in faults:
        complain(f"{fault.sha256}: {fault.what}.")
    if faults:
        return complain(f"{len(faults)} trong {len(checked)} tệp không còn nguyên.")
    print(f"{mark('✓', 32)} {len(checked)} tệp còn nguyên, đúng mã của từng tệp.")
    return 0


def _open() -> None:
    """Refuses where there is no database, or one that cannot be read."""
    database = installation.database_file()
    if database:
        if not database.exists():
            raise Trouble(f"Chưa có cơ sở dữ liệu ở {database}: chạy ./haidang up trước.")
        readiness.check_database(database)
    installation.set_up_django()


def _asked(arguments: list[str]) -> tuple[str, int | None]:
    match arguments:
        case ["replay", number]:
            return number, None
        case ["replay", number, "--year", year] if year.isdecimal():
            return number, int(year)
    raise Trouble(USAGE)


def _say(replay: Any) -> bool:
    issue = replay.issue
    named = f"{issue.number}, {issue.issued_on:%d/%m/%Y}, {issue.number.series.unit}"
    if replay.is_equal:
        print(f"{mark('✓', 32)} {named}: .docx và PDF dựng lại trùng từng byte.")
        return True
    print(f"{mark('✗', 31)} {named}: dựng lại không trùng.")
    for name, differing in ((".docx", replay.docx), ("PDF", replay.pdf)):
        print(f"    {name}: {', '.join(differing) or 'trùng từng byte'}")
    if replay.other_layout:
        print("    Bố cục hoặc bộ viết của bản cài đặt này khác bản đã dựng văn bản.")
    return False
