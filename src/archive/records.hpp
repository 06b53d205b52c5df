// What the archive keeps, as plain values. Texts are UTF-8; a hash is a SHA-256 in lower-case
// hexadecimal digits.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "base/ratio.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::archive {

// Who changes the archive, when and why: the head of a log record. The archive has no clock.
struct Act {
  std::string at;  // local time, "2026-10-05T08:30:00"
  std::string who;
  std::string why = {};
};

struct NamedBytes {
  std::string name;
  base::Bytes bytes;
};

struct ExpectedUnit {
  std::string code;
  std::string name;

  friend bool operator==(const ExpectedUnit&, const ExpectedUnit&) = default;
};

struct PeriodKey {
  std::string resolution;  // "thai-nguyen-cbcx"
  std::string period;      // "2026-Q3"

  friend bool operator==(const PeriodKey&, const PeriodKey&) = default;
};

// A reporting period of a resolution: what is expected of whom until when.
struct Period {
  PeriodKey key;
  base::Date as_of;         // ages and terms are counted at this date
  base::Date due;           // a package received on this day is on time
  std::string definitions;  // hash of the definition set in force
  std::vector<ExpectedUnit> units = {};
  std::vector<std::string> forms = {};  // tables every unit has to hand in
  std::optional<Act> lock = {};

  friend bool operator==(const Period& a, const Period& b) {
    return a.key == b.key && a.as_of == b.as_of && a.due == b.due &&
           a.definitions == b.definitions && a.units == b.units && a.forms == b.forms &&
           a.lock.has_value() == b.lock.has_value();
  }
};

// Counts of one indicator in one unit, exact (design: n, d, unknowns; never a ratio).
struct Figure {
  std::string indicator;
  std::string definition;  // hash of the indicator's definition
  std::string unit;
  base::Ratio n = {};
  base::Ratio d = {};
  base::Ratio u1 = {};
  base::Ratio u2 = {};
  base::Ratio open = {};

  friend bool operator==(const Figure&, const Figure&) = default;
};

// Faults of one kind at one place. Never holds what a cell says.
struct Finding {
  std::string code;
  std::string severity;  // "error", "warning", "note"
  std::string file = {};
  std::string sheet = {};
  std::string cell = {};
  std::int64_t count = 1;

  friend bool operator==(const Finding&, const Finding&) = default;
};

// What an entry of the package is for. Entries that are not named have no role.
struct EntryRole {
  std::string name;
  std::string role;       // as the manifest has it: "input", "extract", "results", "report", …
  std::string form = {};  // table of the schema that an input feeds
};

// A package that the desk has verified and recomputed.
struct NewPackage {
  std::string file;  // as the user named it, for faults
  PeriodKey key;
  std::string unit;
  std::int64_t revision = 1;
  base::Date as_of;
  std::string signer = {};  // empty when unsigned
  std::string program;      // name and version that made it
  std::string definitions;  // hash of a definition set of the archive
  std::int64_t persons = 0;
  std::vector<EntryRole> roles = {};
  std::vector<Figure> figures = {};
  std::vector<Finding> findings = {};
  base::ByteView zip;  // the whole package as delivered, unencrypted
};

enum class State : std::uint8_t { accepted, returned, superseded };

struct Package {
  std::string sha256;  // of the zip: its name everywhere
  PeriodKey key;
  std::string unit;
  std::int64_t revision = 1;
  base::Date as_of;
  std::string received_at;
  std::string signer;
  std::string program;
  std::string definitions;
  std::int64_t persons = 0;
  std::int64_t size = 0;
  State state = State::accepted;
  std::vector<std::string> forms = {};  // tables that its inputs feed, sorted
};

// Empty fields match everything.
struct PackageFilter {
  std::string resolution = {};
  std::string period = {};
  std::string unit = {};
  std::optional<State> state = {};
};

struct FigureFilter {
  PackageFilter packages = {.state = State::accepted};
  std::string indicator = {};
};

struct StoredFigure {
  std::string period;
  std::string sender;  // unit of the package
  std::int64_t revision = 1;
  Figure figure;
};

struct Receipt {
  bool already_there = false;  // the very same package; nothing was changed
  std::optional<Package> superseded = {};
  std::vector<Figure> old_figures = {};  // of the superseded package
};

struct LogRecord {
  std::int64_t seq = 0;
  Act act;
  std::string action;   // "register", "lock", …
  std::string subject;  // "thai-nguyen-cbcx/2026-Q3", or a hash
  std::string detail;   // a JSON object that covers all that was written
  std::string previous;
  std::string hash;
};

}  // namespace baocao::archive
