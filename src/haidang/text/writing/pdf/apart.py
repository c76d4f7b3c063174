"""The typesetter in a process of its own: the paper comes in, the PDF goes out."""

import sys

from haidang.text.writing.pdf.typesetter import REFUSED, NotDrawnError, typeset_here


def main() -> int:
    """Draw what stands on standard input; a refusal is one sentence on standard error."""
    try:
        sys.stdout.buffer.write(typeset_here(sys.stdin.buffer.read().decode()))
    except NotDrawnError as error:
        sys.stderr.write(str(error))
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
