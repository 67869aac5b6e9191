"""The largest pictures: what drawing them costs, and that they can still be read."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageStat

from handoff.files.pictures import LONGEST_SIDE, redraw
from handoff.files.unwanted import Unwanted, Why
from tests.pictures import read, written

MOST_MEMORY = 300  # MB
# The most that a process has held so far; that of `getrusage` begins with what its parent held.
DRAWS = """
import sys
from pathlib import Path
from handoff.files.pictures import redraw
from tests.pictures import ALL

def most_held():
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").open())
    return int(status["VmHWM"].split()[0]) / 1000

kind, path = sys.argv[1:]
redraw(ALL[kind][0], kind)
before = most_held()
redraw(Path(path).read_bytes(), kind)
print(most_held() - before)
"""


@pytest.mark.parametrize(
    ("form", "mode", "size", "how"),
    [
        ("JPEG", "RGB", (8000, 8000), {}),
        ("JPEG", "CMYK", (5119, 5119), {}),
        ("JPEG", "CMYK", (4898, 4898), {"progressive": True, "subsampling": 0}),
        ("PNG", "RGB", (4500, 4000), {"transparency": (1, 2, 3)}),
        ("PNG", "LA", (4000, 4500), {}),
        ("WEBP", "RGBA", (4000, 2500), {"lossless": True, "quality": 0}),
        ("GIF", "P", (8000, 8000), {}),
    ],
)
def test_none_takes_much_memory(
    tmp_path: Path, form: str, mode: str, size: tuple[int, int], how: dict[str, Any]
) -> None:
    path = tmp_path / "large"
    path.write_bytes(written(Image.new(mode, size, "teal" if mode != "P" else 0), form, **how))
    drawn = subprocess.run(
        [sys.executable, "-c", DRAWS, f"image/{form.lower()}", path],
        cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert 20 < float(drawn.stdout) < MOST_MEMORY


def in_one_scan_each(jpeg: bytes) -> bytes:
    """The header alone, saying that its first scan has one colour."""
    scan = jpeg.index(b"\xff\xda")
    return jpeg[:scan] + b"\xff\xda\0\x08\x01" + jpeg[scan + 7 :]


def test_a_jpeg_in_several_scans_may_have_fewer_pixels() -> None:
    fits, large = (Image.new("L", size) for size in ((4000, 6000), (4000, 6001)))
    colours = large.convert("RGB")
    for refused in (
        written(large, "JPEG", progressive=True),
        in_one_scan_each(written(colours, "JPEG")),
        b"\xff\xd8\xff" + written(colours, "JPEG")[2:],  # filled up: it is not looked through
    ):
        with pytest.raises(Unwanted) as caught:
            redraw(refused, "image/jpeg")
        assert caught.value.why is Why.too_many_pixels
    for taken in (written(fits, "JPEG", progressive=True), written(large, "JPEG")):
        assert max(read(redraw(taken, "image/jpeg")).size) == LONGEST_SIDE


def page(scale: int) -> Image.Image:
    """Black lines on white, `scale` pixels wide, as the strokes of small print."""
    drawn = Image.new("L", (1000 * scale, 750 * scale), "white")
    lines = ImageDraw.Draw(drawn)
    for at in range(10, 990, 4):
        lines.rectangle((at * scale, 100, (at + 1) * scale - 1, 700 * scale), fill="black")
    return drawn


@pytest.mark.parametrize("scale", [3, 6, 8])
def test_small_print_can_still_be_read(scale: int) -> None:
    redrawn = read(redraw(written(page(scale), "JPEG", quality=90), "image/jpeg"))
    assert max(redrawn.size) == LONGEST_SIDE
    inside = redrawn.crop((600, 600, 1600, 1200))
    darkest, lightest = inside.getextrema()
    assert (darkest, lightest) == (0, 255)
    assert abs(ImageStat.Stat(inside).mean[0] - 255 * 3 / 4) < 8
