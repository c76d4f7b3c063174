"""Sound from strangers: told by its bytes, listened to, brought to one loudness. No Django."""

from haidang.broadcast.sound.kinds import NotSound
from haidang.broadcast.sound.levelling import CONTENT_TYPE, Levelled, levelled
from haidang.broadcast.sound.program import MISSING, is_installed

__all__ = ["CONTENT_TYPE", "MISSING", "Levelled", "NotSound", "is_installed", "levelled"]
