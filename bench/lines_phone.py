"""A phone at work: a real Chromium with its own storage, that logs through the real form.

Each trouble does something to the line, the page, the browser, the storage or the server at the
moment of sending, and gives what the screen then said.
"""

import asyncio
import contextlib
import os
import random
import shutil
import signal
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from playwright.async_api import Error, Page, Playwright

from bench.lines_server import Line, Server

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
PATIENCE = 120  # tries, for a machine on which others work may start a server slowly
FIND = """title => Outbox.mine().then(rows => rows.find(
    row => row.fields.some(pair => pair[0] === "title" && pair[1] === title)) || null)"""
FILL = """title => {
    const form = document.querySelector("form[data-log]");
    form.querySelector("[name=kind][value=talk]").click();
    form.elements.title.value = title;
    form.elements.quantity_attendances.value = "64";
    form.elements.title.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@dataclass(slots=True)
class Said:
    """What the screen said after saving: the receipt, or that it waits, or why it was refused."""

    panel: str = ""
    faults: str = ""
    entry: dict[str, Any] = field(default_factory=dict)

    @property
    def receipt(self) -> str:
        """The code that was shown, if one was."""
        return self.panel.partition("Mã biên nhận ")[2][:6]


class Phone:
    """One person's phone, on a line of its own."""

    def __init__(self, play: Playwright, server: Server, name: str, password: str) -> None:
        self.play, self.server, self.name, self.password = play, server, name, password
        self.line = Line(server)
        self.profile = Path(mkdtemp(prefix="haidang-phone-"))
        self.address = f"http://127.0.0.1:{self.line.port}"

    async def switch_on(self) -> None:
        """Start the browser as it was left, signed in or not."""
        self.browser = await self.play.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=CHROMIUM,
            args=FLAGS,
            base_url=self.address,
            viewport={"width": 360, "height": 740},
            locale="vi-VN",
        )
        self.page: Page = self.browser.pages[0]
        self.page.set_default_timeout(60_000)

    async def switch_off(self) -> None:
        """End everything, and leave nothing behind."""
        await self.browser.close()
        self.line.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def kill(self) -> None:
        """End the browser as a phone does that runs out of memory."""
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                call = entry.read_bytes().decode("utf-8", "replace")
                if str(self.profile) in call and "--type=" not in call:
                    os.kill(int(entry.parent.name), signal.SIGKILL)

    async def sign_in(self) -> None:
        """Sign in, unless that is so already."""
        await self.page.goto("/dang-nhap/")
        if "/dang-nhap/" in self.page.url:
            await self.page.fill("#id_username", self.name)
            await self.page.fill("#id_password", self.password)
            await self.page.click("form.card .btn.main")
            await self.page.wait_for_url("**/viec/")

    async def write(self, title: str, photos: list[Path]) -> None:
        """Fill the form, and wait until the device says that it keeps it."""
        await self.page.goto("/ghi/?loai=talk")
        await self.page.wait_for_selector("form[data-log]:not([data-guard])")
        await self.page.evaluate(FILL, title)
        if photos:
            await self.page.set_input_files("[name=photos]", photos)
            await self.page.wait_for_function(
                "n => document.querySelectorAll('[data-kept-files] li').length === n"
                " || /máy đã đầy/.test(document.querySelector('form[data-log]').textContent)",
                arg=len(photos),
            )
        await self.page.wait_for_function(
            "() => /Đã lưu nháp|Máy đã đầy/.test("
            "document.querySelector('[data-draft]').textContent)"
        )

    async def save(self) -> None:
        """Press the button, and do not wait."""
        await self.page.evaluate("document.querySelector('form[data-log] .btn.main').click()")

    async def said(self, title: str) -> Said:
        """What stands there once the form has ended in one way or the other."""
        ended = "[data-saved]:not([hidden]) h2, form[data-log] > .errors"
        await self.page.wait_for_selector(ended, timeout=60_000)
        panel = await self.page.locator("[data-saved]").text_content() or ""
        wrong = self.page.locator("form[data-log] > .errors")
        faults = (await wrong.text_content() or "") if await wrong.count() else ""
        return Said(panel, faults, await self.entry(title))

    async def entry(self, title: str) -> dict[str, Any]:
        """What the device keeps of an entry."""
        return await self.page.evaluate(FIND, title) or {}

    async def open_again(self) -> None:
        """A new page in place of one that is gone."""
        self.page = await self.browser.new_page()
        self.page.set_default_timeout(60_000)

    async def heal(self) -> None:
        """The line is whole, somebody is signed in, there is room, and a page stands open."""
        self.line.cut = ""
        await self.browser.set_offline(False)
        for _ in range(PATIENCE):
            with contextlib.suppress(Error):
                await self._come_in()
                return
            await asyncio.sleep(0.5)
        raise TimeoutError("the page did not open again")

    async def _come_in(self, *, anew: bool = False) -> None:
        await self.page.goto("/cho-gui/")
        # On a slow line the last copy may stand here: it says itself that nobody is signed in.
        if anew or "/dang-nhap/" in self.page.url:
            await self.sign_in()
            await self.page.goto("/cho-gui/")

    async def send_all(self) -> int:
        """Press “Gửi ngay” until nothing waits; how many entries still do after some tries."""
        left = 1
        for _ in range(PATIENCE):
            left = int(await self.page.evaluate("Outbox.send(true, true)"))
            if not left:
                break
            if await self.page.get_by_role("link", name="Đăng nhập").count():
                await self._come_in(anew=True)
            await asyncio.sleep(0.5)
        return left

    async def keep_draft_entries_moving(self, title: str) -> None:
        """What was killed before it was saved is a draft: open it, as a person would, and save."""
        entry = await self.entry(title)
        if entry.get("state") == "draft":
            await self.page.goto(f"/ghi/?nhap={entry['id']}")
            await self.page.wait_for_selector("form[data-log]:not([data-guard])")
            await self.save()
            await self.said(title)


