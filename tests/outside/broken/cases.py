"""The set: name → (code, how it is found, body, header, footer).

Found by "lint" with the data, "syntax" (lint without any data as well) or "render" (only with the values).
"""
from broken.building import (
    BoldHeading, Box, Break, Cell, Control, Deleted, EndNote, Field, Heading, InlineControl, Inserted, Link,
    Note, Planted, PlantedSplit, Remark, Split, Tab, Wide)

DATA = {
    "ten": "Thái Nguyên", "so": 3, "khong": 0, "dung": True, "ngay": "2026-09-05", "hinh_hong": "khong-co.png",
    "xa": [{"ten": "Đại Từ", "n": 5, "con": [{"t": "a1"}]}, {"ten": "Phú Bình", "n": 7, "con": []}],
    "lech": [{"ten": "A", "n": 1}, {"ten": "B"}], "cap": [["a", 1], ["b"]], "trong": None, "mau": "đỏ",
    "chu": ["b", "a"], "tron": [1, "a"],
}

# Tags at fault that can stand anywhere: name → (code, how, text, what closes a block behind it).
TAGS = {
    "value not closed": ("T551", "syntax", "{{ ten", ""),
    "statement not closed": ("T551", "syntax", "{% set a = 1", ""),
    "comment not closed": ("T551", "syntax", "{# ghi chú", ""),
    "closed with the wrong sign": ("T551", "syntax", "{{ ten %}", ""),
    "unknown statement": ("T552", "syntax", "{% sett a = 1 %}", ""),
    "empty statement": ("T552", "syntax", "{% %}", ""),
    "for without in": ("T553", "syntax", "{% for x xa %}", "{% endfor %}"),
    "set without sign": ("T553", "syntax", "{% set a 1 %}", ""),
    "words behind else": ("T556", "syntax", "{% else %}", ""),
    "expression without an end": ("T554", "syntax", "{{ so + }}", ""),
    "bracket not closed": ("T554", "syntax", "{{ (so }}", ""),
    "quote not closed": ("T554", "syntax", "{{ 'a }}", ""),
    "condition missing": ("T554", "syntax", "{% if %}", "{% endif %}"),
    "empty value": ("T554", "syntax", "{{ }}", ""),
    "if without end": ("T555", "syntax", "{% if so %}", ""),
    "for without end": ("T555", "syntax", "{% for x in xa %}", ""),
    "endfor without for": ("T556", "syntax", "{% endfor %}", ""),
    "endif without if": ("T556", "syntax", "{% endif %}", ""),
    "elif without if": ("T556", "syntax", "{% elif so %}", ""),
    "unknown filter": ("T513", "syntax", "{{ so | phan_tam }}", ""),
    "unknown test": ("T514", "syntax", "{{ so is la_lung }}", ""),
    "unknown function": ("T514", "syntax", "{{ tinh(so) }}", ""),
    "unknown method": ("T514", "syntax", "{{ ten.viet_hoa() }}", ""),
    "too many arguments": ("T517", "syntax", "{{ so | so(1, 2) }}", ""),
    "argument missing": ("T517", "syntax", "{{ ten | replace('a') }}", ""),
    "division by 0": ("T516", "syntax", "{{ so / 0 }}", ""),
    "loop outside of a loop": ("T511", "syntax", "{{ loop.index }}", ""),
    "count of a table": ("T518", "syntax", "{{ count(can_bo where tuoi > 3) }}", ""),
    "unknown name": ("T511", "lint", "{{ tenn }}", ""),
    "unknown name in if": ("T511", "lint", "{% if soo > 3 %}", "{% endif %}"),
    "unknown name in for": ("T511", "lint", "{% for x in xaa %}", "{% endfor %}"),
    "unknown name in set": ("T511", "lint", "{% set a = tenn %}", ""),
    "name with other marks": ("T511", "lint", "{{ tên }}", ""),
    "unknown member": ("T512", "lint", "{{ xa[0].tenn }}", ""),
    "member of a text": ("T512", "lint", "{{ ten.dai }}", ""),
    "member of a list": ("T512", "lint", "{{ xa.ten }}", ""),
    "item of a number": ("T515", "lint", "{{ so[0] }}", ""),
    "text less number": ("T515", "lint", "{{ ten - so }}", ""),
    "text before number": ("T515", "lint", "{% if ten < so %}", "{% endif %}"),
    "number filter of a text": ("T517", "lint", "{{ ten | phan_tram }}", ""),
    "list filter of a number": ("T517", "lint", "{{ so | noi_va }}", ""),
    "for over a number": ("T560", "lint", "{% for x in so %}", "{% endfor %}"),
    "for over a text": ("T560", "lint", "{% for x in ten %}", "{% endfor %}"),
    "entry of what is no namespace": ("T560", "syntax", "{% set so.a = 1 %}", ""),
    "division by a 0 of the data": ("T516", "render", "{{ so / khong }}", ""),
    "item behind the end": ("T512", "render", "{{ xa[9].ten }}", ""),
    "no date": ("T517", "render", "{{ ten | ngay }}", ""),
    "no picture": ("T564", "render", "{{ hinh_hong | hinh(30) }}", ""),
    "sum with nothing": ("T515", "render", "{{ trong + 1 }}", ""),
    "unequal lists": ("T560", "render", "{% for a, b in cap %}", "{% endfor %}"),
    "mixed order": ("T517", "render", "{{ tron | sap_xep | noi }}", ""),
}

