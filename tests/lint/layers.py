"""Every #include "folder/…" in src/ must be allowed by layers.txt, and the list must have no cycle."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
allowed, order = {}, []
for line in (root / "tests/lint/layers.txt").read_text("utf-8").splitlines():
    if line and not line.startswith("#"):
        folder, _, names = line.partition(":")
        allowed[folder] = set(names.split())
        order.append(folder)

faults = []
for folder, names in allowed.items():
    for name in names:
        if order.index(name) >= order.index(folder):
            faults.append(f"layers.txt: {folder} may not use {name}, which stands at or above it")
folders = {p.name for p in (root / "src").iterdir() if p.is_dir()} - {"cmake"}
for folder in sorted(folders ^ set(order)):
    faults.append(f"layers.txt and src/ disagree about {folder}")

for path in sorted((root / "src").rglob("*.[ch]pp")):
    folder = path.relative_to(root / "src").parts[0]
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        found = re.match(r'#\s*include "([^"/]+)/', line)
        if found and found[1] != folder and found[1] not in allowed.get(folder, set()):
            faults.append(f"{path.relative_to(root)}:{number}: {folder} may not include {found[1]}")
print("\n".join(faults))
sys.exit(bool(faults))
