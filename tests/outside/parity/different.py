"""Cases of docxtpl_parity.py in which our text is another one: name → (what it is, why it is right).

What it is: the text of some parts, or words of the message with which we refuse the template.
"""

DIFFERENT = {
    "number with a fraction": (
        {"document": "12,5 25 3¶"},
        "Vietnamese writes a decimal comma; 25.0 is Python's way to say that a number is no int"),
    "true and none": (
        {"document": "có []¶"}, "True and None are words of Python, not of an official document"),
    "list as a value": ({"document": "b, a, c¶"}, "brackets and quotes are Python's"),
    "blocks without prefix": (
        {"document": "a¶b¶b¶a¶c¶c¶"}, "tags alone in their paragraphs leave no blank paragraphs"),
    "loop around a row in its cells": (
        {"document": "Đại Từ¶|5¶|/Phú Bình¶|7¶|/Võ Nhai¶|2¶|/"},
        "docxtpl puts all passes into one broken row"),
    "both row tags in one row": (
        {"document": "Đại Từ¶|/Phú Bình¶|/Võ Nhai¶|/"}, "docxtpl raises an error"),
    "two paragraph tags in one paragraph": (
        {"document": "Đại Từ¶Phú Bình¶"}, "docxtpl raises an error"),
    "unknown name": (
        'lỗi[T511]: không có tên "khong_co"', "a name that is not there is a fault, not a blank"),
    "empty cell": ({"document": "¶|/"}, "Word refuses a cell without a paragraph"),
    "merge of equal keys": (
        {"document": "<vMerge restart>A¶|Đại Từ¶|/<vMerge continue>¶|Phú Bình¶|/"
                     "<vMerge restart>B¶|Võ Nhai¶|/"},
        "docxtpl merges all rows of a loop or none; a key is ours"),
    "footnote": ({"footnotes": "chú thích Thái Nguyên¶"}, "docxtpl 0.16 does not read footnotes"),
    "comment": ({"comments": "ý kiến 3¶"}, "docxtpl does not read comments"),
    "text of a page in a line": (
        {"document": "một\nhai¶"},
        "docxtpl closes a paragraph inside of a content control: Word refuses the file"),
    "sort of words": (
        {"document": "Ân Bình Da¶"}, "Vietnamese order: docxtpl puts Â behind Z"),
    "line end of Windows in a value": ({"document": "a\nb¶"}, "one line end is one line break"),
    "comment over several paragraphs": (
        "lỗi[T551]", "a tag ends in its paragraph: else a sign forgotten takes away all text up to the next"),
    "raw": ("lỗi[T552]", "{_{ … }_} prints the signs of tags"),
    "macro": ("lỗi[T552]", "texts of documents stand where they are printed; the message says what to write"),
    "loop over a text": (
        "lỗi[T560]", "a text where a list was meant would print a line for each of its letters"),
    "line break in a tag": ({"document": "đúng¶"}, "docxtpl raises an error"),
    "cell of which all paragraphs go": (
        {"document": "Đại Từ¶|- a1¶- a2¶|/Phú Bình¶|¶|/Võ Nhai¶|- c1¶|/"},
        "Word refuses a cell without a paragraph"),
    "table at the end of a cell": (
        {"document": "Đại Từ¶|/Phú Bình¶|/Võ Nhai¶|/¶|/"}, "Word refuses a cell that ends with a table"),
    "table of which all cells go": ({"document": "sau¶"}, "Word refuses a table without rows"),
    "block that a content control cuts": (
        "lỗi[T557]", "half a content control is no XML; docxtpl leaves the repair to its parser"),
    "rows that a condition without prefix chooses": (
        {"document": "b¶|/"}, "tags alone in their rows leave no blank rows"),
    "named text of several paragraphs": (
        {"document": "[một Thái Nguyên]¶"}, "docxtpl loses the text"),
    "new paragraph in a link": ({"document": "một¶hai¶"}, "docxtpl closes a paragraph inside of the link"),
    "class of a value": (
        'lỗi[T512]: không lấy được mục "__class__"', "templates reach nothing of the program"),
}