INTRO = Heading("I. TÌNH HÌNH")


def places(tag, close):
    """One template for each kind of place, with the tag in it."""
    planted = Planted(tag)
    return {
        "first paragraph": ([(planted, close)], None, None),
        "behind text": (["Mở đầu", ("Số xã, phường: ", planted, close, ".")], None, None),
        "under a heading": ([INTRO, "a", ("– ", planted, close)], None, None),
        "under a bold heading": ([INTRO, BoldHeading("2. Kết quả đạt được"), ("b ", planted, close)], None, None),
        "split runs": ([INTRO, (Split("đặc biệt "), PlantedSplit(tag), close, Split(" hết"))], None, None),
        "behind tab and break": ([("a", Tab(), "bc", Break(), planted, close)], None, None),
        "behind other tags": ([("{{ ten }}, {{ so }} và ", planted, close, " {{ ten }}")], None, None),
        "table": ([INTRO, [["a", "b"], ["c", ("d ", planted, close)]]], None, None),
        "second table": ([[["a"]], INTRO, "x", [["a", "b", "c"], ["c", "d", (planted, close)]]], None, None),
        "second paragraph of a cell": ([[["a", Cell(("một", ("hai ", planted, close)))]]], None, None),
        "inner table": ([INTRO, [["a", Cell(("trên", [["x", ("y ", planted, close)]], "dưới"))]]], None, None),
        "third table deep": ([[[Cell(([[Cell(([["z", (planted, close)]],))]],))]]], None, None),
        "behind a wide cell": ([[[Wide(("a b",)), ("c ", planted, close)], ["1", "2", "3"]]], None, None),
        "header": (["thân"], [("Trang đầu ", planted, close)], None),
        "table of a header": (["thân"], [[["x", (planted, close)]]], None),
        "footer": ([INTRO, "thân"], ["đầu"], ["một", ("Chân ", planted, close)]),
        "footnote": ([INTRO, ("a", Note(("Xem ",)), "b", Note((("Nguồn: ", planted, close),)))], None, None),
        "endnote": ([("a", EndNote((("Nguồn: ", planted, close),)))], None, None),
        "comment": ([("a", Remark((("Sửa ", planted, close),)))], None, None),
        "text box": ([INTRO, ("trước", Box(("một", ("hai ", planted, close))), "sau")], None, None),
        "second text box": ([("trước", Box(("một",)), Box((("hai ", planted, close),)))], None, None),
        "text box in a cell": ([[["a", ("b", Box(((planted, close),)))]]], None, None),
        "hyperlink": ([("Xem ", Link(("trang ", planted, close)), ".")], None, None),
        "inserted and deleted text": ([("bỏ ", Deleted("cũ cũ"), Inserted(("thêm ", planted, close)))], None, None),
        "content control": ([INTRO, ("a ", InlineControl(("chọn ", planted, close)))], None, None),
        "content control of paragraphs": ([Control(("a", ("b ", planted, close)))], None, None),
        "simple field": ([("Mục ", Field((planted, close)))], None, None),
        "loop of paragraphs": (["{% for y in xa %}", ("{{ y.ten }}: ", planted, close), "{% endfor %}"], None, None),
        "loop of rows": ([[["Tên", "Số"], ["{%tr for y in xa %}", ""], ["{{ y.ten }}", (planted, close)],
                           ["{%tr endfor %}", ""]]], None, None),
        "loop in a paragraph": ([("{% for y in chu %}", planted, close, "{% endfor %}")], None, None),
    }


