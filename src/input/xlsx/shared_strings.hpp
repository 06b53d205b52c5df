// The shared strings of a workbook, in one block of memory (ECMA-376, 18.4.9).
#pragma once

#include "input/xlsx/part.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

class SharedStrings {
 public:
  void add(std::string_view text);

  std::size_t size() const { return ends_.size(); }

  std::optional<std::string_view> at(std::size_t index) const;

 private:
  std::string pool_;
  std::vector<std::size_t> ends_;
};

diag::Result<SharedStrings> read_shared_strings(const Source& source, const std::string& part);

}  // namespace baocao::input::xlsx
