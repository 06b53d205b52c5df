#include "checks.hpp"

// The rules that stand in templates/schema.

namespace baocao::check {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Rules : public Checks {
 protected:
  static table::File person(const std::string& birth,
                            const std::string& post,
                            const std::string& joined,
                            const std::string& id = "") {
    return roster({{"1", "Lê Thị An", birth, "Nữ", post, joined, id, "Xã Văn Lăng"}});
  }

  // One person with the given headers and values besides name, unit and post.
  static table::File person_with(std::vector<std::string> headers,
                                 std::vector<std::string> values,
                                 const std::string& post = "Chuyên viên") {
    for (const char* header : {"Họ và tên", "Đơn vị", "Chức vụ"}) {
      headers.emplace_back(header);
    }
    for (const std::string& value : {std::string("Lê Thị An"), std::string("Xã Văn Lăng"), post}) {
      values.push_back(value);
    }
    return file("can_bo", "can-bo.xlsx", {headers, values});
  }
};

TEST_F(Rules, TellImpossibleAgesFromImplausibleOnes) {
  EXPECT_THAT(rules_of(person("05/03/2020", "Chuyên viên", "")), ElementsAre("tuoi-khong-the-co"));
  EXPECT_THAT(rules_of(person("05/03/2027", "Chuyên viên", "")), ElementsAre("tuoi-khong-the-co"));
  EXPECT_THAT(rules_of(person("05/03/1900", "Chuyên viên", "")), ElementsAre("tuoi-khong-the-co"));
  EXPECT_THAT(rules_of(person("05/03/2010", "Chuyên viên", "")), ElementsAre("tuoi-toi-thieu"));
  EXPECT_THAT(rules_of(person("05/03/1958", "Chuyên viên", "")), ElementsAre("tuoi-toi-da"));
}

TEST_F(Rules, SayTheFigureInTheMessage) {
  EXPECT_THAT(faults_of(person("05/03/1958", "Chuyên viên", "")),
              ElementsAre("K310 C2: tính đến ngày chốt số liệu đã 68 tuổi, trên 65"));
}

TEST_F(Rules, SayNothingOfAgesThatMayBeRight) {
  EXPECT_THAT(rules_of(person("1960", "Chuyên viên", "")), IsEmpty());  // 65 or 66
  EXPECT_THAT(rules_of(person("1959", "Chuyên viên", "")), ElementsAre("tuoi-toi-da"));
}

TEST_F(Rules, HoldDatesInOrderOnlyWhereTheyAreKnown) {
  EXPECT_THAT(rules_of(person("1985", "Chuyên viên", "2003")), IsEmpty());  // 17 or 18
  EXPECT_THAT(rules_of(person("1985", "Chuyên viên", "2002")), ElementsAre("tuoi-vao-dang"));
  EXPECT_THAT(rules_of(person("05/03/1985", "Chuyên viên", "03/1985")), IsEmpty());
  EXPECT_THAT(rules_of(person("05/03/1985", "Chuyên viên", "02/1985")),
              ElementsAre("vao-dang-sau-ngay-sinh"));
  EXPECT_THAT(rules_of(person("05/03/1985", "Chuyên viên", "2026")), IsEmpty());
  EXPECT_THAT(rules_of(person("05/03/1985", "Chuyên viên", "10/2026")),
              ElementsAre("vao-dang-truoc-ngay-chot"));
}

TEST_F(Rules, HoldRecruitmentAgainstBirthAndTheDayOfReport) {
  const auto rules = [&](const std::string& hired) {
    return rules_of(person_with({"Ngày sinh", "Ngày tuyển dụng"}, {"05/03/1985", hired}));
  };
  EXPECT_THAT(rules("01/09/2008"), Not(Contains(HasSubstr("tuyen-dung"))));
  EXPECT_THAT(rules("01/09/1980"), Contains("tuyen-dung-sau-ngay-sinh"));
  EXPECT_THAT(rules("01/09/1999"), Contains("tuoi-tuyen-dung"));
  EXPECT_THAT(rules("2000"), Not(Contains("tuoi-tuyen-dung")));
  EXPECT_THAT(rules("01/12/2026"), Contains("tuyen-dung-truoc-ngay-chot"));
}

TEST_F(Rules, WantPartyMembershipBeforeAPartyPost) {
  const auto rules = [&](const std::string& joined, const std::string& post) {
    return rules_of(person_with({"Ngày sinh", "Ngày vào Đảng", "Ngày bổ nhiệm"},
                                {"05/03/1985", joined, "01/07/2020"},
                                post));
  };
  EXPECT_THAT(rules("01/07/2021", "Bí thư"), Contains("vao-dang-truoc-chuc-vu-dang"));
  EXPECT_THAT(rules("01/07/2021", "Chuyên viên"), Not(Contains("vao-dang-truoc-chuc-vu-dang")));
  EXPECT_THAT(rules("2020", "Bí thư"), Not(Contains("vao-dang-truoc-chuc-vu-dang")));
  EXPECT_THAT(rules("01/07/2010", "Bí thư"), Not(Contains("vao-dang-truoc-chuc-vu-dang")));
}

TEST_F(Rules, WantADayOfJoiningFromCommitteeMembers) {
  EXPECT_THAT(faults_of(person("05/03/1985", "Ủy viên BCH", "")),
              ElementsAre("K310 F2: cấp ủy viên mà chưa rõ ngày vào Đảng"));
  EXPECT_THAT(faults_of(person("05/03/1985", "Chuyên viên", "")), IsEmpty());
}

TEST_F(Rules, SpeakOnceOfAColumnThatIsNotThere) {
  const Rows rows = {{"Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"},
                     {"Lê Thị An", "05/03/1985", "Bí thư", "Xã Văn Lăng"},
                     {"Lê Thị Ba", "05/03/1986", "Phó Bí thư", "Xã Văn Lăng"},
                     {"Lê Thị Ca", "05/03/1987", "Chuyên viên", "Xã Văn Lăng"}};
  EXPECT_THAT(faults_of(file("can_bo", "can-bo.xlsx", rows)),
              ElementsAre("K310 : cấp ủy viên mà chưa rõ ngày vào Đảng (2 dòng: bảng này không có "
                          "cột \"Ngày vào Đảng\")"));
}

TEST_F(Rules, HoldTheGradeAgainstTheDegree) {
  const auto rules = [&](const std::string& grade, const std::string& degree) {
    return rules_of(person_with({"Ngày sinh", "Ngạch", "TĐCM"}, {"05/03/1985", grade, degree}));
  };
  EXPECT_THAT(rules("Chuyên viên chính", "Cao đẳng"), Contains("bang-cap-theo-ngach"));
  EXPECT_THAT(rules("Chuyên viên chính", "Đại học"), Not(Contains("bang-cap-theo-ngach")));
  EXPECT_THAT(rules("Chuyên viên chính", ""), Not(Contains("bang-cap-theo-ngach")));
  EXPECT_THAT(rules("Cán sự", "Cao đẳng"), Not(Contains("bang-cap-theo-ngach")));
}

TEST_F(Rules, NoteASecretaryWithoutPoliticalTheory) {
  EXPECT_THAT(rules_of(person_with({"Ngày sinh", "LLCT", "Ngày vào Đảng"},
                                   {"05/03/1985", "Sơ cấp", "01/06/2010"},
                                   "Bí thư")),
              ElementsAre("bi-thu-co-llct"));
}

TEST_F(Rules, KnowThe63PlacesOfAnIdNumber) {
  EXPECT_THAT(faults_of(person("05/03/1985", "Chuyên viên", "", "096185000123")), IsEmpty());
  EXPECT_THAT(faults_of(person("05/03/1985", "Chuyên viên", "", "199185000123")),
              ElementsAre(HasSubstr("K314 G2: số định danh bắt đầu bằng 199")));
}

TEST_F(Rules, CountTheSecretariesOfAUnit) {
  EXPECT_THAT(faults_of(person("05/03/1985", "Bí thư", "01/06/2010")),
              ElementsAre("K310 B3: danh sách cán bộ có 2 bí thư, mỗi đơn vị chỉ có một"));
  EXPECT_THAT(rules_of(person_with({"Ngày sinh"}, {"05/03/1985"})), ElementsAre("thieu-bi-thu"));
}

table::File quota(const std::string& party) {
  return file("bien_che",
              "bien-che.xlsx",
              {{"Đơn vị hành chính", "Khối", "Được giao", "Có mặt"},
               {"Xã Văn Lăng", "Khối Đảng", "5", party},
               {"Xã Văn Lăng", "Khối chính quyền", "5", "0"}});
}

table::File party_staff() {
  return file(
      "can_bo",
      "can-bo.xlsx",
      {{"Họ và tên", "Ngày sinh", "Chức vụ", "Ngày vào Đảng", "Khối", "Nhóm", "Đơn vị"},
       {"A An", "05/03/1985", "Bí thư", "01/06/2010", "Khối Đảng", "Cán bộ", "Xã Văn Lăng"},
       {"B Ba", "05/03/1986", "Văn thư", "", "Khối Đảng", "Công chức", "Xã Văn Lăng"},
       {"C Ca", "05/03/1987", "Văn thư", "", "Khối Đảng", "Không chuyên trách", "Xã Văn Lăng"}});
}

TEST_F(Rules, HoldTheQuotaAgainstTheRosterOfEachSector) {
  EXPECT_THAT(faults_of(party_staff(), quota("2")), IsEmpty());
  EXPECT_THAT(faults_of(party_staff(), quota("3")),
              ElementsAre("K310 B3: khối Đảng: bảng biên chế ghi 3 người có mặt, danh sách cán bộ "
                          "có 2"));
  EXPECT_THAT(faults_of(quota("6")),
              ElementsAre("K310 D2: có mặt 6 người, nhiều hơn biên chế được giao 5"));
}

TEST_F(Rules, NoteHowManyHaveNoGradingOfThePeriod) {
  const auto faults =
      faults_in(dataset_of(party_staff(),
                           file("danh_gia",
                                "danh-gia.xlsx",
                                {{"Họ và tên", "Đơn vị", "Năm", "Kỳ", "Xếp loại"},
                                 {"A An", "Xã Văn Lăng", "2026", "Quý III", "HTTNV"},
                                 {"B Ba", "Xã Văn Lăng", "2026", "Quý II", "HTTNV"}})));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].rule, "chua-xep-loai");
  EXPECT_EQ(faults[0].severity, diag::Severity::note);
  EXPECT_THAT(faults[0].message, HasSubstr("2 người trong danh sách chưa có kết quả xếp loại"));
}

