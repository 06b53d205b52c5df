#include "archive/database.hpp"
#include "base/file.hpp"
#include "unit/archive/example.hpp"

#include <map>

namespace baocao::archive {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;
using testing::StartsWith;
using testing::UnorderedElementsAre;

class Copies : public ArchiveTest {
 protected:
  Copies() : archive(with_period()) {
    EXPECT_TRUE(archive.register_package(package("05665", 1, "An"), Locked::refuse, act(), sink));
  }

  Archive archive;
};

TEST_F(Copies, ABackupIsTheArchiveWhileItIsInUse) {
  Database reader(path, Database::Mode::existing);
  reader.run("BEGIN; SELECT count(*) FROM log");
  const auto to = folder / "sao-luu.db";
  ASSERT_TRUE(archive.backup(to));
  const Archive copy = Archive::open(to, Access::write).value();
  EXPECT_EQ(copy.head().value(), archive.head().value());
  EXPECT_EQ(copy.packages({})->size(), 1U);
  EXPECT_THAT(copy.verify().value(), IsEmpty());
  EXPECT_EQ(code_of(archive.backup(to)), "A111");
  EXPECT_EQ(code_of(archive.backup(path)), "A111");
}

TEST_F(Copies, AnOldHalfOfABackupIsNotInTheWay) {
  ASSERT_TRUE(base::write_file(folder / "sao-luu.db.partial", "nửa chừng"));
  ASSERT_TRUE(archive.backup(folder / "sao-luu.db"));
  EXPECT_FALSE(std::filesystem::exists(folder / "sao-luu.db.partial"));
  EXPECT_TRUE(Archive::open(folder / "sao-luu.db", Access::read));
}

TEST_F(Copies, ABackupIntoNoFolderLeavesNothing) {
  EXPECT_EQ(code_of(archive.backup(folder / "khong-co/sao-luu.db")), "A103");
  EXPECT_FALSE(std::filesystem::exists(folder / "khong-co"));
}

TEST_F(Copies, TheExportHoldsEverything) {
  ASSERT_TRUE(archive.add_run({.key = key,
                               .unit = "19",
                               .program = "baocao 1.0",
                               .definitions = definitions,
                               .files = {{"bao-cao.docx", "report", "bc"}}},
                              act(),
                              sink));
  std::map<std::string, base::Bytes> files;
  ASSERT_TRUE(archive.export_files([&](const std::string& name, base::ByteView bytes) {
    files[name] = bytes;
    return diag::Result<void>();
  }));
  EXPECT_THAT(files,
              UnorderedElementsAre(Key("nhat-ky.jsonl"),
                                   Key("so-lieu.csv"),
                                   Key("loi.csv"),
                                   Key("goi/thai-nguyen-cbcx/2026-Q3/05665-lan-1.zip"),
                                   Key("bao-cao/thai-nguyen-cbcx/2026-Q3/1/bao-cao.docx"),
                                   Key("dinh-nghia/" + definitions + "/indicators.toml")));
  EXPECT_EQ(files["goi/thai-nguyen-cbcx/2026-Q3/05665-lan-1.zip"], *zips[0]);
  EXPECT_EQ(files["bao-cao/thai-nguyen-cbcx/2026-Q3/1/bao-cao.docx"], "bc");
  EXPECT_THAT(files["so-lieu.csv"],
              HasSubstr("\nthai-nguyen-cbcx,2026-Q3,05665,1,accepted,7,05665,5/2,4,0,0,0,d7,"));
  EXPECT_THAT(files["loi.csv"], HasSubstr(",05665,1,N204,warning,can-bo.csv,,D17,1\n"));
  EXPECT_THAT(files["nhat-ky.jsonl"], StartsWith("{\"seq\":1,\"at\":\"2026-10-05T08:30:00\","));
}

TEST_F(Copies, TheExportGivesWhatIsLeftOfAForgottenPackage) {
  ASSERT_EQ(archive.forget(act("2040-01-01T08:00:00"), sink)->size(), 2U);
  std::vector<std::string> names;
  ASSERT_TRUE(archive.export_files([&](const std::string& name, base::ByteView) {
    if (name.starts_with("goi/")) {
      names.push_back(name.substr(name.find("05665")));
    }
    return diag::Result<void>();
  }));
  EXPECT_THAT(names,
              testing::ElementsAre("05665-lan-1/META-INF/manifest.json",
                                   "05665-lan-1/outputs/bao-cao.docx"));
}

TEST_F(Copies, AFaultOfTheTakerEndsTheExport) {
  int given = 0;
  const auto result = archive.export_files([&](const std::string&, base::ByteView) {
    ++given;
    return diag::Result<void>(diag::Failure(diag::Diagnostic{.code = "J205"}));
  });
  EXPECT_EQ(code_of(result), "J205");
  EXPECT_EQ(given, 1);
}

TEST_F(Copies, AnExportIsNoted) {
  ASSERT_TRUE(archive.note_export("so-lieu.csv", act("2026-11-01T08:00:00", "báo cáo"), sink));
  EXPECT_EQ(archive.log()->back().action, "export");
  EXPECT_EQ(archive.log()->back().subject, "so-lieu.csv");
  EXPECT_EQ(archive.log()->back().act.why, "báo cáo");
}

}  // namespace
}  // namespace baocao::archive
