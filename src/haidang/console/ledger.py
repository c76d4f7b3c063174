"""`haidang ledger verify`: walks the whole ledger and names the first row that is not as it was.

Where it is whole, its end is kept in the data folder, outside the database: the next time it must
still be in the ledger, which could otherwise be cut back to an older seal.
"""

from pathlib import Path

from haidang.console import installation, readiness
from haidang.console.say import Trouble, complain, mark


def run(arguments: list[str]) -> int:
    """Verify the ledger of this installation. Exit 1 names the first bad row."""
    if arguments != ["verify"]:
        raise Trouble("Cách dùng: ./haidang ledger verify")
    database = installation.database_file()
    if database:
        if not database.exists():
            raise Trouble(f"Chưa có cơ sở dữ liệu ở {database}: chạy ./haidang up trước.")
        readiness.check_database(database)
    installation.set_up_django()
    from haidang.ledger import queries  # rows exist only once Django is set up

    kept = installation.data_folder() / "ledger.mark"
    known = queries.Mark(*_read(kept)) if kept.exists() else None
    end = queries.ledger_end()
    if fault := queries.first_fault(known):
        return complain(fault.message)
    installation.write_privately(kept, f"{end.seq} {end.hash}\n")
    print(f"{mark('✓', 32)} Sổ nhật ký nguyên vẹn: {end.seq} dòng, mã cuối {end.hash[:16]}.")
    return 0


def _read(kept: Path) -> tuple[int, str]:
    """Where the ledger ended when it was last verified."""
    seq, _, last_hash = kept.read_text("utf-8").strip().partition(" ")
    if not seq.isdecimal():
        raise Trouble(f"Tệp {kept} hỏng: lấy lại từ bản sao lưu.")
    return int(seq), last_hash
