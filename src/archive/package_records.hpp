// Packages and their figures as the archive takes and gives them.
#pragma once

#include "archive/records.hpp"
#include "base/ratio.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::archive {

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

}  // namespace baocao::archive
