// The looks of cells, made once per workbook.
#pragma once

#include "xlsx/definition.hpp"
#include "xlsx/metrics.hpp"
#include "xlsx/workbook.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <string>

namespace baocao::xlsx {

enum class NumberForm : std::uint8_t { general, whole, decimal, percent, date };

struct Style {
  int size = 12;
  bool bold = false;
  bool italic = false;
  bool underlined = false;
  bool bordered = false;
  bool upright = false;   // written upwards
  bool indented = false;  // kept off the left border
  Align align = Align::left;
  NumberForm form = NumberForm::general;
  std::int64_t fill = -1;  // 0xRRGGBB; -1: none
  std::string mark = {};   // shown behind a number

  Font font() const { return {.size = static_cast<double>(size), .bold = bold}; }

  friend auto operator<=>(const Style&, const Style&) = default;  // NOLINT(modernize-use-nullptr)
};

class Formats {
 public:
  explicit Formats(Workbook& workbook) : workbook_(workbook) {}

  lxw_format* get(const Style& style);

 private:
  Workbook& workbook_;
  std::map<Style, lxw_format*> made_;
};

}  // namespace baocao::xlsx
