"""The line to the server: one connection that is kept, short waits, nothing read without bound."""

import http.client
import json
import threading
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

PATIENCE = 6.0
MOST = 16 * 1024 * 1024
_BLOCK = 256 * 1024
_OK, _PART, _UNAUTHORISED = 200, 206, 401


class LineCut(Exception):
    """The server was not reached, or did not answer as agreed; `code` says which."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


class Wire:
    """Asks one server, under one token."""

    def __init__(self, server: str, token: str) -> None:
        parts = urlsplit(server)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("Địa chỉ máy chủ phải bắt đầu bằng http:// hoặc https://")
        self._is_safe = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port
        self._prefix = parts.path.rstrip("/")
        self._head = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self._connection: http.client.HTTPConnection | None = None
        self._alone = threading.Lock()

    def orders(self, known: int, week: str) -> dict[str, Any]:
        """Ask what is to be done."""
        return self._told("GET", f"/may-phat/viec/?biet={known}&lich={quote(week)}")

    def week(self, sha256: str) -> str:
        """Fetch the sealed text of a week."""
        return self._asked("GET", f"/may-phat/lich/{quote(sha256)}/").decode("utf-8", "replace")

    def report(self, words: dict[str, Any]) -> dict[str, Any]:
        """Hand over lines, faults and health."""
        body = json.dumps(words, ensure_ascii=False).encode()
        return self._told("POST", "/may-phat/nhat-ky/", body)

    def sound(self, sha256: str, size: int, beside: Path) -> None:
        """Fetch a sound, from where an earlier try was cut."""
        have = beside.stat().st_size if beside.exists() else 0
        if have >= size:
            beside.unlink()
            have = 0
        head = {"Range": f"bytes={have}-"} if have else {}
        with self._alone:
            answer = self._open("GET", f"/may-phat/tieng/{quote(sha256)}/", None, head)
            try:
                with beside.open("ab" if answer.status == _PART else "wb") as file:
                    self._pour(answer, file, size)
                # A line that ends orderly in the middle is cut all the same.
                if answer.length and beside.stat().st_size < size:
                    raise ConnectionError("ended too early")
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if isinstance(error, http.client.HTTPException | TimeoutError | ConnectionError):
                    raise LineCut("line", str(error)) from error
                raise

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def _pour(self, answer: http.client.HTTPResponse, file: Any, size: int) -> None:
        while block := answer.read(_BLOCK):
            file.write(block)
            if file.tell() > size:  # more than was announced is not the sound
                self.close()
                return

    def _told(self, method: str, path: str, body: bytes | None = None) -> dict[str, Any]:
        try:
            words = json.loads(self._asked(method, path, body))
        except (ValueError, RecursionError) as error:
            raise LineCut("answer", "Máy chủ trả lời không đọc được.") from error
        if not isinstance(words, dict):
            raise LineCut("answer", "Máy chủ trả lời không đọc được.")
        return words

    def _asked(self, method: str, path: str, body: bytes | None = None) -> bytes:
        with self._alone:
            answer = self._open(method, path, body, {})
            try:
                content = answer.read(MOST + 1)
            except (OSError, http.client.HTTPException) as error:
                self.close()
                raise LineCut("line", f"Đứt giữa chừng: {error}") from error
            if len(content) > MOST:
                self.close()
                raise LineCut("answer", "Máy chủ trả lời quá dài.")
            return content

    def _open(
        self, method: str, path: str, body: bytes | None, head: dict[str, str]
    ) -> http.client.HTTPResponse:
        for is_fresh in (self._connection is None, True):
            try:
                connection = self._connection or self._connected()
                connection.request(method, self._prefix + path, body, self._head | head)
                answer = connection.getresponse()
                break
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if is_fresh:  # a connection that was kept may have been let go by the server
                    raise LineCut("line", f"Không tới được máy chủ: {error}") from error
        if answer.status not in {_OK, _PART}:
            self.close()  # its words are for people
            code = "token" if answer.status == _UNAUTHORISED else "answer"
            raise LineCut(code, f"Máy chủ trả lời {answer.status}.")
        return answer

    def _connected(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._is_safe else http.client.HTTPConnection
        self._connection = kind(self._host, self._port, timeout=PATIENCE)
        return self._connection