TEST_F(Rules, CapTheBestGradeInEachGroupOfStaffWhenToldTo) {
  auto* grading = const_cast<schema::Table*>(schema.find("danh_gia"));
  grading->fields[*grading->index("xep_loai")].cap->by_person = {"khoi", "nhom"};
  Rows people = {{"Họ và tên", "Ngày sinh", "Chức vụ", "Ngày vào Đảng", "Khối", "Nhóm", "Đơn vị"}};
  Rows gradings = {{"Họ và tên", "Đơn vị", "Năm", "Kỳ", "Xếp loại"}};
  for (int i = 0; i < 20; ++i) {
    const std::string name = "Nguyễn Văn " + std::string(1, static_cast<char>('A' + i));
    const std::string sector = i < 10 ? "Khối Đảng" : "Khối chính quyền";
    people.push_back({name,
                      std::to_string(1970 + i),
                      i == 0 ? "Bí thư" : "Văn thư",
                      i == 0 ? "01/06/2010" : "",
                      sector,
                      "Công chức",
                      "Xã Văn Lăng"});
    // 2 of 8 in the Party sector, 1 of 9 in the other: 3 of 17 over both.
    const bool best = i < 2 || i == 10;
    gradings.push_back({name, "Xã Văn Lăng", "2026", "Quý III", best ? "HTXSNV" : "HTTNV"});
  }
  EXPECT_THAT(
      faults_of(file("can_bo", "can-bo.xlsx", people), file("danh_gia", "danh-gia.xlsx", gradings)),
      ElementsAre(HasSubstr("K313 E2: Khối Đảng, Công chức: 2 người \"Hoàn thành xuất sắc "
                            "nhiệm vụ\", quá 20% của 8")));
  for (std::size_t i = 1; i < people.size(); ++i) {
    people[i][4] = i > 1 && i < 6 ? "" : people[i][4];  // 4 of them may belong to either
  }
  EXPECT_THAT(
      faults_of(file("can_bo", "can-bo.xlsx", people), file("danh_gia", "danh-gia.xlsx", gradings)),
      IsEmpty());
}

}  // namespace
}  // namespace baocao::check
