#include "unit/archive/example.hpp"

namespace baocao::archive {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

class Runs : public ArchiveTest {
 protected:
  Runs() : archive(with_period()) {
    EXPECT_TRUE(archive.register_package(package("05665", 1, "An"), Locked::refuse, act(), sink));
  }

  NewRun run() {
    return {.key = key,
            .unit = "19",
            .program = "baocao 1.0",
            .definitions = definitions,
            .packages = {archive.packages({})->at(0).sha256},
            .files = {{"job.toml", "job", "period = \"2026-Q3\""},
                      {"bao-cao.docx", "report", std::string(3000, 'b')}}};
  }

  Archive archive;
};

TEST_F(Runs, KeepAllThatWentInAndCameOut) {
  EXPECT_EQ(archive.add_run(run(), act("2026-10-12T09:00:00"), sink), 1);
  const auto runs = archive.runs(key).value();
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs[0].made_at, "2026-10-12T09:00:00");
  EXPECT_EQ(runs[0].key, key);
  EXPECT_EQ(runs[0].unit, "19");
  EXPECT_EQ(runs[0].definitions, definitions);
  EXPECT_EQ(runs[0].packages, run().packages);
  EXPECT_THAT(
      runs[0].files,
      ElementsAre(Field(&RunFileEntry::name, "job.toml"), Field(&RunFileEntry::role, "report")));
  EXPECT_EQ(archive.run_file(1, "bao-cao.docx"), std::string(3000, 'b'));
  EXPECT_THAT(archive.verify().value(), IsEmpty());
}

TEST_F(Runs, AreListedByPeriod) {
  ASSERT_TRUE(archive.add_run(run(), act(), sink));
  EXPECT_EQ(archive.add_run(run(), act(), sink), 2);
  EXPECT_THAT(archive.runs({}).value(), SizeIs(2));
  EXPECT_THAT(archive.runs({key.resolution, "2026-Q2"}).value(), IsEmpty());
}

TEST_F(Runs, RestOnWhatTheArchiveHas) {
  NewRun odd = run();
  odd.packages = {"0000"};
  EXPECT_EQ(code_of(archive.add_run(odd, act(), sink)), "A210");
  odd = run();
  odd.definitions = "0000";
  EXPECT_EQ(code_of(archive.add_run(odd, act(), sink)), "A209");
  odd = run();
  odd.key.period = "2026-Q4";
  EXPECT_EQ(code_of(archive.add_run(odd, act(), sink)), "A203");
  odd = run();
  odd.files.push_back(odd.files[0]);
  EXPECT_EQ(code_of(archive.add_run(odd, act(), sink)), "A110");
  EXPECT_THAT(archive.runs({}).value(), IsEmpty());
}

TEST_F(Runs, SayWhichFileIsMissing) {
  ASSERT_TRUE(archive.add_run(run(), act(), sink));
  EXPECT_EQ(code_of(archive.run_file(1, "phu-luc.xlsx")), "A215");
  EXPECT_EQ(code_of(archive.run_file(2, "job.toml")), "A215");
}

}  // namespace
}  // namespace baocao::archive
