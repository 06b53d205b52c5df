"""Templates in docxtpl's dialect, by feature: name → (blocks, options of template(), own data)."""
from parity.word import SPACES, Raw, Runs, p, run, table_xml

DATA = {
    "ten": "Thái Nguyên", "so": 3, "nghin": 1234567, "dung": True, "sai": False, "rong": [],
    "chu_rong": "", "la": 'x & y <b> "q"', "ho_ten": "nguyễn văn an", "trong": None,
    "xa": [{"ten": "Đại Từ", "n": 5, "nhom": "A", "con": [{"t": "a1"}, {"t": "a2"}]},
           {"ten": "Phú Bình", "n": 7, "nhom": "A", "con": []},
           {"ten": "Võ Nhai", "n": 2, "nhom": "B", "con": [{"t": "c1"}]}],
    "so_dem": [4, 1, 3], "cap": [["a", 1], ["b", 2]], "tu_dien": {"x": 1, "y": 2},
    "chu": ["b", "a", "c"], "mau": "FF0000", "cot": 2,
    "dong": "một\nhai\tba", "doan": "một\ahai", "trang": "một\fhai",
}

TEXT_BOX = ('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr '
            'id="1" name="h"/><a:graphic><a:graphicData uri="u"><wps:wsp><wps:txbx><w:txbxContent>{0}'
            '</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
            '</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent>'
            '</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>')


def rows(*cells, loop="xa"):
    return [["Tên", "Số"], ["{%tr for x in " + loop + " %}", ""], list(cells), ["{%tr endfor %}", ""]]