# Blocks and cells: where the tags stand is the fault.
def structures():
    p = Planted
    return {
        "for into a cell": ("T557", "syntax", [INTRO, ("a ", p("{% for x in xa %}")), [["b", "{% endfor %}"]]]),
        "if out of a cell": ("T557", "syntax", [[["b", p("{% if so %}")]], "c{% endif %}"]),
        "for over two cells": ("T557", "syntax", [[["a", (p("{% for x in xa %}"), "b"), "{% endfor %}"]]]),
        "for over two tables": ("T557", "syntax", [[[p("{% for x in xa %}")]], "a", [["{% endfor %}"]]]),
        "rows outside of a table": ("T557", "syntax", [p("{%tr for x in xa %}"), "a", "{%tr endfor %}"]),
        "inner table to outer": ("T557", "syntax", [[[Cell(([[p("{% if so %}")]], "{% endif %}"))]]]),
        "if over three cells": ("T557", "syntax", [[[(p("{% if so %}"), "a"), "{% else %}", "b{% endif %}"]]]),
        "crossed blocks": ("T555", "syntax", [("{% for x in xa %}", p("{% if so %}"), "a{% endfor %}")]),
        "second else": ("T556", "syntax", [("{% if so %}a{% else %}b", p("{% else %}"), "c{% endif %}")]),
        "elif behind else": ("T556", "syntax", [("{% if so %}a{% else %}b", p("{% elif so %}"), "c{% endif %}")]),
        "words behind endif": ("T553", "syntax", [("{% if so %}a", p("{% endif so %}"))]),
        "misspelt endfor": ("T552", "syntax", ["{% for x in xa %}", "a", p("{% endfo %}")]),
        "misspelt for": ("T552", "syntax", [p("{% fro x in xa %}"), "{{ x.ten }}", "{% endfor %}"]),
        "for not closed": ("T551", "syntax", [INTRO, p("{% for x in xa"), "{{ x.ten }}", "{% endfor %}"]),
        "endfor not closed": ("T551", "syntax", ["{% for x in xa %}", "{{ x.ten }}", p("{% endfor")]),
        "rows without end": ("T555", "syntax", [[["a"], [p("{%tr for x in xa %}")], ["{{ x.ten }}"]]]),
        "else of rows elsewhere": ("T556", "syntax", [[["{%tr if so %}"], ["a"], ["{%tr endif %}"]], p("{% else %}")]),
        "vm outside of a table": ("T562", "syntax", ["a", ("b ", p("{% vm %}"))]),
        "colspan outside of a table": ("T562", "syntax", [INTRO, p("{% colspan 2 %}")]),
        "name behind its loop": ("T511", "lint", ["{% for x in xa %}", "{{ x.ten }}", "{% endfor %}", p("{{ x.ten }}")]),
        "name behind its with": ("T511", "lint", [("{% with a = 1 %}{{ a }}{% endwith %}", p("{{ a }}"))]),
        "member of an item": ("T512", "lint", [[["{%tr for x in xa %}", ""], ["{{ x.ten }}", p("{{ x.nn }}")],
                                                ["{%tr endfor %}", ""]]]),
        "member of an inner item": ("T512", "lint", ["{% for x in xa %}", ("{% for y in x.con %}", p("{{ y.tt }}"),
                                                     "{% endfor %}"), "{% endfor %}"]),
        "name in a condition of a loop": ("T512", "lint", [(p("{% for x in xa if x.m > 3 %}"), "a{% endfor %}")]),
        "unknown member of loop": ("T512", "syntax", [("{% for x in xa %}", p("{{ loop.indx }}"), "{% endfor %}")]),
        "unknown call of loop": ("T514", "syntax", [("{% for x in xa %}", p("{{ loop.cicle('a') }}"), "{% endfor %}")]),
        "colspan of a text": ("T563", "lint", [[["a", (p("{% colspan ten %}"), "b")]]]),
        "color that is none": ("T563", "render", [[["a", (p("{% cellbg mau %}"), "b")]]]),
        "colspan of 0": ("T563", "render", [[["a", (p("{% colspan khong %}"), "b")]]]),
        "second pass lacks a member": ("T512", "render", [INTRO, "{% for x in lech %}", ("– ", p("{{ x.n }}")),
                                                          "{% endfor %}"]),
        "second row lacks a member": ("T512", "render", [[["{%tr for x in lech %}", ""], ["{{ x.ten }}", p("{{ x.n }}")],
                                                          ["{%tr endfor %}", ""]]]),
        "footnote of a loop": ("T512", "lint", ["{% for x in xa %}", ("{{ x.ten }}", Note((p("{{ x.nn }}"),))),
                                                "{% endfor %}"]),
        "branch that is not taken": ("T511", "lint", ["{% if not dung %}", p("{{ tenn }}"), "{% endif %}"]),
        "text beside a tag of paragraphs": ("T559", "syntax", [("mất ", p("{%p if so %}")), "a", "{%p endif %}"]),
        "closing sign alone": ("T561", "syntax", [INTRO, ("{ ten ", p("}}"))]),
    }


