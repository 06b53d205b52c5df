"""Each diagnostic code is declared once, raised somewhere in src/, and named by a test."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
declared = re.findall(r'BAOCAO_CODE\("([A-Z]\d{3})"', (root / "src/diag/codes.def").read_text("utf-8"))


def named(folder, patterns):
    found = set()
    for pattern in patterns:
        for path in (root / folder).rglob(pattern):
            if path.name != "codes.def":
                found |= set(re.findall(r'\b([A-Z]\d{3})\b', path.read_text("utf-8")))
    return found


def raised():
    found = set()
    for path in [*(root / "src").rglob("*.[ch]pp"), *(root / "templates").rglob("*.toml")]:
        found |= set(re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8")))
    return found


used = raised()
tested = named("tests/unit", ["*_test.cpp"]) | named("tests/cases", ["*.test"]) | named("tests/outside", ["*.py"])
faults = [f"{code}: declared twice" for code in set(declared) if declared.count(code) > 1]
faults += [f"{code}: raised but not in codes.def" for code in sorted(used - set(declared))]
faults += [f"{code}: in codes.def but never raised" for code in declared if code not in used]
faults += [f"{code}: no test names it" for code in declared if code not in tested]
print("\n".join(faults))
sys.exit(bool(faults))
