"""Where the sound goes: the sound card, an Icecast server, or a file, as a line of the script."""

import json
from urllib.parse import unquote, urlsplit

ICECAST = """output.icecast(
  %mp3(mono, bitrate=96), host={host}, port={port}, mount={mount}, user={user}, password={password},
  public=false, icy_metadata="false", timeout=5., connection_timeout=3.,
  on_connect={{say("out 1")}}, on_disconnect={{say("out 0")}},
  on_error=fun (_) -> begin say("out 0") 1. end, air)"""
ALSA = 'output.alsa(device={device}, on_start={{say("out 1")}}, air)'
FILE = 'output.file(%wav(mono), {path}, on_start={{say("out 1")}}, air)'


class UnknownOutput(ValueError):
    """An output that this player does not know."""


def output(address: str) -> str:
    """Return the script's last line.

    `icecast://user:word@host:port/mount`, `alsa[:device]`, `file:PATH`; else UnknownOutput.
    """
    kind, _, rest = address.partition(":")
    if kind == "alsa":
        return ALSA.format(device=quoted(rest or "default"))
    if kind == "file" and rest:
        return FILE.format(path=quoted(rest))
    parts = urlsplit(address)
    if kind != "icecast" or not parts.hostname or not parts.path.strip("/"):
        raise UnknownOutput(
            "Đầu ra là alsa, icecast://source:MẬT_KHẨU@máy:8000/luồng hoặc file:TỆP."
        )
    return ICECAST.format(
        host=quoted(parts.hostname),
        port=parts.port or 8000,
        mount=quoted(parts.path.strip("/")),
        user=quoted(unquote(parts.username or "source")),
        password=quoted(unquote(parts.password or "")),
    )


def quoted(words: str) -> str:
    """Write a text as Liquidsoap reads it; `#{` would be looked into there."""
    return json.dumps(words, ensure_ascii=False).replace("#", "\\x23")
