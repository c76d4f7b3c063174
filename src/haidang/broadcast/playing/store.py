"""Sounds and weeks on the disk of the player, by their hashes; what does not match is not there."""

import hashlib
import os
import shutil
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from haidang.broadcast.playing.files import RESERVE, free_space, sync_folder, write_whole
from haidang.broadcast.playing.week import Sound

_BLOCK = 1024 * 1024


class Store:
    """A folder of sounds, bounded in size."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most
        self.refused: set[str] = set()  # came altered, or were altered here
        self._coming: set[str] = set()  # grow beside, each by one thread
        self._alone = threading.Lock()
        for name in ("tieng", "tuan", "tam"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for left in (folder / "tam").iterdir():
            left.unlink()

    def place_of(self, sha256: str) -> Path:
        """Where a sound lies, or would lie."""
        return self.folder / "tieng" / sha256

    def has(self, sound: Sound) -> bool:
        """Whether a sound is here in its size; `sound_is_whole` looks closer before use."""
        try:
            return self.place_of(sound.sha256).stat().st_size == sound.size
        except OSError:
            return False

    def sound_is_whole(self, sound: Sound) -> bool:
        """Read a sound through; one that was altered or cut is thrown away and noted."""
        path = self.place_of(sound.sha256)
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
                size = file.tell()
        except OSError:
            return False
        if found == sound.sha256 and size == sound.size:
            self.refused.discard(sound.sha256)
            return True
        self.refused.add(sound.sha256)
        path.unlink(missing_ok=True)
        return False

    def beside(self, sound: Sound) -> Path:
        """Where a sound grows while it is fetched."""
        return self.folder / "tieng" / f"{sound.sha256}.part"

    @contextmanager
    def growing(self, sound: Sound) -> Iterator[bool]:
        """Let one thread at a time fetch a sound; False for the others."""
        with self._alone:
            is_mine = sound.sha256 not in self._coming
            self._coming.add(sound.sha256)
        try:
            yield is_mine
        finally:
            if is_mine:
                self._coming.discard(sound.sha256)

    def has_room(self, sound: Sound, wanted: Iterable[Sound]) -> bool:
        """Whether a sound may be fetched, after what nobody wants any more has gone."""
        self._make_room(sound.size, {kept.sha256 for kept in wanted} | {sound.sha256})
        fits = self._size() + sound.size <= self.most
        return fits and free_space(self.folder) - sound.size > RESERVE

    def take(self, sound: Sound) -> bool:
        """Put in place what was fetched; refuse what is not the sound, and say so."""
        beside = self.beside(sound)
        with beside.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        if found != sound.sha256 or beside.stat().st_size != sound.size:
            beside.unlink()
            self.refused.add(sound.sha256)
            return False
        beside.replace(self.place_of(sound.sha256))
        sync_folder(self.folder / "tieng")
        self.refused.discard(sound.sha256)
        return True

    def adopt(self, path: Path) -> Sound:
        """Take in a sound that lies on this computer, as local filling."""
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        sound = Sound(sha256, path.stat().st_size, 1.0, path.stem[:200])
        if not self.has(sound):
            shutil.copyfile(path, self.beside(sound))
            self.take(sound)
        return sound

    def keep_week(self, sha256: str, sealed: str) -> None:
        """Keep the sealed text of a week."""
        write_whole(self.folder / "tuan" / sha256, sealed.encode())

    def kept_weeks(self) -> dict[str, str]:
        """Sealed texts by their hashes, as they lie there: they are checked again when read."""
        found = sorted((self.folder / "tuan").iterdir())
        return {
            path.name: path.read_text("utf-8", "replace") for path in found if len(path.name) == 64
        }

    def drop_weeks(self, but: Collection[str]) -> None:
        """Throw away weeks that hold no more."""
        for path in (self.folder / "tuan").iterdir():
            if path.name not in but:
                path.unlink()

    def _files(self) -> list[tuple[float, int, Path]]:
        """When each file was written, its size and where it lies; other threads move them."""
        found = []
        for path in (self.folder / "tieng").iterdir():
            with suppress(FileNotFoundError):
                facts = path.stat()
                found.append((facts.st_mtime, facts.st_size, path))
        return sorted(found)

    def _size(self) -> int:
        return sum(size for _, size, _ in self._files())

    def _make_room(self, size: int, wanted: Collection[str]) -> None:
        kept = {*wanted, *self._coming}
        for path in [path for _, _, path in self._files() if path.stem not in kept]:
            fits = self._size() + size <= self.most
            if fits and free_space(self.folder) - size > 2 * RESERVE:
                return
            path.unlink(missing_ok=True)
