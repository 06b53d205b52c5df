// Outward reports, terms of retention and what is past them.
#pragma once

#include "archive/records.hpp"
#include "base/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::archive {

// A file that went into an outward report, or came out of one.
struct RunFile {
  std::string name;  // relative, unique in its run
  // "job", "input": needed to make the report again; "report", "appendix", "summary", "internal"
  std::string role;
  base::Bytes bytes;
};

// An outward report as it was made, with all that is needed to make it again.
struct NewRun {
  PeriodKey key;
  std::string unit;
  std::string program;                     // name and version
  std::string definitions;                 // hash of a definition set of the archive
  std::vector<std::string> packages = {};  // hashes of the packages it was computed from
  std::vector<RunFile> files = {};
};

struct RunFileEntry {
  std::string name;
  std::string role;
  std::string sha256;
};

struct Run {
  std::int64_t id = 0;
  std::string made_at;
  PeriodKey key;
  std::string unit;
  std::string program;
  std::string definitions;
  std::vector<std::string> packages;
  std::vector<RunFileEntry> files;
};

// How long contents of a role are kept: `years` after the year in which the period ends, or for
// ever.
struct Retention {
  std::string role;  // of an entry of a package or a file of a run
  base::Period::Kind kind = base::Period::Kind::year;
  std::optional<std::int64_t> years;
};

// Contents past their term: what forget() removes.
struct Expired {
  PeriodKey key;
  std::string unit;
  std::string source;  // "package <hash>" or "run <id>"
  std::string name;
  std::string role;
  std::int64_t size = 0;
};

}  // namespace baocao::archive
