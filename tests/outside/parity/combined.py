"""Templates for docxtpl_parity.py that use several features at once, as those of offices do."""
from parity.cases import TEXT_BOX
from parity.word import Raw, Runs, p, run, table_xml

NUMBERED = '<w:pStyle w:val="ListNumber"/>'


def of(*content, properties=""):
    """A paragraph of runs and other elements given as XML."""
    return Raw("<w:p>" + (f"<w:pPr>{properties}</w:pPr>" if properties else "") + "".join(content) + "</w:p>")


def field(instruction, *result):
    def sign(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (sign("begin") + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
            + sign("separate") + "".join(result) + sign("end"))


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def marked(content):
    return f'<w:bookmarkStart w:id="0" w:name="muc"/>{content}<w:bookmarkEnd w:id="0"/>'


def row_of(*cells, properties=""):
    return f"<w:tr>{properties}" + "".join(
        cell if cell.startswith("<w:tc>") else f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table_of(columns, *rows):
    grid = '<w:gridCol w:w="2000"/>' * columns
    return Raw(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def inserted(content):
    return f'<w:ins w:id="1" w:author="a">{content}</w:ins>'


def deleted(text):
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


MERGED = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
LOOP, END = "{%p for x in xa %}", "{%p endfor %}"
ROWS, END_ROWS = "{%tr for x in xa %}", "{%tr endfor %}"
BEFORE = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
PROOF = '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'

COMBINED = {
    # tables
    "table with a loop in a cell of a loop": [[[ROWS, ""], ["{{ x.ten }}", (table_xml([["{%tr for y in x.con %}"], ["{{ y.t }}"], ["{%tr endfor %}"]]), "")], [END_ROWS, ""]]],
    "vm with a condition": [[[ROWS, "", ""], ["{% vm %}{% if x.n > 3 %}lớn{% else %}nhỏ{% endif %}", "{{ x.ten }}", "{% if x.con %}{{ x.con|length }}{% endif %}"], [END_ROWS, "", ""]]],
    "vm in rows that a condition chooses": [[[ROWS, ""], ["{%tr if x.n > 3 %}", ""], ["{{ x.nhom }}{% vm %}", "{{ x.ten }}"], ["{%tr endif %}", ""], [END_ROWS, ""]]],
    "vm in an inner loop of rows": [[[ROWS, ""], ["{%tr for y in x.con %}", ""], ["{{ x.ten }}{% vm %}", "{{ y.t }}"], ["{%tr endfor %}", ""], [END_ROWS, ""]]],
    "hm in a loop of rows": [[["{%tr for d in chu %}"] + [""] * 3, ["{{ d }}", "{%tc for x in xa %}", "{% hm %}C", "{%tc endfor %}"], ["{%tr endfor %}"] + [""] * 3]],
    "colspan with a condition": [[["{% colspan 2 if dung else 1 %}Rộng", "b"], ["1", "2", "3"]]],
    "colspan in a loop of rows": [[["a", "b"], [ROWS, ""], ["{% colspan 2 %}{{ x.ten }}"], [END_ROWS, ""]]],
    "colspan and cellbg in one cell": [[["{% cellbg mau %}{% colspan cot %}{{ ten }}", "z"], ["1", "2", "3"]]],
    "sums under columns of a loop": [[["{%tr for r in [[1, 2], [4, 5]] %}"] + [""] * 3, ["{{ loop.index }}", "{%tc for o in r %}", "{{ o }}", "{%tc endfor %}"], ["{%tr endfor %}"] + [""] * 3, ["Cộng", "{%tc for c in [0, 1] %}", "{{ [[1, 2], [4, 5]]|map(attribute=c)|sum }}", "{%tc endfor %}"]]],
    "cells that a condition chooses in a loop of rows": [[[ROWS, "", ""], ["{{ x.ten }}", "{%tc if x.n > 3 %}", "{{ x.n }}", "{%tc else %}", "-", "{%tc endif %}"], [END_ROWS, "", ""]]],
    "else of a loop of rows": [[["{%tr for x in rong %}"], ["{{ x }}"], ["{%tr else %}"], ["không có"], [END_ROWS]]],
    "elif of rows": [[["{%tr if so > 5 %}"], ["a"], ["{%tr elif so == 3 %}"], ["b"], ["{%tr else %}"], ["c"], ["{%tr endif %}"]]],
    "rows of groups": [[["{%tr for g in xa|groupby('nhom') %}"], ["{{ g.grouper }}: {{ g.list|sum(attribute='n') }}"], ["{%tr for x in g.list %}"], ["{{ x.ten }}"], ["{%tr endfor %}"], ["{%tr endfor %}"]]],
    "heads of groups by loop.changed": [[[ROWS], ["{%tr if loop.changed(x.nhom) %}"], ["Nhóm {{ x.nhom }}"], ["{%tr endif %}"], ["{{ x.ten }}"], [END_ROWS]]],
    "running sum in rows": ["{%p set ns = namespace(t=0) %}", [[ROWS, ""], ["{%tr set ns.t = ns.t + x.n %}", ""], ["{{ x.ten }}", "{{ ns.t }}"], [END_ROWS, ""]], "{{ ns.t }}"],
    "paragraphs that a condition chooses in a cell": [[[ROWS], [("{%p if x.con %}", "{{ x.ten }} có", "{%p else %}", "{{ x.ten }} không", "{%p endif %}")], [END_ROWS]]],
    "tables and texts in a loop": [LOOP, "{{ loop.index }}. {{ x.ten }}", [["{%tr for y in x.con %}"], ["{{ y.t }}"], ["{%tr else %}"], ["trống"], ["{%tr endfor %}"]], "cộng {{ x.con|length }}", END],
    "a table in the branch not taken": ["{%p if sai %}", [["a", "b"]], "{%p endif %}", "z"],
    "merged rows in a loop": [table_of(2, row_of(ROWS, ""), row_of(MERGED.format(' w:val="restart"', p("{{ x.ten }}")), "1"), row_of(MERGED.format("", p("")), "2"), row_of(END_ROWS, ""))],
    "rows that begin one column later": [table_of(2, row_of(ROWS, properties=BEFORE), row_of("{{ x.ten }}", properties=BEFORE), row_of(END_ROWS))],
    "a row in a content control": [table_of(1, row_of(ROWS), control(row_of("{{ x.ten }}")), row_of(END_ROWS))],
    "text beside the tag of a row": [[[ROWS, "ghi chú"], ["{{ x.ten }}", "b"], [END_ROWS, ""]]],
    # blocks that leave nothing
    "empty loops everywhere": ["{%p for x in rong %}", "{{ x }}", "{%p endfor %}", [["Đầu"], ["{%tr for x in rong %}"], ["{{ x }}"], ["{%tr endfor %}"]], [["a", "{%tc for x in rong %}", "{{ x }}", "{%tc endfor %}"]], [["{% for x in rong %}{{ x }}{% endfor %}", "b"]], "sau"],
    # tags over other elements
    "tag over a fault of spelling": [of(run("Tỉnh {{ "), PROOF[0], run("ten", "<w:b/>"), PROOF[1], run(" }} xong"))],
    "tag over a bookmark": [of(run("{{ te"), marked(run("n")), run(" }}"))],
    "tag over runs of other formats": [of(run("{", "<w:b/>"), PROOF[0], run("{", "<w:i/>"), run(" te"), PROOF[1], run("n|up", "<w:noProof/>"), run("per }", '<w:lang w:val="vi-VN"/>'), run("} z"))],
    "block tag over runs": [Runs(("{", "%", "p if", " dung ", "%", "}")), "có", of(run("{%"), PROOF[0], run("p"), run(" endif %}"))],
    "tag over the start of a comment": [of('<w:commentRangeStart w:id="0"/>', run("{{ te"), '<w:commentRangeEnd w:id="0"/>', run("n }}"))],
    "tag over a page's end": [of(run("{{ te"), "<w:r><w:lastRenderedPageBreak/><w:t>n }}</w:t></w:r>")],
    "tag with a blank that does not break": ["{{\u00a0ten\u00a0}} {% if\u00a0dung %}x{% endif %}"],
    "tag half inserted": [of(run("{{ t"), inserted(run("en }}")))],
    "tag with a tab": [of(run("{{ ten"), "<w:r><w:tab/></w:r>", run("}}"))],
    "tags in ruby": [of("<w:r><w:ruby><w:rubyPr/><w:rt>" + run("{{ so }}") + "</w:rt><w:rubyBase>" + run("{{ ten }}") + "</w:rubyBase></w:ruby></w:r>")],
    # elements in loops
    "changes in a loop": [LOOP, of(inserted(run("{{ x.ten }}")), deleted("cũ"), run(" ổn")), END],
    "content controls in a loop": [LOOP, of(control(run("{{ x.ten }}")), run(" hết")), END],
    "a loop in a content control": [Raw(control(p(LOOP) + p("{{ x.ten }}") + p(END))), "sau"],
    "text boxes in a loop": [LOOP, Raw(TEXT_BOX.format(p("hộp {{ x.ten }}"))), END],
    "a loop in a text box": [Raw(TEXT_BOX.format(p(LOOP) + p("{{ x.ten }}") + p(END)))],
    "bookmarks and references in a loop": [LOOP, of(marked(run("{{ x.ten }}"))), of(run("xem "), field("REF muc \\h", run("cũ"))), END],
    "lists in nested loops": [LOOP, "Xã {{ x.ten }}", "{%p for y in x.con %}", of(run("{{ y.t }}"), properties=NUMBERED), "{%p endfor %}", END],
    "pages that end in a loop": [LOOP, of(run("{{ x.ten }}"), '<w:r><w:br w:type="page"/></w:r>'), END],
    # fields
    "a field between the ends of a block": [of(run("{% if dung %}Trang "), field("PAGE", run("1")), run("{% endif %} của {{ ten }}"))],
    "tags in a field's result": [of(field("DOCPROPERTY x", run("{{ ten }}"))), of('<w:fldSimple w:instr=" PAGE ">' + run("{{ so }}") + "</w:fldSimple>")],
    "contents and headings of a loop": [of(field('TOC \\o "1-3"', run("Mục cũ"))), LOOP, of(run("{{ x.ten }}"), properties='<w:pStyle w:val="Heading1"/>'), END],
    # links and formats
    "a block around a link": [of(run("{% if dung %}"), '<w:hyperlink w:anchor="a">' + run("{{ ten }}") + "</w:hyperlink>", run("{% endif %}"))],
    "a block around runs of other formats": [of(run("a{% if sai %}"), run("đậm", "<w:b/>"), run("{% else %}"), run("nghiêng", "<w:i/>"), run("{% endif %}z"))],
    "run tags around several runs": [of(run("a "), run("{%r for x in chu %}"), run("{{ x }}", "<w:b/>"), run("-", "<w:i/>"), run("{%r endfor %}"), run("d"))],
    "right to left": [of(run("{{ rtl }}", "<w:rtl/>"), properties="<w:bidi/>")],
    "a value of several lines in a cell": [[["{{ dong }}", "{{ doan }}"], ["{{ trang }}", "x"]]],
    "signs of XML and a value of 3000 letters": ["{{ xml }} {{ dai }}", [["{{ xml }}"]]],
    # names
    "members of members": ["{{ ct.a.b.c }} {{ ct['a']['b'].c }} {{ ct.a.get('x', {}).get('y', 'z') }}"],
    "the number of the outer pass": ["{% for x in xa %}{% set o = loop.index %}{% for y in x.con %}{{ o }}.{{ loop.index }} {% endfor %}{% endfor %}"],
    "a name hidden by a loop": ["{% for ten in chu %}{{ ten }}{% endfor %}{{ ten }}{% if dung %}{% set z = 1 %}{% endif %}{{ z }}"],
    # where ours is right: different.py
    "line end of Windows in a value": ["{{ windows }}"],
    "comment over several paragraphs": ["a", "{# bắt đầu", "hết #}", "b"],
    "raw": ["{% raw %}{{ ten }}{% endraw %}"],
    "macro": ["{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(1) }}"],
    "loop over a text": ["{% for c in 'abc' %}{{ c }}-{% endfor %}"],
    "line break in a tag": [of(run("{% if dung"), "<w:r><w:br/></w:r>", run("and so == 3 %}đúng{% endif %}"))],
    "cell of which all paragraphs go": [[[ROWS, ""], ["{{ x.ten }}", ("{%p for y in x.con %}", "- {{ y.t }}", "{%p endfor %}")], [END_ROWS, ""]]],
    "table at the end of a cell": [[[(LOOP, table_xml([["{{ x.ten }}"]]), END)]]],
    "table of which all cells go": [[["{%tc for x in rong %}", "{{ x }}", "{%tc endfor %}"]], "sau"],
    "block that a content control cuts": [of(control(run("{% if sai %}a")), run("b{% endif %}z"))],
    "rows that a condition without prefix chooses": [[["{% if sai %}"], ["a"], ["{% else %}"], ["b"], ["{% endif %}"]]],
    "named text of several paragraphs": ["{%p set z %}", "một {{ ten }}", "{%p endset %}", "[{{ z }}]"],
    "new paragraph in a link": [of('<w:hyperlink w:anchor="a">' + run("{{ doan }}") + "</w:hyperlink>")],
}
OWN = {"xml": "<w:p>&amp;</w:p> ]]> \"'", "dai": "Rất dài " * 400, "rtl": "שלום", "windows": "a\r\nb",
       "ct": {"a": {"b": {"c": "sâu"}}}}
