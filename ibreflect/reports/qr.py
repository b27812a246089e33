"""A link as a QR code, for paper."""

import segno

_QUIET_ZONE = 4


def qr_picture(link: str) -> str:
    """The link as a QR code: an SVG data URI, dark on white, to be set as the source of an image.

    The error correction is M (15 % may be damaged), or better where that costs no room. The quiet
    zone of four modules that ISO/IEC 18004 asks for is part of the picture, so it may stand close
    to text. The picture has no size of its own: print a link of up to 84 characters (37 modules,
    45 with the quiet zone) at 30 mm or more, then a module is at least 0.6 mm and a phone reads
    it from some 30 cm; on a wall, a tenth of the distance to the reader. Never stretch or invert.
    ValueError when the link is longer than a QR code can hold (2331 bytes).
    """
    code = segno.make(link, error="m", micro=False)
    return str(
        code.svg_data_uri(border=_QUIET_ZONE, dark="#000", light="#fff", omitsize=True, nl=False)
    )
