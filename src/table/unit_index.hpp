// Finds units by code and by name. Accents always count: eight pairs of communes of one province
// differ by nothing else (Văn Lang, Văn Lăng).
#pragma once

#include "table/dataset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace baocao::table {

class UnitIndex {
 public:
  explicit UnitIndex(const Units& units);

  bool empty() const { return units_.all.empty(); }

  const Units& units() const { return units_; }

  bool is_leaf(std::uint16_t unit) const { return is_leaf_[unit] != 0; }

  // The code; a code whose leading zeros a spreadsheet dropped counts as well.
  std::optional<std::uint16_t> find_code(std::string_view code) const;
  // The whole text is a code, a full name or a bare name.
  std::optional<std::uint16_t> find_text(std::string_view text) const;
  // Full names inside a text: "ĐẢNG ỦY XÃ VĂN LANG". Communes win over the province they stand in;
  // nothing when two different ones are named.
  std::optional<std::uint16_t> find_inside(std::string_view text) const;
  // Nearest full name, for "ý bạn là …?".
  std::optional<std::string> nearest(std::string_view text) const;

 private:
  void add_name(std::string_view name, std::uint16_t unit);
  std::vector<std::uint16_t> full_names_in(std::string_view text) const;

  const Units& units_;
  std::unordered_map<std::string, std::uint16_t> by_code_;
  std::unordered_map<std::string, std::uint16_t> by_name_;  // Table::no_unit: several units
  std::unordered_map<std::string, std::uint16_t> by_full_name_;
  std::vector<char> is_leaf_;
  std::size_t code_length_ = 0;  // of the longest code
};

}  // namespace baocao::table
