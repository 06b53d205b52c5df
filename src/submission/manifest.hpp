// META-INF/manifest.json of a submission package: what it is, whose, and the hash of every entry.
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::submission {

constexpr std::string_view package_format = "baocao-package/1";

// What an entry is for; its name in the manifest is the same word.
enum class Role : std::uint8_t { job, input, extract, results, report, appendix, summary };

std::string_view name(Role role);

struct Entry {
  std::string name;  // NFC, "/" as separator
  std::uint64_t size = 0;
  std::string sha256;
  Role role = Role::input;
};

struct DefinitionFile {
  std::string name;  // relative to templates/
  std::string sha256;
};

// The definitions the results were computed with.
struct Definitions {
  std::string sha256;  // hash_of(files)
  std::vector<DefinitionFile> files;
};

std::string hash_of(const std::vector<DefinitionFile>& files);

struct FaultCounts {
  std::uint64_t error = 0;
  std::uint64_t warning = 0;
  std::uint64_t note = 0;

  friend bool operator==(const FaultCounts&, const FaultCounts&) = default;
};

// Why the warnings with this code do not stand against the submission.
struct Acknowledged {
  std::string code;
  std::uint64_t count = 0;
  std::string reason;

  friend bool operator==(const Acknowledged&, const Acknowledged&) = default;
};

struct Manifest {
  std::string resolution;
  base::Period period;
  base::Date as_of;
  std::string unit;  // code
  std::string unit_name;
  std::uint64_t revision = 1;  // 1, 2, …: a later one takes the place of the earlier
  std::string program;         // "baocao 0.1.0"
  Definitions definitions;
  std::uint64_t persons = 0;  // rows of the roster
  FaultCounts counts;
  std::vector<Acknowledged> acknowledged;  // sorted by code
  std::uint64_t overrides = 0;             // faults that overrides.toml let pass
  std::vector<Entry> entries;              // all but META-INF/, in the order of the package
};

// The one form a manifest may have, byte for byte.
std::string to_json(const Manifest& manifest);

// Another format (G111), JSON that is not a manifest (G112), not in the form to_json gives (G113),
// ill-formed values (G114), roles (G119), counts (G120) or definitions (G121) that contradict each
// other. `file` names the package in faults. All go to `faults`; the first is returned.
diag::Result<Manifest> read_manifest(std::string_view json,
                                     const std::string& file,
                                     diag::Sink& faults);

}  // namespace baocao::submission
