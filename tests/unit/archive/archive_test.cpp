#include "archive/archive.hpp"

#include "archive/database.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "unit/archive/example.hpp"

#include <chrono>
#include <thread>

namespace baocao::archive {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

TEST_F(ArchiveTest, IsMadeOnceAndOpenedAgain) {
  ASSERT_TRUE(Archive::create(path, act()));
  EXPECT_EQ(code_of(Archive::create(path, act())), "A109");
  EXPECT_TRUE(Archive::open(path, Access::read));
  EXPECT_TRUE(Archive::open(path, Access::write));
}

TEST_F(ArchiveTest, IsNotMadeOverAFileOfSomebodyElse) {
  ASSERT_TRUE(base::write_file(path, "báo cáo quý III"));
  EXPECT_EQ(code_of(Archive::create(path, act())), "A109");
  EXPECT_EQ(base::read_file(path).value(), "báo cáo quý III");
}

TEST_F(ArchiveTest, IsMadeInTheEmptyFileThatACrashLeaves) {
  ASSERT_TRUE(base::write_file(path, ""));
  EXPECT_EQ(code_of(Archive::open(path, Access::write)), "A102");
  EXPECT_TRUE(Archive::create(path, act()));
  EXPECT_TRUE(Archive::open(path, Access::write));
}

TEST_F(ArchiveTest, IsNotLookedForInTheWrongPlace) {
  EXPECT_EQ(code_of(Archive::open(path, Access::read)), "A101");
  EXPECT_EQ(code_of(Archive::open(folder, Access::read)), "A101");
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(ArchiveTest, RefusesOtherFilesAndLeavesThemAsTheyAre) {
  ASSERT_TRUE(base::write_file(path, std::string(8192, 'x')));
  EXPECT_EQ(code_of(Archive::open(path, Access::write)), "A102");
  EXPECT_EQ(base::read_file(path).value(), std::string(8192, 'x'));

  const auto other = folder / "other.db";
  Database(other, Database::Mode::make).run("CREATE TABLE t (x)");
  const base::Bytes before = base::read_file(other).value();
  EXPECT_EQ(code_of(Archive::open(other, Access::write)), "A102");
  EXPECT_EQ(base::read_file(other).value(), before);
}

TEST_F(ArchiveTest, RefusesTheTablesOfANewerProgram) {
  created();
  Database(path, Database::Mode::existing).run("PRAGMA user_version = 1000");
  const base::Bytes before = base::read_file(path).value();
  EXPECT_EQ(code_of(Archive::open(path, Access::write)), "A105");
  EXPECT_EQ(base::read_file(path).value(), before);
}

TEST_F(ArchiveTest, OpenedForReadingIsNotChanged) {
  created();
  const base::Bytes before = base::read_file(path).value();
  Archive archive = Archive::open(path, Access::read).value();
  EXPECT_EQ(code_of(archive.add_definitions({{"a", "b"}}, act(), sink)), "A103");
  EXPECT_EQ(base::read_file(path).value(), before);
}

TEST_F(ArchiveTest, WaitsForAnotherWriterThenSaysSo) {
  Archive archive = created();
  Database other(path, Database::Mode::existing);
  other.run("BEGIN IMMEDIATE");
  EXPECT_EQ(code_of(archive.add_definitions({{"a", "b"}}, act(), sink)), "A104");
  EXPECT_TRUE(archive.log());  // reading goes on

  std::thread end([&other] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    other.run("COMMIT");
  });
  EXPECT_TRUE(archive.add_definitions({{"a", "b"}}, act(), sink));
  end.join();
}

TEST_F(ArchiveTest, SaysThatAPageIsDamaged) {
  {
    Archive archive = with_period();
    ASSERT_TRUE(
        archive.register_package(package("05665", 1, "An,Bình"), Locked::refuse, act(), sink));
  }
  base::Bytes bytes = base::read_file(path).value();
  constexpr std::size_t page = 4096;
  for (std::size_t at = page; at + 100 < bytes.size(); at += page) {
    bytes.replace(at, 100, 100, '\xAA');  // the header of every page but the first
  }
  ASSERT_TRUE(base::write_file(path, bytes));
  EXPECT_EQ(code_of(Archive::open(path, Access::write)), "A106");
  EXPECT_EQ(base::read_file(path).value(), bytes);
}

TEST_F(ArchiveTest, SaysWhatTheSystemRefused) {
  const auto code = [](int sqlite) {
    return std::string(as_diagnostic(SqlError(sqlite, ""), "kho.db").code.id());
  };
  EXPECT_EQ(code(8), "A103");            // SQLITE_READONLY
  EXPECT_EQ(code(14), "A103");           // SQLITE_CANTOPEN
  EXPECT_EQ(code(10 | 3 << 8), "A108");  // SQLITE_IOERR_WRITE
  Database full(path, Database::Mode::make);
  full.run("CREATE TABLE t (x); PRAGMA max_page_count = 3");
  try {
    full.run("INSERT INTO t VALUES (zeroblob(100000))");
    FAIL();
  } catch (const SqlError& error) {
    EXPECT_EQ(as_diagnostic(error, "kho.db").code, diag::Code("A107"));
  }
}

TEST_F(ArchiveTest, DemandsToKnowWhoAndWhen) {
  EXPECT_EQ(code_of(Archive::create(path, {.at = "2026-10-05T08:30:00", .who = ""})), "A201");
  for (const char* at :
       {"", "2026-10-05", "2026-02-30T08:30:00", "2026-10-05T24:00:00", "hôm nay"}) {
    EXPECT_EQ(code_of(Archive::create(path, {.at = at, .who = "A"})), "A201") << at;
  }
  EXPECT_FALSE(std::filesystem::exists(path));
  Archive archive = created();
  EXPECT_EQ(code_of(archive.add_definitions({{"a", "b"}}, {.at = "", .who = "A"}, sink)), "A201");
}

TEST_F(ArchiveTest, TakesAClockThatWentBackAsTheLastTime) {
  Archive archive = created();
  ASSERT_TRUE(archive.add_definitions({{"a", "b"}}, act("2026-10-07T08:00:00"), sink));
  EXPECT_THAT(sink.all(), IsEmpty());
  ASSERT_TRUE(archive.add_definitions({{"a", "c"}}, act("2026-10-06T08:00:00"), sink));
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code, diag::Code("A202"));
  EXPECT_EQ(sink.all()[0].severity, diag::Severity::warning);
  EXPECT_EQ(archive.log().value().back().act.at, "2026-10-07T08:00:00");
}

