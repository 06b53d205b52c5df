#include "check/overrides.hpp"

#include "checks.hpp"

namespace baocao::check {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Overrides : public Checks {
 protected:
  Overrides()
      : dataset(dataset_of(roster(
            {{"1", "Lê Thị An", "05/03/1958", "Nữ", "Chuyên viên", "01/06/1970", "", "Xã Văn Lăng"},
             {"2", "Lê Thị Ba", "05/03/1958", "Nữ", "Chuyên viên", "", "", "Xã Văn Lăng"}}))) {
    for (const diag::Diagnostic& fault : faults_in(dataset)) {
      faults.add(fault);
    }
  }

  static std::string entry(const std::string& rule,
                           const std::string& record,
                           const std::string& until = "2026-12-31") {
    return "[[override]]\nrule = \"" + rule + "\"\nrecord = " + record +
           "\nreason = \"kéo dài\"\nby = \"Nguyễn Văn A\"\nuntil = " + until + "\n";
  }

  std::vector<Exception> apply(const std::string& toml) {
    diag::Sink fatal;
    const auto overrides = read_overrides(toml, "job/overrides.toml", dataset, fatal);
    EXPECT_THAT(fatal.all(), IsEmpty());
    return apply_overrides(overrides, dataset, context.as_of, faults);
  }

  // "J213 4" per fault: code and line.
  std::vector<std::string> refusals(const std::string& toml) {
    diag::Sink fatal;
    read_overrides(toml, "job/overrides.toml", dataset, fatal);
    std::vector<std::string> lines;
    for (const diag::Diagnostic& fault : fatal.all()) {
      lines.push_back(std::string(fault.code.id()) + " " + std::to_string(fault.span.line));
      help = fault.help;
    }
    return lines;
  }

  std::string told(std::string_view code) const {
    for (const diag::Diagnostic& fault : faults.all()) {
      if (fault.code.id() == code) {
        return fault.message;
      }
    }
    return {};
  }

  table::Dataset dataset;
  diag::Sink faults;
  std::string help;
  const std::string an = R"({ don_vi = "05665", ho_ten = "LÊ THỊ AN", ngay_sinh = 1958-03-05 })";
};

TEST_F(Overrides, TurnTheFaultOfOnePersonIntoANote) {
  ASSERT_EQ(faults.count(diag::Severity::warning), 3U);
  const auto exceptions = apply(entry("tuoi-toi-da", an));
  ASSERT_EQ(exceptions.size(), 1U);
  EXPECT_EQ(exceptions[0].person, "Lê Thị An");
  EXPECT_EQ(exceptions[0].title, "tính đến ngày chốt số liệu đã … tuổi, trên 65");
  EXPECT_EQ(exceptions[0].fault.severity, diag::Severity::warning);
  EXPECT_EQ(faults.count(diag::Severity::warning), 2U);
  EXPECT_EQ(faults.count(diag::Severity::note), 1U);
  EXPECT_EQ(faults.all()[0].message,
            "tính đến ngày chốt số liệu đã 68 tuổi, trên 65; được phép đến hết 31/12/2026: kéo dài "
            "(Nguyễn Văn A)");
}

TEST_F(Overrides, MayNameARowAndACode) {
  const auto exceptions = apply(entry("K310", R"({ file = "can-bo.xlsx", row = 3 })"));
  ASSERT_EQ(exceptions.size(), 1U);
  EXPECT_EQ(exceptions[0].person, "Lê Thị Ba");
}

TEST_F(Overrides, CountUntilTheirLastDay) {
  EXPECT_EQ(apply(entry("tuoi-toi-da", an, "2026-09-30")).size(), 1U);
}

TEST_F(Overrides, CountForNothingOnceTheyHaveEnded) {
  EXPECT_THAT(apply(entry("tuoi-toi-da", an, "2026-09-29")), IsEmpty());
  EXPECT_EQ(told("J215"),
            "ngoại lệ cho \"tuoi-toi-da\" đã hết hạn từ 29/09/2026, không được áp dụng");
  EXPECT_EQ(faults.count(diag::Severity::warning), 4U);
}

TEST_F(Overrides, ThatMatchNothingAreTold) {
  EXPECT_THAT(apply(entry("tuoi-toi-da",
                          R"({ don_vi = "02143", ho_ten = "Lê Thị An", ngay_sinh = 1958-03-05 })")),
              IsEmpty());
  EXPECT_EQ(told("J216"), "ngoại lệ cho \"tuoi-toi-da\" không khớp với cảnh báo nào");
}

TEST_F(Overrides, DoNotMatchANamesakeOfAnotherDay) {
  EXPECT_THAT(apply(entry("tuoi-toi-da",
                          R"({ don_vi = "05665", ho_ten = "Lê Thị An", ngay_sinh = 1958-03-06 })")),
              IsEmpty());
}

TEST_F(Overrides, OfAUnitTakeRulesOfUnitsOnly) {
  EXPECT_THAT(refusals(entry("tuoi-toi-da", R"({ don_vi = "05665" })")), ElementsAre("J213 3"));
  EXPECT_THAT(refusals(entry("mot-bi-thu", R"({ don_vi = "05665" })")), IsEmpty());
  EXPECT_THAT(refusals(entry("K313", R"({ don_vi = "05665" })")), IsEmpty());
  EXPECT_THAT(refusals(entry("mot-bi-thu", R"({ don_vi = "99999" })")), ElementsAre("J213 3"));
}

TEST_F(Overrides, OfARuleThatIsNotThereAreRefusedWithTheNearest) {
  EXPECT_THAT(refusals(entry("tuoi-toi-daa", an)), ElementsAre("J214 2"));
  EXPECT_EQ(help, "ý bạn là \"tuoi-toi-da\"?");
}

TEST_F(Overrides, OfBadCellsAreRefused) {
  EXPECT_THAT(refusals(entry("N204", an)), ElementsAre("J214 2"));
  EXPECT_THAT(help, HasSubstr("phải sửa trong tệp"));
}

TEST_F(Overrides, TellAllTheirFaultsAtOnce) {
  EXPECT_THAT(refusals("[[override]]\nrule = \"K313\"\nrecord = { don_vi = \"05665\" }\n"
                       "ly_do = \"x\"\n[[override]]\nrule = \"K313\"\nrecord = { row = 3 }\n"
                       "reason = \"\"\nby = \"A\"\nuntil = 2026-12-31\n"),
              ElementsAre("J103 1", "J103 1", "J103 1", "J102 4", "J213 7", "J213 8"));
}

TEST_F(Overrides, ThatAreNotTomlAreRefused) {
  EXPECT_THAT(refusals("[[override"), ElementsAre("J101 1"));
}

}  // namespace
}  // namespace baocao::check
