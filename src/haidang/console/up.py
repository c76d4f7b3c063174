"""`haidang up`: makes the installation if it is new, and serves it until told to stop."""

import os
import time
from contextlib import ExitStack, suppress

from django.conf import settings
from django.db.utils import DatabaseError

from haidang.console import collecting, installation, readiness, serving, working
from haidang.console.say import Trouble, mark, step


def run(arguments: list[str]) -> int:
    """Check, migrate, load the demonstration into a new database, serve. Refuses with Trouble."""
    if set(arguments) - {"--empty", "--no-worker"}:
        raise Trouble("Cách dùng: ./haidang up [--empty] [--no-worker]")
    with_demonstration = "--empty" not in arguments
    host, port = os.environ.get("HAIDANG_HOST", "127.0.0.1"), _port_wanted()
    with step("kiểm tra máy"):
        _check(host, port)
    installation.make(with_demonstration=with_demonstration)
    with step("khởi động mã"):
        installation.set_up_django()
    # Publishing keeps what readers are served, and a page names its styles.
    collecting.collect()
    _prepare_database(with_demonstration=with_demonstration)
    return _serve(host, port, with_worker="--no-worker" not in arguments)


def _port_wanted() -> int:
    wanted = os.environ.get("HAIDANG_PORT", "8000")
    if not (wanted.isdecimal() and 0 < int(wanted) < 65536):
        raise Trouble(f"HAIDANG_PORT={wanted} không phải số cổng: dùng số từ 1 đến 65535.")
    return int(wanted)


def _check(host: str, port: int) -> None:
    readiness.check_port(host, port)
    folder = installation.data_folder()
    readiness.check_folder(folder)
    readiness.check_room(folder)
    if database := installation.database_file():
        readiness.check_database(database)


def _prepare_database(*, with_demonstration: bool) -> None:
    from haidang.console import filling  # rows exist only once Django is set up
    from haidang.web.kept import forget_sums

    forget_sums()
    try:
        filling.fill(with_demonstration=with_demonstration)
    except DatabaseError as error:
        raise Trouble(readiness.advice_for(str(error).strip())) from error


def _serve(host: str, port: int, *, with_worker: bool) -> int:
    with ExitStack() as running, suppress(serving.Stopped):
        with step("máy chủ web"):
            server = running.enter_context(serving.server(host, port))
        worker = running.enter_context(working.companion()) if with_worker else None
        _welcome(host, port)
        while server.poll() is None:
            time.sleep(1)
            if worker:
                worker.tend()
        return server.returncode or 1
    return 0


def _welcome(host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    print(f"\n  {mark('Hải Đăng', 1)} đang chạy ở {mark(f'http://{shown}:{port}', 36)}")
    accounts = installation.data_folder() / "accounts.txt"
    if accounts.exists():
        print("\n" + accounts.read_text("utf-8"), end="")
        print(f"\n  Mật khẩu riêng của bản cài đặt này, lưu ở {accounts}")
    print(f"  {_mail_words()}\n  Dừng: Ctrl-C\n", flush=True)


def _mail_words() -> str:
    if settings.MAIL_IS_ON:
        return f"Thư nhắc việc gửi qua {settings.EMAIL_HOST}"
    return "Chưa có máy chủ thư (HAIDANG_SMTP): không gửi thư nhắc việc"
