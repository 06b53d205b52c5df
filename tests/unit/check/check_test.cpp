#include "checks.hpp"

namespace baocao::check {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Checks, SayNothingOfASoundRow) {
  EXPECT_THAT(faults_of(roster({{"1",
                                 "Lê Thị An",
                                 "05/03/1985",
                                 "Nữ",
                                 "Chuyên viên",
                                 "01/06/2010",
                                 "019185000123",
                                 "Xã Văn Lăng"}})),
              IsEmpty());
}

TEST_F(Checks, MarkTheCellOfABrokenRule) {
  EXPECT_THAT(faults_of(roster({{"1",
                                 "Lê Thị An",
                                 "05/03/1985",
                                 "Nữ",
                                 "Chuyên viên",
                                 "01/06/2000",
                                 "",
                                 "Xã Văn Lăng"}})),
              ElementsAre("K310 F2: vào Đảng khi chưa đủ 18 tuổi"));
}

TEST_F(Checks, SayNothingWhereAValueIsMissing) {
  EXPECT_THAT(faults_of(roster(
                  {{"1", "Lê Thị An", "05/03/1985", "Nữ", "Chuyên viên", "", "", "Xã Văn Lăng"}})),
              IsEmpty());
}

TEST_F(Checks, HoldIdNumbersAgainstBirthAndSex) {
  const auto faults = faults_of(roster(
      {{"1", "Lê Thị An", "05/03/1985", "Nữ", "Chuyên viên", "", "019086000123", "Xã Văn Lăng"}}));
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_THAT(faults[0], HasSubstr("K311 G2: số định danh ghi năm sinh 1986"));
  EXPECT_THAT(faults[1], HasSubstr("K312 G2: số định danh là của nam"));
}

TEST_F(Checks, CapTheBestGradeWithinAUnitAndPeriod) {
  Rows gradings = {{"Họ và tên", "Đơn vị", "Năm", "Kỳ", "Xếp loại"}};
  for (int i = 0; i < 12; ++i) {
    gradings.push_back({"Nguyễn Văn A" + std::to_string(i),
                        "Xã Văn Lăng",
                        "2026",
                        "Quý III",
                        i < 2 ? "HTXSNV" : "HTTNV"});
  }
  EXPECT_THAT(faults_of(file("danh_gia", "danh-gia.xlsx", gradings)), IsEmpty());
  gradings.push_back({"Nguyễn Văn B", "Xã Văn Lăng", "2026", "Quý III", "HTXSNV"});
  EXPECT_THAT(
      faults_of(file("danh_gia", "danh-gia.xlsx", gradings)),
      ElementsAre(HasSubstr("K313 E2: 3 người \"Hoàn thành xuất sắc nhiệm vụ\", quá 20% của 10")));
}

TEST_F(Checks, ReportARuleThatCannotBeBoundWithItsLine) {
  auto broken = std::move(schema);
  const_cast<schema::Table*>(broken.find("can_bo"))
      ->rules.push_back({.code = "K310",
                         .id = "sai",
                         .when = "",
                         .expect = "ngay_sin > 3",
                         .field = "ngay_sinh",
                         .message = "",
                         .help = "",
                         .file = "can_bo.toml",
                         .line = 7});
  diag::Sink faults;
  diag::Sink fatal;
  std::vector<table::File> files;
  files.push_back(units());
  files.push_back(roster({}));
  diag::Sink binding;
  const table::Dataset dataset = table::bind(broken, files, binding);
  run(dataset, context, faults, fatal);
  ASSERT_FALSE(fatal.all().empty());
  EXPECT_EQ(fatal.all()[0].code.id(), "E411");
  EXPECT_EQ(fatal.all()[0].span.line, 7U);
  EXPECT_THAT(fatal.all()[0].help, HasSubstr("ngay_sinh"));
}

}  // namespace
}  // namespace baocao::check
