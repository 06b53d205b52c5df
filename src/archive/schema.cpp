#include "archive/schema.hpp"

#include <array>
#include <string>

namespace baocao::archive {
namespace {

// What is published stays as it is: a change of the tables is one more step at the end.
constexpr const char* step_1 = R"sql(
CREATE TABLE log (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
  action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER log_keeps_order BEFORE INSERT ON log
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
  BEGIN SELECT RAISE(ABORT, 'the log grows by one'); END;
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
  BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

-- One content may be deflated in several ways, and a zip is rebuilt from its very bytes.
CREATE TABLE blob (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, is_deflated INTEGER NOT NULL,
  crc INTEGER NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
CREATE INDEX blob_sha256 ON blob (sha256);

CREATE TABLE definition_set (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE definition_file (
  definition_set TEXT NOT NULL REFERENCES definition_set, name TEXT NOT NULL,
  blob INTEGER NOT NULL REFERENCES blob,
  PRIMARY KEY (definition_set, name)) STRICT, WITHOUT ROWID;
CREATE INDEX definition_file_blob ON definition_file (blob);

CREATE TABLE period (
  id INTEGER PRIMARY KEY, resolution TEXT NOT NULL, period TEXT NOT NULL,
  as_of TEXT NOT NULL, due TEXT NOT NULL,
  definitions TEXT NOT NULL REFERENCES definition_set,
  locked_at TEXT, locked_by TEXT, locked_why TEXT,
  UNIQUE (resolution, period)) STRICT;
CREATE TABLE period_unit (
  period INTEGER NOT NULL REFERENCES period, unit TEXT NOT NULL,
  position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (period, unit)) STRICT, WITHOUT ROWID;
CREATE TABLE period_form (
  period INTEGER NOT NULL REFERENCES period, position INTEGER NOT NULL, form TEXT NOT NULL,
  PRIMARY KEY (period, position)) STRICT, WITHOUT ROWID;

CREATE TABLE package (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE,
  period INTEGER NOT NULL, unit TEXT NOT NULL, revision INTEGER NOT NULL,
  as_of TEXT NOT NULL, received_at TEXT NOT NULL, signer TEXT NOT NULL, program TEXT NOT NULL,
  definitions TEXT NOT NULL REFERENCES definition_set,
  persons INTEGER NOT NULL, size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'returned', 'superseded')),
  UNIQUE (period, unit, revision),
  FOREIGN KEY (period, unit) REFERENCES period_unit (period, unit)) STRICT;
CREATE UNIQUE INDEX package_accepted ON package (period, unit) WHERE state = 'accepted';
CREATE TABLE package_entry (
  package INTEGER NOT NULL REFERENCES package, position INTEGER NOT NULL,
  name TEXT NOT NULL, role TEXT NOT NULL, form TEXT NOT NULL,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  blob INTEGER REFERENCES blob,  -- NULL once forgotten
  PRIMARY KEY (package, position)) STRICT, WITHOUT ROWID;
CREATE INDEX package_entry_blob ON package_entry (blob);

CREATE TABLE indicator_definition (
  id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, sha256 TEXT NOT NULL,
  UNIQUE (indicator, sha256)) STRICT;
-- A whole number is an INTEGER, any other "numerator/denominator".
CREATE TABLE figure (
  package INTEGER NOT NULL REFERENCES package,
  definition INTEGER NOT NULL REFERENCES indicator_definition, unit TEXT NOT NULL,
  n ANY NOT NULL, d ANY NOT NULL, u1 ANY NOT NULL, u2 ANY NOT NULL, open ANY NOT NULL,
  PRIMARY KEY (package, definition, unit)) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
  package INTEGER NOT NULL REFERENCES package, position INTEGER NOT NULL,
  code TEXT NOT NULL, severity TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
  cell TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (package, position)) STRICT, WITHOUT ROWID;
)sql";

// Runs with all they were made from, terms of retention that differ from the ordinary ones, and the
// salt under which persons have keys.
constexpr const char* step_2 = R"sql(
CREATE TABLE run (
  id INTEGER PRIMARY KEY, made_at TEXT NOT NULL,
  period INTEGER NOT NULL REFERENCES period, unit TEXT NOT NULL, program TEXT NOT NULL,
  definitions TEXT NOT NULL REFERENCES definition_set) STRICT;
CREATE INDEX run_period ON run (period);
CREATE TABLE run_package (
  run INTEGER NOT NULL REFERENCES run, package INTEGER NOT NULL REFERENCES package,
  PRIMARY KEY (run, package)) STRICT, WITHOUT ROWID;
CREATE TABLE run_file (
  run INTEGER NOT NULL REFERENCES run, position INTEGER NOT NULL,
  name TEXT NOT NULL, role TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  blob INTEGER REFERENCES blob,  -- NULL once forgotten
  PRIMARY KEY (run, position), UNIQUE (run, name)) STRICT, WITHOUT ROWID;
CREATE INDEX run_file_blob ON run_file (blob);
CREATE TABLE retention (
  role TEXT NOT NULL, kind TEXT NOT NULL,
  years INTEGER,  -- NULL: for ever
  PRIMARY KEY (role, kind)) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES ('salt', lower(hex(randomblob(32))));
)sql";

constexpr std::array steps = {step_1, step_2};

}  // namespace

std::int64_t newest_version() {
  return static_cast<std::int64_t>(steps.size());
}

void make_tables(Database& database, std::int64_t version) {
  database.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
  for (std::int64_t step = 0; step < version; ++step) {
    step_up(database, step);
  }
}

std::int64_t version_of(const Database& database) {
  Statement query(database, "PRAGMA user_version");
  query.step();
  return query.integer(0);
}

void step_up(Database& database, std::int64_t version) {
  database.run(steps.at(static_cast<std::size_t>(version)));
  database.run(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
}

}  // namespace baocao::archive
