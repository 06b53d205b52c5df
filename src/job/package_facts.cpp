#include "job/package_facts.hpp"

namespace baocao::job {
namespace {

std::uint64_t persons_of(const Loaded& loaded) {
  std::uint64_t persons = 0;
  for (const auto& [name, table] : loaded.dataset.tables) {
    persons += table.schema->persons ? table.rows : 0;
  }
  return persons;
}

}  // namespace

std::map<std::string, std::uint64_t> warnings_of(const Loaded& loaded) {
  std::map<std::string, std::uint64_t> counts;
  for (const diag::Diagnostic& fault : loaded.faults.all()) {
    if (fault.severity == diag::Severity::warning) {
      ++counts[std::string(fault.code.id())];
    }
  }
  return counts;
}

submission::Manifest manifest_of(const Loaded& loaded) {
  const table::Unit& unit = loaded.dataset.units.all[loaded.unit];
  submission::Manifest m;
  m.resolution = loaded.job.resolution;
  m.period = loaded.job.period;
  m.as_of = loaded.job.as_of;
  m.unit = unit.code;
  m.unit_name = unit.full_name;
  m.persons = persons_of(loaded);
  m.counts = {loaded.faults.count(diag::Severity::error),
              loaded.faults.count(diag::Severity::warning),
              loaded.faults.count(diag::Severity::note)};
  for (const auto& [code, count] : warnings_of(loaded)) {
    if (const auto at = loaded.job.acknowledge.find(code); at != loaded.job.acknowledge.end()) {
      m.acknowledged.push_back({code, count, at->second.reason});
    }
  }
  m.overrides = loaded.exceptions.size();
  return m;
}

}  // namespace baocao::job