async def no_trouble(phone: Phone, title: str) -> Said:
    await phone.save()
    return await phone.said(title)


async def cut(phone: Phone, title: str, where: str) -> Said:
    phone.line.cut = where
    return await no_trouble(phone, title)


async def without_a_line(phone: Phone, title: str) -> Said:
    await phone.browser.set_offline(True)
    return await no_trouble(phone, title)


async def sent_twice(phone: Phone, title: str) -> Said:
    other = await phone.browser.new_page()
    await other.goto("/cho-gui/")
    await phone.save()
    await phone.save()
    await asyncio.gather(
        other.evaluate("Outbox.send(true, true)"), phone.page.evaluate("Outbox.send(true, true)")
    )
    said = await phone.said(title)
    await other.close()
    return said


async def page_killed(phone: Phone, title: str, dice: random.Random) -> Said:
    if dice.random() < 0.7:
        await phone.save()
    await asyncio.sleep(dice.random() * 0.15)
    await phone.page.close()
    await phone.open_again()
    return Said()


async def browser_killed(phone: Phone, title: str, dice: random.Random) -> Said:
    if dice.random() < 0.7:
        await phone.save()
    await asyncio.sleep(dice.random() * 0.15)
    phone.kill()
    with contextlib.suppress(Error):
        await phone.browser.close()
    for lock in phone.profile.glob("Singleton*"):
        lock.unlink()
    await phone.switch_on()
    return Said()


async def signed_out(phone: Phone, title: str) -> Said:
    await phone.browser.clear_cookies(name="haidang_session")
    return await no_trouble(phone, title)


async def server_killed(phone: Phone, title: str, dice: random.Random) -> Said:
    await phone.save()
    await asyncio.sleep(dice.random() * 0.1)
    await asyncio.to_thread(phone.server.restart)
    return await phone.said(title)


async def storage_full(phone: Phone, title: str, photos: list[Path]) -> Said:
    session = await phone.browser.new_cdp_session(phone.page)
    quota = {"origin": phone.address, "quotaSize": 1}
    await session.send("Storage.overrideQuotaForOrigin", quota)
    try:
        await phone.write(title, photos)
        return await no_trouble(phone, title)
    finally:
        await session.send("Storage.overrideQuotaForOrigin", {"origin": phone.address})
        await session.detach()
