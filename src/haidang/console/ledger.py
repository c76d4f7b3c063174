"""`haidang ledger verify`: walks the whole ledger and names the first row that is not as it was."""

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

    if fault := queries.first_fault():
        return complain(fault.message)
    print(f"{mark('✓', 32)} Sổ nhật ký nguyên vẹn: {queries.ledger_length()} dòng.")
    return 0
