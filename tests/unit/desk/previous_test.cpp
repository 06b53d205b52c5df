#include "desk/previous.hpp"

#include "unit/archive/example.hpp"

namespace baocao::desk {
namespace {

using archive::act;
using archive::Archive;

class PreviousPeriod : public archive::ArchiveTest {
 protected:
  // With 2026-Q2 open as well.
  Archive with_two_periods() {
    Archive archive = with_period();
    earlier = period();
    earlier.key.period = "2026-Q2";
    earlier.as_of = archive::day("2026-06-30");
    EXPECT_TRUE(archive.open_period(earlier, act(), sink));
    return archive;
  }

  void add_run(Archive& archive, const std::string& found, std::vector<std::string> packages = {}) {
    archive::NewRun run{.key = earlier.key,
                        .unit = "19",
                        .program = "baocao 1.0",
                        .definitions = definitions,
                        .packages = std::move(packages)};
    if (!found.empty()) {
      run.files.push_back({found_file, "history", found});
    }
    ASSERT_TRUE(archive.add_run(run, act(), sink));
  }

  diag::Result<Previous> previous(const Archive& archive, const std::string& named) const {
    job::JobFile job;
    job.previous = named;
    return previous_of(archive, period(), job);
  }

  archive::Period earlier;
};

TEST_F(PreviousPeriod, IsWhatItsLastReportFound) {
  Archive archive = with_two_periods();
  add_run(archive, "một");
  add_run(archive, "hai");
  add_run(archive, "");  // by a program that did not say what it found
  const auto found = previous(archive, "2026-Q2");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->history, "hai");
  EXPECT_FALSE(found->outdated);
}

TEST_F(PreviousPeriod, IsRefusedWithoutAReportThatTells) {
  Archive archive = with_two_periods();
  EXPECT_EQ(code_of(previous(archive, "2026-Q2")), "G324");
  add_run(archive, "");
  EXPECT_EQ(code_of(previous(archive, "2026-Q2")), "G324");
}

TEST_F(PreviousPeriod, IsAnEarlierPeriodOfTheArchive) {
  const Archive archive = with_two_periods();
  for (const char* named : {"2026-Q1", "2026-Q3", "../2026-q2"}) {
    const auto found = previous(archive, named);
    EXPECT_EQ(code_of(found), "G324");
    EXPECT_THAT(found.error().message, testing::HasSubstr(named));
  }
}

TEST_F(PreviousPeriod, IsToldWhenPackagesCameSinceItsReport) {
  Archive archive = with_two_periods();
  archive::NewPackage first = package("05665", 1, "An");
  first.key = earlier.key;
  first.as_of = earlier.as_of;
  ASSERT_TRUE(archive.register_package(first, archive::Locked::refuse, act(), sink));
  add_run(archive, "một", {archive.packages({}).value().front().sha256});
  EXPECT_FALSE(previous(archive, "2026-Q2")->outdated);
  archive::NewPackage second = package("05665", 2, "An, Bình");
  second.key = earlier.key;
  second.as_of = earlier.as_of;
  ASSERT_TRUE(archive.register_package(second, archive::Locked::refuse, act(), sink));
  const auto found = previous(archive, "2026-Q2");
  ASSERT_TRUE(found && found->outdated);
  EXPECT_EQ(found->outdated->code, diag::Code("G325"));
  EXPECT_EQ(found->outdated->severity, diag::Severity::warning);
}

}  // namespace
}  // namespace baocao::desk
