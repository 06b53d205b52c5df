// Which columns of a sheet give which field, and how.
#pragma once

#include "diag/diagnostic.hpp"
#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/find_table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::table {

struct ColumnUse {
  std::uint32_t column = 0;
  Role role = Role::whole;
  std::uint16_t word = 0;  // mark and filled
  std::size_t part = 0;    // part
  std::string header;      // as the user sees it
  bool settled = false;    // by [columns] of the job
  bool foreign = false;    // under a header that may change what it means
  bool aside = false;  // under a header of columns nobody needs: "Lương hiện hưởng > Mã ngạch"
  bool day_in_doubt = false;  // dates whose day may be the month
  std::optional<std::size_t> merged;
};

struct FieldColumns {
  std::vector<ColumnUse> uses;  // empty: the sheet does not have the field
  // What a row without a mark says: the other of two words ("Nữ" blank → nam), or no.
  std::optional<std::uint16_t> blank_word;
};

struct Layout {
  Header header;
  std::vector<FieldColumns> fields;  // one per field of the schema's table
};

// Faults: a required column is missing (S103), a header is unknown (S104) or names a column twice
// (S105), a header is doubtful (S106), a column of marks holds none (S107).
Layout make_layout(const input::Sheet& sheet,
                   Header header,
                   const HeaderMatcher& matcher,
                   diag::Sink& faults);

}  // namespace baocao::table
