#include "archive/schema.hpp"

#include "base/file.hpp"
#include "unit/archive/example.hpp"

namespace baocao::archive {
namespace {

using testing::IsEmpty;

// version_1.sql: as the program of that version wrote it.
class OldArchive : public ArchiveTest {
 protected:
  OldArchive() {
    const base::Bytes sql = base::read_file(std::filesystem::path(BAOCAO_SOURCE_DIR) /
                                            "tests/unit/archive/version_1.sql")
                                .value();
    Database(path, Database::Mode::make).run(sql.c_str());
  }
};

std::vector<std::string> tables_of(const std::filesystem::path& path) {
  const Database database(path, Database::Mode::existing);
  Statement rows(database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  std::vector<std::string> tables;
  while (rows.step()) {
    tables.push_back(rows.text(0));
  }
  return tables;
}

TEST_F(OldArchive, IsBroughtUpToDateWithNothingLost) {
  ASSERT_EQ(version_of(Database(path, Database::Mode::existing)), 1);
  Archive archive = Archive::open(path, Access::write).value();
  EXPECT_EQ(version_of(Database(path, Database::Mode::existing)), newest_version());
  EXPECT_EQ(archive.packages({})->size(), 3U);
  EXPECT_EQ(archive.packages({.unit = "05665", .state = State::accepted})->at(0).revision, 2);
  EXPECT_TRUE(archive.period(key)->lock);
  EXPECT_EQ(archive.log()->back().action, "migrate");
  EXPECT_THAT(archive.verify().value(), IsEmpty());
  EXPECT_TRUE(archive.set_retention({"input", base::Period::Kind::year, 1}, act(), sink));
  EXPECT_TRUE(archive.person_key("019185000123"));
}

TEST_F(OldArchive, HasTheTablesOfANewOneAfterwards) {
  ASSERT_TRUE(Archive::open(path, Access::read));
  ASSERT_TRUE(Archive::create(folder / "moi.db", act()));
  EXPECT_EQ(tables_of(path), tables_of(folder / "moi.db"));
}

TEST_F(OldArchive, IsBroughtUpToDateOnce) {
  ASSERT_TRUE(Archive::open(path, Access::read));
  const base::Bytes after = base::read_file(path).value();
  ASSERT_TRUE(Archive::open(path, Access::read));
  EXPECT_EQ(base::read_file(path).value(), after);
}

}  // namespace
}  // namespace baocao::archive
