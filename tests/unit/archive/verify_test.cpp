#include "archive/database.hpp"
#include "base/file.hpp"
#include "unit/archive/example.hpp"

namespace baocao::archive {
namespace {

using testing::Contains;
using testing::IsEmpty;

class Verify : public ArchiveTest {
 protected:
  Verify() {
    Archive archive = with_period();
    for (const char* unit : {"05665", "05668"}) {
      EXPECT_TRUE(archive.register_package(package(unit, 1, unit), Locked::refuse, act(), sink));
    }
    EXPECT_TRUE(archive.register_package(package("05665", 2, "khác"), Locked::refuse, act(), sink));
    EXPECT_TRUE(archive.return_package(archive.packages({.unit = "05668"})->at(0).sha256,
                                       Locked::refuse,
                                       act("2026-10-06T08:00:00", "thiếu"),
                                       sink));
    EXPECT_TRUE(archive.lock(key, act(), sink));
  }

  // Codes of the faults after somebody has worked on the file with another program.
  std::vector<std::string> after(const char* statements) const {
    Database database(path, Database::Mode::existing);
    database.run(
        "PRAGMA writable_schema = ON; DROP TRIGGER IF EXISTS log_is_not_changed;"
        "DROP TRIGGER IF EXISTS log_is_not_cut");
    database.run(statements);
    return codes();
  }

  std::vector<std::string> codes(std::string_view known_head = {}) const {
    std::vector<std::string> codes;
    const Archive archive = Archive::open(path, Access::read).value();
    const std::vector<diag::Diagnostic> faults = archive.verify(known_head).value();
    for (const diag::Diagnostic& fault : faults) {
      codes.emplace_back(fault.code.id());
    }
    return codes;
  }
};

TEST_F(Verify, IsCleanAfterOrdinaryWork) {
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Verify, FindsAHeadThatWasNotedElsewhere) {
  const Archive archive = Archive::open(path, Access::read).value();
  EXPECT_THAT(codes(archive.log()->at(2).hash), IsEmpty());
  EXPECT_THAT(codes("0000"), Contains("A227"));
}

TEST_F(Verify, SeesAChangedLog) {
  EXPECT_THAT(after("UPDATE log SET who = 'B' WHERE seq = 2"), Contains("A221"));
}

TEST_F(Verify, SeesARemovedRecord) {
  EXPECT_THAT(after("DELETE FROM log WHERE seq = 2"), Contains("A221"));
}

TEST_F(Verify, SeesALogWithoutItsEnd) {
  EXPECT_THAT(after("DELETE FROM log WHERE action = 'lock'"), Contains("A224"));
}

TEST_F(Verify, SeesARegistrationCutOffTheLog) {
  EXPECT_THAT(after("DELETE FROM log WHERE seq > 4"), Contains("A224"));
}

TEST_F(Verify, SeesAChangedFigure) {
  EXPECT_THAT(after("UPDATE figure SET n = 3 WHERE package = 1"), Contains("A224"));
}

TEST_F(Verify, SeesARemovedFinding) {
  EXPECT_THAT(after("DELETE FROM finding WHERE package = 2"), Contains("A224"));
}

TEST_F(Verify, SeesAPackageMadeAcceptedAgain) {
  EXPECT_THAT(after("UPDATE package SET state = 'accepted' WHERE unit = '05668'"),
              Contains("A224"));
}

TEST_F(Verify, SeesALaterDueDateAndAnOpenedLock) {
  EXPECT_THAT(after("UPDATE period SET due = '2026-12-31'"), Contains("A224"));
  EXPECT_THAT(after("UPDATE period SET locked_at = NULL"), Contains("A224"));
}

TEST_F(Verify, SeesARemovedPeriod) {
  EXPECT_THAT(after("PRAGMA foreign_keys = OFF; DELETE FROM period"),
              testing::AllOf(Contains("A224"), Contains("A226")));
}

TEST_F(Verify, SeesChangedContents) {
  EXPECT_THAT(after("UPDATE blob SET content = zeroblob(length(content)) WHERE id = 3"),
              testing::AllOf(Contains("A222"), Contains("A223")));
}

TEST_F(Verify, SeesChangedDefinitions) {
  EXPECT_THAT(after("UPDATE definition_file SET name = 'khác.toml'"), Contains("A224"));
}

// What a reader of the archive gets, or nothing where it is told of a fault.
std::optional<std::string> told_by(const std::filesystem::path& path) {
  const auto archive = Archive::open(path, Access::read);
  if (!archive) {
    return std::nullopt;
  }
  const auto faults = archive->verify();
  const auto packages = archive->packages({});
  const auto figures = archive->figures({.packages = {}, .indicator = {}});
  if (!faults || !faults->empty() || !packages || !figures) {
    return std::nullopt;
  }
  std::string told = archive->head().value();
  for (const Package& package : *packages) {
    told += package.sha256 + std::to_string(static_cast<int>(package.state)) +
            archive->package_bytes(package.sha256).value();
  }
  for (const StoredFigure& stored : *figures) {
    told += stored.figure.indicator + stored.figure.n.decimal() + stored.figure.d.decimal();
  }
  return told;
}

TEST_F(Verify, LetsNoDamageAnywherePassForTheTruth) {
  const std::string truth = told_by(path).value();
  const base::Bytes sound = base::read_file(path).value();
  int seen = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    const auto start = static_cast<std::size_t>(seed * 2654435761U % sound.size());
    const std::size_t at = std::min(sound.find_first_not_of('\0', start), sound.size() - 16);
    base::Bytes damaged = sound;
    for (std::size_t i = at; i < at + 16; ++i) {
      damaged[i] = static_cast<char>(damaged[i] ^ static_cast<char>(seed));
    }
    ASSERT_TRUE(base::write_file(path, damaged));
    const auto told = told_by(path);
    EXPECT_TRUE(!told || *told == truth) << "at byte " << at;
    seen += told ? 0 : 1;
  }
  EXPECT_GT(seen, 90);  // the rest hit counters that SQLite does not rely on
}

TEST_F(Verify, SeesThatTheLogIsNotGuardedAnyMore) {
  Database(path, Database::Mode::existing).run("DROP TRIGGER log_is_not_cut");
  EXPECT_THAT(codes(), testing::ElementsAre("A225"));
}

TEST_F(Verify, SeesABrokenIndex) {
  EXPECT_THAT(after("UPDATE sqlite_schema SET sql = replace(sql, 'blob (sha256)', 'blob (size)')"
                    " WHERE name = 'blob_sha256'"),
              Contains("A225"));
}

}  // namespace
}  // namespace baocao::archive
