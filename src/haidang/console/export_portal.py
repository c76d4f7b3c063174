"""`haidang export-portal`: a portal as files, to be put on any host that serves files."""

from pathlib import Path

from haidang.console import installation
from haidang.console.say import Trouble, mark

USAGE = "Cách dùng: ./haidang export-portal THƯ_MỤC [TÊN_MIỀN]"


def run(arguments: list[str]) -> int:
    """Write the portal of a host (that of this installation unless told) into an empty folder."""
    if not 1 <= len(arguments) <= 2:
        raise Trouble(USAGE)
    folder = Path(arguments[0])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Trouble(f"{folder} đã có tệp: chọn một thư mục trống.")
    installation.set_up_django()
    from haidang.newsroom.queries.portals import home, portal_on
    from haidang.web.portal_export import export_portal

    portal = portal_on(arguments[1] if arguments[1:] else "")
    if portal is None or not home(portal):
        raise Trouble("Không có cổng nào ở tên miền này.")
    done = export_portal(home(portal), folder)
    for path in done.missing:
        print(f"  không có: {path}")
    print(f"{mark('✓', 32)} {home(portal)}: {len(done.written)} tệp trong {folder}")
    return 0
