// The numbers of a chart as a value:
//   {"categories": ["Quý I", "Quý II"], "series": [{"name": "Đạt", "values": [12, null]}]}
#pragma once

#include "base/ratio.hpp"
#include "report/value.hpp"

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::docx {

struct ChartSeries {
  std::string name;
  std::vector<std::optional<base::Ratio>> values;  // one a category; nothing: unknown, a gap
};

struct ChartData {
  std::string title;  // alternative text of the drawing; may be empty
  std::vector<std::string> categories;
  bool has_numbers = false;  // all categories are decimal numbers, as scatter charts need them
  std::vector<ChartSeries> series;
};

// The error is a Vietnamese sentence.
tl::expected<ChartData, std::string> chart_data(const report::Value& value);

// "1234.5", as charts and workbooks store it; what never ends has six places.
std::string stored_number(const base::Ratio& number);

}  // namespace baocao::docx
