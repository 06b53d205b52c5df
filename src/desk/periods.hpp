// The periods of an archive with the definitions in force in each, read once for all packages.
#pragma once

#include "archive/archive.hpp"
#include "base/folder.hpp"
#include "diag/result.hpp"
#include "job/compute.hpp"

#include <string>
#include <vector>

namespace baocao::desk {

// What the province's job expects of the units below it: every unit of a kind the resolution has
// a report for, and `forms`, the tables each has to hand in (empty: all its indicators read, but
// the list of units). `definitions` is left empty.
archive::Period period_of(const job::Computed& province,
                          base::Date due,
                          std::vector<std::string> forms);

// The templates/ folder of that time, in memory.
diag::Result<base::Folder> templates_of(const archive::Archive& archive,
                                        const std::string& definitions);

class Periods {
 public:
  struct Known {
    archive::Period period;
    base::Folder templates;
    std::string definitions;  // submission::hash_of the same files
  };

  static diag::Result<Periods> load(const archive::Archive& archive);

  const Known* find(const archive::PeriodKey& key) const;  // null: never opened

 private:
  std::vector<Known> known_;
};

}  // namespace baocao::desk