TEST_F(ArchiveTest, KeepsDefinitionsOnceByTheirHash) {
  Archive archive = created();
  const std::vector<NamedBytes> files = {{"b.toml", "hai"}, {"a.toml", std::string(5000, 'x')}};
  const std::string hash = archive.add_definitions(files, act(), sink).value();
  EXPECT_EQ(archive.add_definitions({files[1], files[0]}, act(), sink), hash);
  EXPECT_EQ(hash,
            base::sha256_hex(base::sha256_hex(files[1].bytes) + "  a.toml\n" +
                             base::sha256_hex("hai") + "  b.toml\n"));
  EXPECT_THAT(archive.definitions(hash).value(),
              ElementsAre(Field(&NamedBytes::name, "a.toml"), Field(&NamedBytes::bytes, "hai")));
  EXPECT_EQ(archive.definitions(hash).value()[0].bytes, files[1].bytes);
  EXPECT_EQ(archive.log().value().size(), 2U);  // create, definitions
  EXPECT_NE(archive.add_definitions({{"a.toml", "khác"}}, act(), sink), hash);
  EXPECT_EQ(code_of(archive.definitions("0000")), "A209");
}

TEST_F(ArchiveTest, RecordsEveryChangeInAChain) {
  Archive archive = with_period();
  const std::vector<LogRecord> log = archive.log().value();
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(log[0].action, "create");
  EXPECT_EQ(log[0].previous, "");
  EXPECT_EQ(log[2].action, "open_period");
  EXPECT_EQ(log[2].subject, "thai-nguyen-cbcx/2026-Q3");
  EXPECT_EQ(log[2].previous, log[1].hash);
  EXPECT_EQ(archive.head(), log[2].hash);
}

TEST_F(ArchiveTest, LetsNobodyRewriteTheLog) {
  created();
  Database database(path, Database::Mode::existing);
  EXPECT_THROW(database.run("UPDATE log SET who = 'B'"), SqlError);
  EXPECT_THROW(database.run("DELETE FROM log"), SqlError);
  EXPECT_THROW(database.run("INSERT INTO log SELECT 7, at, who, why, action, subject, detail,"
                            " previous, hash FROM log"),
               SqlError);
}

}  // namespace
}  // namespace baocao::archive
