#include "desk/periods.hpp"

#include "base/sha256.hpp"
#include "submission/manifest.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace baocao::desk {
namespace {

std::vector<std::string> tables_read(const resolution::Findings& findings) {
  std::set<std::string> tables;
  for (const indicator::Result& result : findings.results) {
    tables.insert(result.tables.begin(), result.tables.end());
  }
  tables.erase("don_vi");
  return {tables.begin(), tables.end()};
}

}  // namespace

archive::Period period_of(const job::Computed& computed,
                          base::Date due,
                          std::vector<std::string> forms) {
  const job::Loaded& province = *computed.loaded;
  archive::Period period;
  period.key = {province.job.resolution, province.job.period.code()};
  period.as_of = province.job.as_of;
  period.due = due;
  const table::Units& units = province.dataset.units;
  for (const std::uint16_t unit : units.subtree(province.unit)) {
    const table::Unit& own = units.all[unit];
    if (unit != province.unit && province.pack.level_for(own.kind) != nullptr) {
      period.units.push_back({own.code, own.full_name});
    }
  }
  period.forms = forms.empty() ? tables_read(computed.findings) : std::move(forms);
  return period;
}

diag::Result<base::Folder> templates_of(const archive::Archive& archive,
                                        const std::string& definitions) {
  auto files = archive.definitions(definitions);
  if (!files) {
    return diag::Failure(std::move(files.error()));
  }
  base::Folder::Files held;
  for (archive::NamedBytes& file : *files) {
    held.emplace(std::move(file.name), std::move(file.bytes));
  }
  return base::Folder(std::make_shared<const base::Folder::Files>(std::move(held)), "templates");
}

diag::Result<Periods> Periods::load(const archive::Archive& archive) {
  auto stored = archive.periods();
  if (!stored) {
    return diag::Failure(std::move(stored.error()));
  }
  std::map<std::string, std::pair<base::Folder, std::string>> sets;  // periods share most of them
  Periods periods;
  for (archive::Period& period : *stored) {
    if (!sets.contains(period.definitions)) {
      auto templates = templates_of(archive, period.definitions);
      if (!templates) {
        return diag::Failure(std::move(templates.error()));
      }
      std::vector<submission::DefinitionFile> files;
      for (const auto& [name, bytes] : *templates->files()) {
        files.push_back({name, base::sha256_hex(bytes)});
      }
      sets[period.definitions] = {std::move(*templates), submission::hash_of(files)};
    }
    const auto& [templates, hash] = sets[period.definitions];
    periods.known_.push_back({std::move(period), templates, hash});
  }
  return periods;
}

const Periods::Known* Periods::find(const archive::PeriodKey& key) const {
  const auto found = std::find_if(
      known_.begin(), known_.end(), [&](const Known& known) { return known.period.key == key; });
  return found == known_.end() ? nullptr : &*found;
}

}  // namespace baocao::desk
