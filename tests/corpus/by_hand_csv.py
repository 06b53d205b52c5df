"""Cases written by hand as text."""
import legacy
import writing

TITLE = "Đơn vị: Xã Văn Lăng"
HEADERS = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ"]
PEOPLE = [["1", "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"], ["2", "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
          ["3", "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư"], ["4", "Đặng Thị Hưởng", "1988", "Nữ", "Kế toán"]]


def text(separator=",", end="\r\n", convert=str):
    rows = [[TITLE], [], HEADERS, *PEOPLE]
    return end.join(separator.join(convert(v) for v in row) for row in rows) + end


def case(write):
    """The function gives the bytes."""

    def save(path):
        path.write_bytes(write())

    save.__name__ = write.__name__
    return writing.case("csv")(save)


@case
def csv_utf8_mark_and_commas():
    return b"\xef\xbb\xbf" + text().encode()


@case
def csv_utf16_big_endian_tabs():
    return b"\xfe\xff" + text("\t", "\n").encode("utf-16-be")


@case
def csv_cp1258():
    """As Excel in Vietnamese Windows saves CSV: letters with loose tones."""
    out = b""
    for letter in text(";"):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            out += "".join(writing.loose_tone(letter)).encode("cp1258")
    return out


@case
def csv_tcvn3_damaged_by_cp1258():
    """TCVN3 bytes that a Vietnamese Windows took for windows-1258 and saved as UTF-8."""
    return text(";", convert=lambda v: legacy.tcvn3(v).encode("cp1252").decode("cp1258", "replace")).encode()


@case
def csv_tcvn3_bytes():
    return text(";", convert=legacy.tcvn3).encode("cp1252")


@case
def csv_vni_as_utf8():
    return text(convert=legacy.vni).encode()


@case
def csv_sep_line():
    return b"\xef\xbb\xbfsep=;\r\n" + text(";").encode()


@case
def csv_old_mac_line_ends():
    return text(";", "\r").encode()


@case
def csv_quoted_line_breaks():
    return (text(";") + '5;"Ma Văn ""Em""";1987;Nam;"UV BTV\nPCT UBND"\n').encode()


@case
def csv_unclosed_quote():
    return (text(";") + '5;"Ma Văn Em;1987;Nam;Chuyên viên\n6;Lý Thị Giang;1990;Nữ;Văn thư\n').encode()


@case
def csv_short_and_long_rows():
    return (text(",") + "5,Ma Văn Em,1987\r\n6,Lý Thị Giang,1990,Nữ,Văn thư,thừa,nữa\r\n").encode()


@case
def csv_broken_utf8():
    return text().encode().replace("Lò Thị".encode(), "Lò Th".encode() + b"\xe1\xbb")
