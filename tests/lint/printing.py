"""Only cli talks to a person; only a few folders touch the disk; nothing reads a clock or random numbers."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
everywhere = r"std::(time|random_device|rand|srand)\b|system_clock|steady_clock|gettimeofday|\blocaltime|\bsetlocale"
printing = r"std::(cout|cerr|clog)\b|\b(std::)?f?printf\s*\(|\b(std::)?(puts|fputs)\s*\(|fmt::print"
faults = []
for path in sorted((root / "src").rglob("*.[ch]pp")):
    folder = path.relative_to(root / "src").parts[0]
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        code = line.split("//")[0]
        wrong = re.search(everywhere, code) and folder != "cli"
        if wrong or (folder != "cli" and re.search(printing, code)):
            faults.append(f"{path.relative_to(root)}:{number}: {code.strip()}")
print("\n".join(faults))
sys.exit(bool(faults))
