"""compute --json on the sample inputs of the other resolutions gives the published counts, exactly: the 20 baseline
figures of the Thái Nguyên scheme with their verdicts, its statistics, and the situation An Giang starts from."""
import json
import subprocess
import sys

program, project = sys.argv[1:3]
faults = []


def compute(job):
    done = subprocess.run([program, "compute", f"{project}/inputs/{job}", "--json"], capture_output=True, text=True)
    if done.returncode not in (0, 4):
        faults.append(f"{job}: exit {done.returncode}: {done.stderr[:500]}")
        return {}, {}
    document = json.loads(done.stdout)
    return {r["indicator"]: r for r in document["results"]}, {f["figure"]: f for f in document["figures"]}


def expect(found, name, n, d, verdict=None):
    found = found.get(name)
    wanted = (n, d, 0) + ((verdict,) if verdict else ())
    got = found and (found["n"], found["d"], found["unknown"]) + ((found["verdict"],) if verdict else ())
    if got != wanted:
        faults.append(f"{name}: {got}, published {wanted}")


results, figures = compute("thai-nguyen-tccsd-2025")
for name, n, d, verdict in [
        ("8a", 3, 70, "not_met"), ("8b", 358, 2327, "not_met"), ("8c", 615, 3796, "not_met"),
        ("8d", 55, 70, "not_met"), ("8e", 435 + 16, 2327, "not_met"), ("8f", 717 + 65, 3796, "met"),
        ("9a", 14, 70, "met"), ("9b", 472, 2327, "not_met"), ("9c", 99, 470, "not_met"), ("9d", 431, 1412, "not_met"),
        ("10a", 67, 70, "met"), ("10b", 14, 70, "not_met"),  # "trên 20%": 14/70 is exactly 20%
        ("10c", 627, 2327, "not_met"), ("10d", 151, 2327, "not_met"), ("10e", 1232, 3796, "not_met"),
        ("10f", 277, 3796, "not_met"), ("10g", 320, 470, "not_met"), ("10h", 468, 1412, "not_met"),
        # 10,7% of the heads of hamlets are not members; 7 shared cells: six of two hamlets, one of three.
        ("19", 2679, 3000, "not_met"), ("4", 3000 - (6 * 2 + 3), 3000, "not_met")]:
    expect(results, name, n, d, verdict)
if results and results["19"]["value"] != "89.3":
    faults.append(f"19: {results['19']['value']}")

COMMITTEES = {
    "tinh": (70, dict(nu=14, dtts=26, duoi_42=3, tu_42=45, tren_52=22, dai_hoc=3, thac_si=59, tien_si=8, llct_cao_cap=70,
                      cvc=13, cvcc=55)),
    "xa": (2327, dict(nu=472, dtts=884, duoi_42=358, tu_42=1888, tren_52=81, trung_cap=7, cao_dang=6, dai_hoc=1687,
                      thac_si=623, tien_si=4, llct_so_cap=8, llct_trung_cap=1377, llct_cao_cap=942, cvc=435, cvcc=16)),
    "co_so": (3796, dict(nu=1131, dtts=1609, duoi_42=615, tu_42=2755, tren_52=426, trung_cap=111, cao_dang=52,
                         dai_hoc=2401, thac_si=1190, tien_si=42, llct_so_cap=251, llct_trung_cap=2276, llct_cao_cap=1269,
                         cvc=717, cvcc=65)),
    "tinh_uy": (470, dict(nu=99, dtts=177, duoi_42=39, tu_42=372, tren_52=59, dai_hoc=150, thac_si=306, tien_si=14,
                          llct_trung_cap=21, llct_cao_cap=449, cvc=274, cvcc=76)),
    "dang_uy": (1412, dict(nu=431, dtts=577, duoi_42=237, tu_42=1066, tren_52=109, cao_dang=4, dai_hoc=940, thac_si=455,
                           tien_si=13, llct_so_cap=2, llct_trung_cap=680, llct_cao_cap=730, chuyen_vien=910, cvc=357,
                           cvcc=4)),
    "tccsd": (735, dict(dang_bo=241, chi_bo=494, dang_mat_tran=100, nha_nuoc=114, su_nghiep=193, doanh_nghiep=108,
                        vu_trang=220)),
    "dang_bo": (96, dict(xa=77, phuong=15, khac=4)),
    "duoi_co_so": (40 + 4147, dict(bo_phan=40, chi_bo=4147)),
    "chi_bo_thon": (3000 - 15 + 7, dict(ghep=7, ghep_2=6, ghep_3=1)),
}
for group, (total, counts) in COMMITTEES.items():
    for key, count in counts.items():
        expect(figures, f"{group}.{key}", count, total)

results, figures = compute("an-giang-cbcx-2025")
SITUATION = {
    "don_vi": (102, dict(xa=85, phuong=14, dac_khu=3)),
    "toan_bo": (47557, dict(can_bo_cong_chuc=7362, vien_chuc=40195)),
    "cbcc": (7362, dict(nu=3047, duoi_42=3186, dtts=250, co_trinh_do=6849)),
    "vien_chuc": (40195, dict(nu=22747, duoi_42=14279, co_trinh_do=39412)),
    "bch": (2948, dict(nu=770, duoi_42=701, dtts=94)),
    "btv": (1013, dict(nu=206, duoi_42=133, dtts=25)),
    "bi_thu": (102, dict(sau_dai_hoc=81, llct_cao_cap=102)),
    "pho_bi_thu": (202, dict(sau_dai_hoc=133, llct_cao_cap=202)),
    "chu_tich_ubnd": (102, dict(sau_dai_hoc=70, llct_cao_cap=102)),
    "chu_tich_hdnd": (102, dict(sau_dai_hoc=69, llct_cao_cap=102)),
}
for group, (total, counts) in SITUATION.items():
    for key, count in counts.items():
        expect(figures, f"{group}.{key}", count, total)
for key, count, total in [("cbcc.dai_hoc", 6017, 6849), ("cbcc.sau_dai_hoc", 781, 6849), ("cbcc.llct_cao_cap", 1248, 6849),
                          ("cbcc.llct_trung_cap", 4543, 6849), ("vien_chuc.dai_hoc", 33069, 39412),
                          ("vien_chuc.sau_dai_hoc", 606, 39412), ("vien_chuc.llct_trung_cap", 5466, 39412)]:
    expect(figures, key, count, total)

for key, count, total in [("toan_bo_co_mat", 47557, 55152), ("toan_bo_con_thieu", 7595, 55152), ("cbcc_co_mat", 7362, 11185),
                          ("vien_chuc_co_mat", 40195, 43967)]:
    expect(figures, f"bien_che.{key}", count, total)

results, figures = compute("quang-ngai-cbcx-2025")
expect(figures, "cbcc.nu", 1106, 3619)  # 30,56%
expect(figures, "cbcc.duoi_30", 98, 3619)  # 2,71%
results, figures = compute("lai-chau-kh05-2026-q3")
expect(results, "X1", 1, 1, "not_met")
print("\n".join(faults))
sys.exit(bool(faults))
