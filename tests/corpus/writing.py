"""What the writers share: where cases go, packages with fixed bytes, the usual head of a list."""
import io
import pathlib
import re
import unicodedata
import zipfile

CASES = pathlib.Path(__file__).parent / "cases"
HEADERS = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ"]
BUILDERS = []  # (file name, function that writes it to a path)


def case(ending):
    """Registers a function: sheet_of_marks → cases/sheet-of-marks.<ending>."""

    def register(write):
        BUILDERS.append((write.__name__.replace("_", "-") + "." + ending, write))
        return write

    return register


def roster(*people, headers=HEADERS):
    """Unit in row 1, headers in row 3, people from row 4."""
    return [["Đơn vị: Xã Văn Lăng"], [], headers, *people]


def loose_tone(letter):
    """ệ → ê and the loose dot: the letter with its hat or horn, the tone apart."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    marks = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", "".join(m for m in marks if m not in tones))
    return base, "".join(m for m in marks if m in tones)


def fixed(path):
    """Packs a package again without the clock, so that making it again gives the same bytes."""
    with zipfile.ZipFile(path) as package:
        parts = [(info.filename, package.read(info)) for info in package.infolist()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts:
            if name in {"docProps/core.xml", "docProps/app.xml", "meta.xml"}:
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?", b"2026-09-30T00:00:00Z", content)
            add(package, name, content, stored=name == "mimetype")
    path.write_bytes(packed.getvalue())


def add(package, name, content, stored=False):
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    package.writestr(info, content)
