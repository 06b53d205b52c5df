// The shared strings of a workbook, in one block of memory (ECMA-376, 18.4.9).
#pragma once

#include "input/xlsx/fonts.hpp"
#include "input/xlsx/part.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

struct SharedString {
  std::string_view text;
  std::uint8_t font = 0;  // of its first run that names one, numbered by Fonts; 0: that of the cell
};

class SharedStrings {
 public:
  void add(const SharedString& string);

  std::size_t size() const { return items_.size(); }

  std::optional<SharedString> at(std::size_t index) const;

  // What the texts live in, for those who keep them when the strings are gone.
  std::shared_ptr<const std::string> pool() const { return pool_; }

 private:
  struct Item {
    std::size_t end = 0;  // in the pool
    std::uint8_t font = 0;
  };

  std::shared_ptr<std::string> pool_ = std::make_shared<std::string>();
  std::vector<Item> items_;
};

diag::Result<SharedStrings> read_shared_strings(const Source& source,
                                                const std::string& part,
                                                Fonts& fonts);

}  // namespace baocao::input::xlsx
