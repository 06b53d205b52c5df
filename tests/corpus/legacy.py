"""Texts as programs from before Unicode kept them: bytes of TCVN3 and VNI, widened by cp1252."""
import unicodedata

TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3_BYTES = bytes.fromhex(
    "A1A2A3A4A5A6A7A8A9AAABACADAEB5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8"
    "DCDDDEDFE1E2E3E4E5E6E7E8E9EAEBECEDEEEFF1F2F3F4F5F6F7F8F9FAFBFCFDFE"
)
TCVN3 = dict(zip(TCVN3_LETTERS, TCVN3_BYTES.decode("cp1252")))

GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300\u0301\u0309\u0303\u0323"
VNI_MARKS = {
    "": {"": "", GRAVE: "\xf8", ACUTE: "\xf9", HOOK: "\xfb", TILDE: "\xf5", DOT: "\xef"},
    "\u0302": {"": "\xe2", GRAVE: "\xe0", ACUTE: "\xe1", HOOK: "\xe5", TILDE: "\xe3", DOT: "\xe4"},
    "\u0306": {"": "\xea", GRAVE: "\xe8", ACUTE: "\xe9", HOOK: "\xfa", TILDE: "\xfc", DOT: "\xeb"},
}
VNI_LETTERS = {"đ": "\xf1", "ơ": "\xf4", "ư": "\xf6", "ì": "\xec", "í": "\xed", "ỉ": "\xe6", "ĩ": "\xf3",
               "ị": "\xf2", "ỵ": "\xee"}


def tcvn3(text):
    """Letters that TCVN3 has not (Á) become small ones: their capitals are made by the font."""
    return "".join(TCVN3.get(c) or TCVN3.get(c.lower(), c) for c in text)


def vni_letter(letter):
    if letter in VNI_LETTERS:
        return VNI_LETTERS[letter]
    base, hat, tone = letter, "", ""
    for mark in unicodedata.normalize("NFD", letter)[1:]:
        if mark == "\u031b":
            continue
        if mark in VNI_MARKS:
            hat = mark
        else:
            tone = mark
    plain = unicodedata.normalize("NFD", letter)
    base = plain[0] + ("\u031b" if "\u031b" in plain else "")
    base = VNI_LETTERS.get(unicodedata.normalize("NFC", base), plain[0])
    return base + VNI_MARKS[hat][tone]


def vni(text):
    out = ""
    for letter in text:
        written = vni_letter(letter.lower())
        out += written.upper() if letter.isupper() else written
    return out
