#include "table/dataset.hpp"

#include "input/sheet.hpp"
#include "table/unit_index.hpp"

#include <algorithm>

namespace baocao::table {

const Column* Table::find(std::string_view field) const {
  const auto index = schema->index(field);
  return index ? &columns[*index] : nullptr;
}

diag::Span Table::span(std::size_t row, std::string_view field) const {
  const Origin& at = origin[row];
  const Source& source = sources[at.source];
  diag::Span span{.file = source.file, .sheet = source.sheet, .row = at.row + 1};
  const auto index = schema->index(field);
  if (index && *index < source.columns.size() && !source.columns[*index].empty()) {
    span.cell = input::cell_name(at.row, source.columns[*index].front());
    span.column = source.headers[*index];
  }
  return span;
}

std::optional<std::uint16_t> Units::find_code(std::string_view code) const {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].code == code) {
      return static_cast<std::uint16_t>(i);
    }
  }
  return std::nullopt;
}

std::optional<std::uint16_t> Units::find_text(std::string_view text) const {
  return UnitIndex(*this).find_text(text);
}

std::vector<std::uint16_t> Units::subtree(std::uint16_t unit) const {
  std::vector<std::vector<std::uint16_t>> children(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].parent) {
      children[*all[i].parent].push_back(static_cast<std::uint16_t>(i));
    }
  }
  std::vector<std::uint16_t> found{unit};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& below = children[found[i]];
    found.insert(found.end(), below.begin(), below.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool Units::is_leaf(std::uint16_t unit) const {
  return std::none_of(
      all.begin(), all.end(), [&](const Unit& other) { return other.parent == unit; });
}

const Table* Dataset::find(std::string_view name) const {
  const auto found = tables.find(name);
  return found == tables.end() ? nullptr : &found->second;
}

}  // namespace baocao::table