CASES = {
    # values
    "value": ["Tỉnh {{ ten }}, {{so}} xã, {{ nghin }}."],
    "value of several in one run": ["{{ ten }}{{ so }} {{ ten }}"],
    "tag over three runs": [Runs(("Tỉnh {", "{ te", "n }} nhé"))],
    "tag with a run for each character": [Runs(tuple("a{{ ten }}b{% if dung %}c{% endif %}d"))],
    "special characters": ["[{{ la }}]"],
    "member and index": ["{{ xa[0].ten }} {{ xa[1]['n'] }} {{ xa[-1].ten }} {{ tu_dien.x }} {{ cap[1][0] }}"],
    "slices": ["{{ ten[:4] }}|{{ ten[-3:] }}|{% for x in xa[1:] %}{{ x.n }}{% endfor %}|{{ chu[::-1]|join }}|{{ chu[::2]|join }}"],
    "text joined with ~": ["{{ ten ~ ' có ' ~ so ~ ' xã' }}"],
    "inline if": ["{{ 'có' if dung else 'không' }}{{ 'thêm' if sai }}."],
    "arithmetic": ["{{ so + 2 }} {{ so * so - 1 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 2 ** 10 }} {{ -so }} {{ (1 + 2) * 3 }} {{ -7 // 2 }}"],
    "comparison and logic": ["{{ 'a' if so > 2 and so <= 3 else 'b' }}{{ 'c' if not sai or khong_co else 'd' }}{{ 'e' if 'b' in chu }}{{ 'f' if 'z' not in chu }}{{ 'g' if so != 4 }}{{ 'h' if 1 < so < 4 }}"],
    "literals": ["{{ [1, 2]|join('-') }} {{ (1, 2)|join('-') }} {{ {'a': 5}['a'] }} {{ {'a': 5}.a }} {{ 'nháy \"kép\"' }} {{ \"nháy 'đơn'\" }}"],
    "curly quotes in a tag": ["{{ xa[0][“ten”] }} {{ chu|join(‘, ’) }}"],
    "white space in a tag": ["{{  ten   }}{%  if   dung  %}x{%endif%}"],
    "unknown name is falsy in if": ["a{% if khong_co is defined %}b{% endif %}c"],
    "escaped signs": ["{_{ ten }_} và {_% if %_}"],
    "string methods": ["{{ ten.upper() }} {{ ten.lower() }} {{ ho_ten.title() }} {{ ' a '.strip() }} {{ 'a-b'.replace('-', '+') }} {{ 'a,b'.split(',')|join('|') }} {{ 'x' if ten.startswith('Th') }}{{ 'y' if ten.endswith('z') }} {{ ', '.join(chu) }}"],
    "dict methods": ["{% for k, v in tu_dien.items() %}{{ k }}={{ v }};{% endfor %}{{ tu_dien.keys()|join(',') }} {{ tu_dien.values()|sum }} {{ tu_dien.get('x') }} {{ tu_dien.get('z', 9) }}"],
    # blocks
    "if elif else": ["{% if so > 5 %}a{% elif so == 3 %}b{% else %}c{% endif %}."],
    "if nested": ["{% if dung %}1{% if sai %}2{% else %}3{% endif %}4{% endif %}"],
    "if of paragraphs": ["trước", "{%p if dung %}", "có", "{%p endif %}", "{%p if sai %}", "không", "{%p else %}", "ngược", "{%p endif %}", "sau"],
    "if of rows": [[["a"], ["{%tr if sai %}"], ["b"], ["{%tr else %}"], ["c"], ["{%tr endif %}"], ["d"]]],
    "if of cells": [[["a", "{%tc if dung %}", "b", "{%tc endif %}", "c"]]],
    "for in a paragraph": ["{% for x in xa %}{{ x.ten }}{% if not loop.last %}, {% endif %}{% endfor %}."],
    "for of paragraphs": ["đầu", "{%p for x in xa %}", "{{ loop.index }}. {{ x.ten }}", "{%p endfor %}", "cuối"],
    "for of rows": [rows("{{ x.ten }}", "{{ x.n }}")],
    "for of cells": [[["", "{%tc for x in xa %}", "{{ x.ten }}", "{%tc endfor %}"], ["Số", "{%tc for x in xa %}", "{{ x.n }}", "{%tc endfor %}"]]],
    "for of cells and rows": [[["", "{%tc for x in xa %}", "{{ x.ten }}", "{%tc endfor %}"], ["{%tr for d in chu %}"] + [""] * 3, ["{{ d }}", "{%tc for x in xa %}", "{{ d }}{{ x.n }}", "{%tc endfor %}"], ["{%tr endfor %}"] + [""] * 3]],
    "for of rows in paragraphs": ["{%p for x in xa %}", "Xã {{ x.ten }}", rows("{{ loop.index }}", "{{ y.t }}", loop="y")[:1] + [["{%tr for y in x.con %}"], ["{{ y.t }}"], ["{%tr endfor %}"]], "{%p endfor %}"],
    "for of rows in rows": [[["{%tr for x in xa %}"], ["{{ x.ten }}"], ["{%tr for y in x.con %}"], ["- {{ y.t }}"], ["{%tr endfor %}"], ["{%tr endfor %}"]]],
    "for with else and condition": ["{% for x in rong %}a{% else %}không{% endfor %} {% for x in xa if x.n > 3 %}{{ x.n }}/{{ loop.length }} {% else %}z{% endfor %}"],
    "loop variables": ["{% for x in chu %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }}{% if loop.first %}F{% endif %}{% if loop.last %}L{% endif %}{{ loop.cycle('ă', 'ơ') }}{{ loop.depth }} {% endfor %}"],
    "loop neighbours": ["{% for x in chu %}{{ loop.previtem|default('-') }}{{ x }}{{ loop.nextitem|default('-') }} {% endfor %}{% for x in xa %}{% if loop.changed(x.nhom) %}[{{ x.nhom }}]{% endif %}{{ x.n }}{% endfor %}"],
    "loop over several names": ["{% for a, b in cap %}{{ a }}{{ b }};{% endfor %}{% for k in tu_dien %}{{ k }}{% endfor %}"],
    "set": ["{% set a = so + 1 %}{{ a }}{% set b, c = 1, 2 %}{{ b }}{{ c }}{% set d %}khối {{ ten }}{% endset %}[{{ d }}]"],
    "set of a paragraph": ["{%p set a = 5 %}", "{{ a }}"],
    "namespace": ["{% set ns = namespace(tong=0) %}{% for x in xa %}{% set ns.tong = ns.tong + x.n %}{% endfor %}{{ ns.tong }}"],
    "set inside a loop": ["{% set a = 1 %}{% for x in xa %}{% set a = x.n %}{{ a }}{% endfor %}{{ a }}"],
    "with": ["{% with a = 5, b = so %}{{ a + b }}{% endwith %}."],
    "comments": ["a{# ghi chú {{ x }} #}b", "{#p cả đoạn #}", "c", [["1"], ["{#tr hàng #}"], ["2"]]],
    "minus signs": ["ở {% if dung -%}", "phố", "{%- else -%}", "quê", "{%- endif %}."],
    "several paragraph tags": ["{%p for x in xa %}", "{%p if x.n > 3 %}", "{{ x.ten }}", "{%p endif %}", "{%p endfor %}"],
    "run tags": [Raw("<w:p>" + run("a ") + run("{%r if sai %}") + run("b", "<w:b/>") + run("{%r endif %}") + run("c") + "</w:p>")],
    # tables
    "vm": [[["{%tr for x in xa %}", "", ""], ["Nhóm{% vm %}", "{{ x.ten }}", "{{ x.n }}"], ["{%tr endfor %}", "", ""]]],
    "vm with a value": [[["{%tr for x in xa %}", ""], ["{{ ten }}{% vm %}", "{{ x.ten }}"], ["{%tr endfor %}", ""]]],
    "hm": [[["{%tc for x in xa %}", "Chung{% hm %}", "{%tc endfor %}"], ["{%tc for x in xa %}", "{{ x.n }}", "{%tc endfor %}"]]],
    "colspan": [[["{% colspan cot %}Rộng", "b"], ["1", "2", "3"]]],
    "colspan of a length": [[["{% colspan xa|length %}{{ ten }}"], ["{%tc for x in xa %}", "{{ x.n }}", "{%tc endfor %}"]]],
    "cellbg": [[["{% cellbg mau %}Đỏ", "{% cellbg '00FF00' %}Xanh"]]],
    "cellbg in a loop": [[["{%tr for x in xa %}"], ["{% cellbg 'FFFF00' if x.n > 3 else 'FFFFFF' %}{{ x.ten }}"], ["{%tr endfor %}"]]],
    "nested table": [[[("trước", table_xml([["{%tr for x in xa %}"], ["{{ x.ten }}"], ["{%tr endfor %}"]]), "sau"), "b"]]],
    "paragraphs in a cell": [[[("{%p for x in xa %}", "{{ x.ten }}", "{%p endfor %}", "hết")]]],
    # values of several lines
    "newlines and tabs": ["[{{ dong }}]"],
    "new paragraph": ["[{{ doan }}]"],
    "page break": ["[{{ trang }}]"],
    # filters and tests
    "filters of text": ["{{ ten|upper }} {{ ten|lower }} {{ ho_ten|title }} {{ 'ĐẠI từ'|capitalize }} {{ ' a '|trim }} {{ 'a-b-a'|replace('a', 'c') }} {{ 'một hai ba bốn năm sáu'|truncate(12) }} {{ 'một hai'|wordcount }} {{ 'x'|center(5) }}. {{ 'ab'|first }}{{ 'ab'|last }} {{ 'ab'|reverse }} {{ '<b>x</b>'|striptags }}"],
    "filters of numbers": ["{{ -5|abs }} {{ '42'|int }} {{ 'x'|int(7) }} {{ so|string }} {{ '%d xã, %s'|format(so, ten) }} {{ '%05d|%5s|%-5s|%x'|format(42, 'a', 'b', 255) }}"],
    "filters of lists": ["{{ chu|join }} {{ chu|join(', ') }} {{ chu|sort|join }} {{ chu|sort(reverse=true)|join }} {{ so_dem|max }} {{ so_dem|min }} {{ so_dem|sum }} {{ chu|first }}{{ chu|last }} {{ chu|length }}{{ chu|count }} {{ chu|reverse|join }} {{ [1, 1, 2]|unique|join }} {{ 'abc'|list|join('.') }}"],
    "filters of attributes": ["{{ xa|map(attribute='ten')|join(', ') }} {{ xa|sum(attribute='n') }} {{ xa|join(', ', attribute='ten') }} {{ chu|map('upper')|join }} {{ xa|map(attribute='con')|map('length')|join }} {{ (xa|max(attribute='n')).ten }}"],
    "filters that choose": ["{{ xa|selectattr('n', 'gt', 3)|map(attribute='ten')|join('; ') }} {{ xa|selectattr('con')|list|length }} {{ xa|rejectattr('nhom', 'equalto', 'A')|map(attribute='n')|join }} {{ so_dem|select('odd')|join }} {{ so_dem|reject('greaterthan', 2)|join }}"],
    "sort by attribute": ["{% for x in xa|sort(attribute='n') %}{{ x.n }}{% endfor %} {% for x in xa|sort(attribute='n', reverse=True) %}{{ x.n }}{% endfor %}"],
    "groupby": ["{% for g in xa|groupby('nhom') %}{{ g.grouper }}: {{ g.list|length }} {% endfor %}{% for k, ds in xa|groupby('nhom') %}{{ k }}{{ ds|sum(attribute='n') }} {% endfor %}"],
    "batch and slice": ["{% for b in [1,2,3,4,5]|batch(2) %}[{{ b|join }}]{% endfor %}{% for b in [1,2,3]|batch(2, 0) %}[{{ b|join }}]{% endfor %}{% for s in [1,2,3,4,5]|slice(2) %}({{ s|join }}){% endfor %}"],
    "dictsort and items": ["{% for k, v in {'b': 1, 'a': 2}|dictsort %}{{ k }}{{ v }}{% endfor %}"],
    "default": ["{{ khong_co|default('–') }}{{ chu_rong|default('a') }}{{ chu_rong|default('b', true) }}{{ trong|default('c', true) }}{{ khong_co|d('e') }}{{ xa[0].la|default('f') }}"],
    "tests": ["{{ 'a' if so is defined }}{{ 'b' if khong_co is undefined }}{{ 'c' if trong is none }}{{ 'd' if so is odd }}{{ 'e' if so is number }}{{ 'f' if ten is string }}{{ 'g' if xa is iterable }}{{ 'h' if tu_dien is mapping }}{{ 'i' if 9 is divisibleby 3 }}{{ 'j' if so is not even }}{{ 'k' if so is integer }}{{ 'l' if 'a' is lower }}{{ 'm' if 'A' is upper }}{{ 'n' if so is sameas 3 }}{{ 'o' if 'a' is in chu }}{{ 'p' if so is eq 3 }}{{ 'q' if dung is true }}{{ 'r' if sai is false }}{{ 's' if dung is boolean }}{{ 't' if 1.5 is float }}{{ 'u' if xa is sequence }}"],
    "range": ["{% for i in range(3) %}{{ i }}{% endfor %}{% for i in range(1, 10, 4) %}{{ i }}{% endfor %}{{ range(5)|list|length }}"],
    "escape filters": ["{{ ten|e }} {{ ten|safe }} {{ ten|escape }}"],
    # places
    "hyperlink": [Raw('<w:p><w:hyperlink w:anchor="a">' + run("đến {{ ten }}") + "</w:hyperlink></w:p>")],
    "content control": [Raw("<w:p><w:sdt><w:sdtPr/><w:sdtContent>" + run("{{ ten }}") + "</w:sdtContent></w:sdt></w:p>"), Raw("<w:sdt><w:sdtPr/><w:sdtContent>" + p("{%p if dung %}") + p("khối {{ so }}") + p("{%p endif %}") + "</w:sdtContent></w:sdt>")],
    "text box": [Raw(TEXT_BOX.format(p("hộp {{ ten }}")))],
    "insertion": [Raw('<w:p><w:ins w:id="1" w:author="a">' + run("thêm {{ ten }}") + "</w:ins></w:p>")],
    "tabs between tags": [Raw("<w:p>" + run("{{ ten }}") + "<w:r><w:tab/></w:r>" + run("{{ so }}") + "<w:r><w:br/></w:r>" + run("c") + "</w:p>")],
}

