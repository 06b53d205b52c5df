#include "checks.hpp"

namespace baocao::check {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class SamePerson : public Checks {
 protected:
  struct Row {
    std::string name = "Lê Thị An";
    std::string birth = "05/03/1985";
    std::string unit = "Xã Văn Lăng";
    std::string id = {};
    std::string home = {};
    std::string sex = {};
    std::string post = "Văn thư";
  };

  // Only what is said about the same person.
  std::vector<diag::Diagnostic> of(const std::vector<Row>& rows) const {
    Rows cells = {
        {"Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Số CCCD", "Quê quán", "Giới tính"}};
    for (const Row& row : rows) {
      cells.push_back({row.name, row.birth, row.post, row.unit, row.id, row.home, row.sex});
    }
    std::vector<diag::Diagnostic> found;
    for (const auto& fault : faults_in(dataset_of(file("can_bo", "can-bo.xlsx", cells)))) {
      if (fault.code.id() == "K316" || fault.code.id() == "K317") {
        found.push_back(fault);
      }
    }
    return found;
  }

  const std::string elsewhere = "Xã Văn Lang";
};

TEST_F(SamePerson, IsCertainByTheIdNumberInAnotherUnit) {
  const auto faults =
      of({{.id = "019185000123"},
          {.name = "Lê An", .birth = "1985", .unit = elsewhere, .id = "019185000123"}});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code.id(), "K316");
  EXPECT_EQ(faults[0].severity, diag::Severity::error);
  EXPECT_EQ(faults[0].span.cell, "E3");
  EXPECT_EQ(faults[0].unit, "02143");
  EXPECT_EQ(faults[0].message,
            "số định danh này đã có ở Xã Văn Lăng (can-bo.xlsx, trang \"Danh sách\", ô E2 (Số "
            "CCCD))");
  EXPECT_THAT(faults[0].value, Not(HasSubstr("019185")));
}

TEST_F(SamePerson, IsLikelyByNameBirthAndHome) {
  const auto faults =
      of({{.home = "Phú Bình"}, {.name = "LÊ THỊ AN", .unit = elsewhere, .home = "Phú Bình"}});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code.id(), "K317");
  EXPECT_EQ(faults[0].severity, diag::Severity::warning);
  EXPECT_THAT(faults[0].message,
              HasSubstr("cùng họ tên, ngày sinh, quê quán với người ở Xã Văn Lăng"));
}

TEST_F(SamePerson, IsOnlyNotedByNameAndBirthAlone) {
  const auto faults = of({{}, {.unit = elsewhere}});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].severity, diag::Severity::note);
  const auto homes = of({{.home = "Phú Bình"}, {.unit = elsewhere, .home = "xã Phú Bình, TN"}});
  ASSERT_EQ(homes.size(), 1U);
  EXPECT_EQ(homes[0].severity, diag::Severity::note);
}

TEST_F(SamePerson, InOneUnitWithTwoPostsIsAWarning) {
  const auto faults = of({{}, {.post = "Kế toán"}});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].severity, diag::Severity::warning);
  EXPECT_THAT(faults[0].help, HasSubstr("gộp thành một dòng"));
}

TEST_F(SamePerson, IsNotWhoHasAnotherNumberOrSexOrDay) {
  EXPECT_THAT(of({{.id = "019185000123"}, {.unit = elsewhere, .id = "019185000124"}}), IsEmpty());
  EXPECT_THAT(of({{.sex = "Nữ"}, {.unit = elsewhere, .sex = "Nam"}}), IsEmpty());
  EXPECT_THAT(of({{}, {.birth = "06/03/1985", .unit = elsewhere}}), IsEmpty());
  EXPECT_THAT(of({{.birth = "1985"}, {.birth = "1985", .unit = elsewhere}}), IsEmpty());
  EXPECT_THAT(of({{}, {.name = "Lê Thị Ân", .unit = elsewhere}}), IsEmpty());
}

TEST_F(SamePerson, IsFoundBehindANamesake) {
  const auto faults = of({{.id = "019185000123"},
                          {.unit = elsewhere, .id = "019185000124"},
                          {.unit = elsewhere, .id = "123456789", .post = "Kế toán"}});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].span.cell, "A4");
}

}  // namespace
}  // namespace baocao::check
