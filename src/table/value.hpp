// One typed value on its way from a cell to a column.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "input/sheet.hpp"
#include "table/cell_reading.hpp"
#include "table/column.hpp"
#include "table/unit_index.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

namespace baocao::table {

// Text, name, id: string; boolean, code, unit: 16 bits; codes: 64 bits.
using Value = std::variant<std::string, base::Ratio, base::DateRange, std::uint16_t, std::uint64_t>;

// Puts `value` into the last row of `column`, whose type it must have.
void store(Column& column, Value value);

// Reads the cells of one field. Remembers what words mean: most cells repeat others.
class ValueReader {
 public:
  ValueReader(const schema::Field& field, const UnitIndex& units) : field_(field), units_(units) {}

  ValueReader(ValueReader&&) = default;  // not copied: recent_ points into known_

  const Reading<Value>& read(const input::Cell& cell);

 private:
  // Lets known_ be searched without making a string of each cell.
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  using Known = std::unordered_map<std::string, Reading<Value>, TextHash, std::equal_to<>>;

  Reading<Value> read_new(const input::Cell& cell) const;
  Reading<Value> read_unit(const input::Cell& cell) const;

  const schema::Field& field_;
  const UnitIndex& units_;
  Known known_;
  std::array<const Known::value_type*, 64> recent_ = {};  // by the address of the text
  Reading<Value> last_;
};

}  // namespace baocao::table
