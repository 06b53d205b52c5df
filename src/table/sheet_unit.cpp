#include "table/sheet_unit.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <string>

namespace baocao::table {
namespace {

// Keeps the one unit that is named; two different ones name none.
class OneUnit {
 public:
  void add(std::optional<std::uint16_t> unit) {
    if (unit && found_ && *found_ != *unit) {
      several_ = true;
    }
    found_ = found_ ? found_ : unit;
  }

  std::optional<std::uint16_t> unit() const { return several_ ? std::nullopt : found_; }

 private:
  std::optional<std::uint16_t> found_;
  bool several_ = false;
};

// "Đơn vị báo cáo: Văn Lang" → "Văn Lang".
std::string_view behind_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
}

bool is_code_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<std::uint16_t> unit_of_title(const input::Sheet& sheet,
                                           std::uint32_t header_row,
                                           const UnitIndex& units) {
  OneUnit leaf;
  OneUnit any;
  OneUnit labelled;
  for (std::uint32_t row = 0; row < header_row; ++row) {
    const auto cells = sheet.row(row);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto unit = units.find_inside(cells[i].text);
      any.add(unit);
      if (unit && units.is_leaf(*unit)) {
        leaf.add(unit);
      }
      const std::string_view rest = behind_colon(cells[i].text);
      const bool value_is_next = cells[i].text.ends_with(':') && i + 1 < cells.size();
      labelled.add(units.find_text(value_is_next ? cells[i + 1].text : rest));
    }
  }
  if (leaf.unit()) {
    return leaf.unit();
  }
  return labelled.unit() ? labelled.unit() : any.unit();
}

std::optional<std::uint16_t> unit_of_sheet_name(std::string_view sheet, const UnitIndex& units) {
  const auto whole = units.find_text(sheet);
  const auto unit = whole ? whole : units.find_inside(sheet);
  return unit && units.is_leaf(*unit) ? unit : std::nullopt;
}

std::optional<std::uint16_t> unit_of_file_name(std::string_view file, const UnitIndex& units) {
  const std::size_t slash = file.find_last_of('/');
  const std::string_view name = file.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const std::string_view stem = name.substr(0, name.find_last_of('.'));
  OneUnit by_code;
  for (std::size_t from = 0; from < stem.size();) {
    const auto end = std::find_if_not(
        stem.begin() + static_cast<std::ptrdiff_t>(from), stem.end(), is_code_character);
    const auto to = static_cast<std::size_t>(end - stem.begin());
    const std::string_view word = stem.substr(from, to - from);
    // "19" may be a day as well as a province: only communes are named by a code.
    const auto unit = units.find_code(word);
    const bool names_unit = unit && units.is_leaf(*unit) && units.units().all[*unit].code == word;
    by_code.add(names_unit ? unit : std::nullopt);
    from = to + 1;
  }
  return by_code.unit() ? by_code.unit() : units.find_inside(stem);
}

}  // namespace baocao::table
