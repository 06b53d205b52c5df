"""compute --json on the sample inputs gives the counts that the province has published for its 2.327
commune committee members (Đề án về tổ chức cơ sở đảng, số liệu tháng 11/2025), exactly."""
import json
import subprocess
import sys

program, project = sys.argv[1:3]
job = f"{project}/inputs/thai-nguyen-cbcx-2026-q3"
done = subprocess.run([program, "compute", job, "--json"], capture_output=True, text=True)
document = json.loads(done.stdout)
faults = [] if done.returncode == 4 else [f"exit {done.returncode}"]

results = {r["indicator"]: r for r in document["results"]}
figures = {f["figure"]: f for f in document["figures"]}

members = 2327
published = {
    "cap_uy.bi_thu": 92, "cap_uy.pho_bi_thu": 182, "cap_uy.uy_vien_btv": 879,
    "cap_uy.nu": 472, "cap_uy.dtts": 884,
    "cap_uy.duoi_42": 358, "cap_uy.tu_42_den_52": 1888, "cap_uy.tren_52": 81,
    "cap_uy.trung_cap": 7, "cap_uy.cao_dang": 6, "cap_uy.dai_hoc": 1687, "cap_uy.sau_dai_hoc": 627,
    "cap_uy.tien_si": 4,
    "cap_uy.llct_so_cap": 8, "cap_uy.llct_trung_cap": 1377, "cap_uy.llct_cao_cap": 942,
    "cap_uy.cvc": 435, "cap_uy.cvcc": 16,
    "cap_uy.khoa_hoc_cong_nghe": 151,
}
for figure, count in published.items():
    found = figures.get(figure)
    if found is None or (found["n"], found["d"], found["unknown"]) != (count, members, 0):
        faults.append(f"{figure}: {found}, published {count}/{members}")

for indicator, n, d, verdict in [("7a", 358, 2327, "not_met"), ("7b", 472, 2327, "not_met")]:
    found = results[indicator]
    if (found["n"], found["d"], found["unknown"], found["verdict"]) != (n, d, 0, verdict):
        faults.append(f"{indicator}: {found}, expected {n}/{d} {verdict}")
if results["5a"]["d"] != 92 + 182:
    faults.append(f"5a: {results['5a']}")

expected = ["1a", "1b", "2a", "2b", "2c", "2d", "3", "4a", "4b", "5a", "5b", "5c", "5d", "5e", "6",
            "7a", "7b", "8a", "8b", "8c", "8d", "9a", "9b", "10", "X1"]
if [r["indicator"] for r in document["results"]] != expected:
    faults.append(f"indicators: {[r['indicator'] for r in document['results']]}")
for r in document["results"]:
    if r["n"] is None or r["d"] in (None, 0):
        faults.append(f"{r['indicator']} has no population: {r}")
print("\n".join(faults))
sys.exit(bool(faults))
