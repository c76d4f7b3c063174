"""The voice of a machine, where one is installed: a stand-in, to be marked as such."""

import shutil

from haidang.text.reading.programs import TooSlow, output_of

PACKAGE = "espeak-ng"
VOICES = {"vi": "vi", "en": "en"}  # espeak-ng has no Khmer
SPEED = 150  # words a minute
SECONDS = 60.0


class NoVoice(ValueError):
    """No voice of this language is installed; the message says how to get one."""


def is_there(language: str = "vi") -> bool:
    """Whether this machine has a voice for a language."""
    return language in VOICES and shutil.which(PACKAGE) is not None


def spoken_by_machine(words: str, language: str = "vi") -> bytes:
    """The words as sound (WAV). Raises NoVoice where there is no voice, or it fails."""
    if language not in VOICES:
        raise NoVoice("Chưa có giọng máy cho ngôn ngữ này. Người đọc ghi âm hoặc tải tệp lên.")
    if not is_there(language):
        raise NoVoice(
            "Máy chủ chưa có giọng máy. Quản trị cài bằng lệnh: sudo apt-get install espeak-ng;"
            " hoặc người đọc ghi âm."
        )
    command = [PACKAGE, "-v", VOICES[language], "-s", str(SPEED), "--stdin", "--stdout"]
    try:
        sound = output_of(command, words.encode(), SECONDS)
    except TooSlow:
        sound = None
    if not sound:
        raise NoVoice("Giọng máy không đọc được lời này. Người đọc ghi âm hoặc tải tệp lên.")
    return sound
