"""Every target of the five resolutions is an indicator of its pack, and the table in templates/resolutions/README.md
says of each which tables it needs and what becomes of it. With --write the table is written anew."""
import pathlib
import re
import sys
import tomllib

root = pathlib.Path(sys.argv[1])
packs = root / "templates/resolutions"
readme = packs / "README.md"
begin, end = "<!-- bảng chỉ tiêu: đầu -->\n", "<!-- bảng chỉ tiêu: cuối -->\n"

# The targets as they were listed from the texts: 106 numbered ones and 14 embedded in other sentences (X).
listed = {
    "thai-nguyen-cbcx": "1a 1b 2a 2b 2c 2d 3 4a 4b 5a 5b 5c 5d 5e 6 7a 7b 8a 8b 8c 8d 9a 9b 10 X1",
    "quang-ngai-cbcx": "2025-a1 2025-a2 2025-a3 2025-a4 2025-a5 2025-b1 2025-b2 2025-b3 2025-c1 2025-c2 2025-c3 2025-c4 "
                       "2025-d1 2025-d2 2025-e1 2025-e2 2025-e3 2025-e4 2025-e5 2030-f1 2030-g1 2030-h1 2030-h2 2030-h3 "
                       "2030-i1 2030-i2 2030-j1 2030-j2 2030-k1 2030-k2 2030-k3 X1 X2",
    "lai-chau-kh05": "X1 X2",
    "an-giang-cbcx": "1 2a 2b 3a 3b 4 5 X1 X2",
    "thai-nguyen-tccsd": "1a 1b 2 3 4 5 6 7a 7b 8a 8b 8c 8d 8e 8f 9a 9b 9c 9d 10a 10b 10c 10d 10e 10f 10g 10h 10i 11a 11b "
                         "11c 11d 12 13 14a 14b 15 16 17a 17b 18 19 20a 20b X1 X2 X3a X3b X4 X5 X6",
}
tasks = {"thai-nguyen-cbcx": 53, "quang-ngai-cbcx": 32, "lai-chau-kh05": 33, "an-giang-cbcx": 28, "thai-nguyen-tccsd": 63}
faults = []


def load(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def tables_of(indicator, conditions):
    """The tables of the schema that the indicator reads, the counted one first."""
    if "statement" in indicator:
        return ["nhan_dinh"]
    text = " ".join(str(indicator.get(key, "")) for key in ("where", "meets", "numerator", "denominator", "target"))
    for _ in range(3):  # conditions may use conditions
        text = re.sub(r"[a-z_0-9]+", lambda name: conditions.get(name[0], name[0]), text)
    found = [indicator["of"]] if "of" in indicator else []
    found += re.findall(r"\b(?:exists|count|sum|latest)\(\s*([a-z_]+)", text)
    found += re.findall(r"\b(don_vi|can_bo)\.", text)
    return list(dict.fromkeys(found))


def status_of(indicator):
    if "statement" in indicator:
        return "nhận định, không kết luận"
    target = indicator.get("target", "")
    if not target:
        return "tính, văn bản không nêu mức"
    return "tính, không kết luận (khoảng)" if target.startswith("~") else "tính, kết luận"


def row(pack, indicator, conditions):
    tables = ", ".join(f"`{table}`" for table in tables_of(indicator, conditions))
    confirm = "có" if indicator.get("reading") else ""
    target = indicator.get("words") or indicator.get("target", "") or "–"
    return f"| {pack} | {indicator['id']} | {indicator['title']} | {target} | {tables} | {status_of(indicator)} | {confirm} |\n"


def table():
    out = "| Nghị quyết | Mã | Chỉ tiêu | Mức | Bảng số liệu cần | Trạng thái | Cách hiểu cần xác nhận |\n"
    out += "|---|---|---|---|---|---|---|\n"
    for pack, ids in listed.items():
        indicators = load(packs / pack / "indicators.toml")["indicator"]
        conditions = load(packs / pack / "resolution.toml").get("conditions", {})
        have = [indicator["id"] for indicator in indicators]
        if have != ids.split():
            faults.append(f"{pack}: indicators {have}")
        for indicator in indicators:
            if not indicator.get("example"):
                faults.append(f"{pack} {indicator['id']} has no example")
            out += row(pack, indicator, conditions)
    return out


def check_tasks():
    for pack, count in tasks.items():
        ids = [task["id"] for task in load(packs / pack / "tasks.toml")["task"]]
        if len(ids) != count or len(set(ids)) != count:
            faults.append(f"{pack}/tasks.toml: {len(set(ids))} tasks, {count} are listed")


wanted = table()
check_tasks()
if sum(len(ids.split()) for ids in listed.values()) != 120:
    faults.append("not 120 targets")
text = readme.read_text("utf-8")
head, _, rest = text.partition(begin)
old, _, tail = rest.partition(end)
if "--write" in sys.argv:
    readme.write_text(head + begin + wanted + end + tail, "utf-8")
elif old != wanted:
    faults.append("templates/resolutions/README.md: the table is not of these packs; run tests/lint/targets.py . --write")
print("\n".join(faults))
sys.exit(bool(faults))
