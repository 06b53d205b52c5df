"""Hard sizes: headers 200 lines, sources 600, functions 60 (design, section 7)."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
faults = []


def functions(lines):
    """(first line, length) of every brace block that follows a ")" at namespace level."""
    start, depth = None, 0
    for number, line in enumerate(lines, 1):
        code = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])\'|//.*', "", line)
        if start is None and re.match(r"[A-Za-z].*\)( const| noexcept| override)* \{$", code):
            start, depth = number, 0
        if start is not None:
            depth += code.count("{") - code.count("}")
            if depth <= 0 and "}" in code:
                yield start, number - start + 1
                start = None


for path in sorted((root / "src").rglob("*.[ch]pp")):
    lines = path.read_text("utf-8").splitlines()
    name = path.relative_to(root)
    most = 200 if path.suffix == ".hpp" else 600
    if len(lines) > most:
        faults.append(f"{name}: {len(lines)} lines, at most {most}")
    for start, length in functions(lines):
        if length > 60:
            faults.append(f"{name}:{start}: function of {length} lines, at most 60")
print("\n".join(faults))
sys.exit(bool(faults))
