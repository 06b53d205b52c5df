// Records of a person ↔ the person on the roster.
#pragma once

#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace baocao::table {

// The rows of a roster by name; keeps a pointer to it.
class PersonNames {
 public:
  using Rows = std::vector<std::uint32_t>;

  explicit PersonNames(const Table& persons);
  PersonNames(const PersonNames&) = delete;
  PersonNames& operator=(const PersonNames&) = delete;

  const Table& persons() const { return *persons_; }

  const Rows& of(const std::string& name) const;  // ascending; compared by text::name_key

 private:
  const Table* persons_;
  std::unordered_map<std::string, Rows> rows_;  // by key
  std::unordered_map<std::string, const Rows*>
      rows_as_spelt_;  // most records spell a name likewise
};

// Sets `records.person` (and the unit, to the person's) by unit, name and, where both know it,
// birth date. Not found: K303; several persons fit: K304. Such a record belongs to nobody.
void link_persons(Table& records, const PersonNames& names, const Units& units, diag::Sink& faults);

}  // namespace baocao::table