def broken():
    """name → (code, how, body, header, footer): each tag in some of the places, all places in turn."""
    cases = {}
    for number, (name, (code, how, tag, close)) in enumerate(TAGS.items()):
        around = list(places(tag, close).items())
        for step in range(3):
            place, (body, header, footer) = around[(number * 7 + step * 11) % len(around)]
            cases[f"{name}, {place}"] = (code, how, body, header, footer)
    for name, (code, how, body) in structures().items():
        cases[name] = (code, how, body, None, None)
    return cases


# Templates with several faults: name → (codes in any order, body).
SEVERAL = {
    "of syntax and names": (["T511", "T513", "T551", "T554", "T555"],
                            [INTRO, Planted("{{ tenn }}"), Planted("{{ so | soo }}"), Planted("{{ ten"),
                             [["a", Planted("{{ 1 + }}")]], Planted("{% if so %}")]),
    "in one paragraph": (["T511", "T512", "T513", "T515"],
                         [(Planted("{{ tenn }}"), ", ", Planted("{{ ten.a }}"), ", ", Planted("{{ so | soo }}"),
                           ", ", Planted("{{ ten - so }}"))]),
    "in all parts": (["T511", "T513", "T551", "T556"],
                     [Planted("{{ tenn }}"), ("a", Note((Planted("{{ so | soo }}"),)), Box((Planted("{{ ten"),))),
                      [[Planted("{% endfor %}")]]]),
}