NOTES = ("<w:footnotes " + SPACES + '><w:footnote w:id="2">' + p("chú thích {{ ten }}")
         + "</w:footnote></w:footnotes>")
COMMENTS = ("<w:comments " + SPACES + '><w:comment w:id="0" w:author="a">' + p("ý kiến {{ so }}")
            + "</w:comment></w:comments>")

# Cases with parts or data of their own.
OPTIONS = {
    "header and footer": (["thân"], {"header": "Đầu {{ ten }}{% if dung %}, {{ so }} xã{% endif %}", "footer": "Chân {% for x in xa %}{{ x.n }}{% endfor %}"}, {}),
    "rich text": ([p("{{r kq }} và "), p("{{r nhieu }}")], {},
                  {"kq": {"text": "đạt & hơn", "bold": True}, "nhieu": [{"text": "một\nhai"}, {"text": "\tba", "italic": True}]}),
    "number with a fraction": (["{{ x }} {{ x * 2 }} {{ 6 / 2 }}"], {}, {"x": 12.5}),
    "true and none": (["{{ dung }} [{{ trong }}]"], {}, {}),
    "list as a value": (["{{ chu }}"], {}, {}),
    "blocks without prefix": (["a", "{% if dung %}", "b", "{% endif %}", "{% for x in chu %}", "{{ x }}", "{% endfor %}", "c"], {}, {}),
    "loop around a row in its cells": ([[["{% for x in xa %}{{ x.ten }}", "{{ x.n }}{% endfor %}"]]], {}, {}),
    "both row tags in one row": ([[["{%tr for x in xa %}{{ x.ten }}{%tr endfor %}"]]], {}, {}),
    "two paragraph tags in one paragraph": (["{%p for x in xa %}{%p if x.n > 3 %}", "{{ x.ten }}", "{%p endif %}{%p endfor %}"], {}, {}),
    "unknown name": (["[{{ khong_co }}]"], {}, {}),
    "empty cell": ([[[("{%p for x in rong %}", "{{ x }}", "{%p endfor %}")]]], {}, {}),
    "merge of equal keys": ([[["{%tr for x in xa %}", ""], ["{% vm x.nhom %}{{ x.nhom }}", "{{ x.ten }}"], ["{%tr endfor %}", ""]]], {}, {}),
    "footnote": ([Raw("<w:p>" + run("thân {{ so }}") + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>')], {"parts": {"footnotes.xml": ("footnotes", NOTES)}}, {}),
    "comment": (["thân"], {"parts": {"comments.xml": ("comments", COMMENTS)}}, {}),
    "text of a page in a line": ([Raw('<w:p><w:sdt><w:sdtPr/><w:sdtContent>' + run("{{ doan }}") + "</w:sdtContent></w:sdt></w:p>")], {}, {}),
    "sort of words": (["{{ ['Ân', 'Da', 'Bình']|sort|join(' ') }}"], {}, {}),
    "class of a value": (["{{ ten.__class__ }}"], {}, {}),
    "document properties": (["thân"], {"properties": {"title": "Báo cáo {{ ten }}", "subject": "{% if dung %}Có{% endif %}", "author": "{{ ho_ten|title }}", "comments": "{{ so }} xã"}}, {}),
}
