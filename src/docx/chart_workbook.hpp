// The workbook behind a chart, which Word opens for "Edit data". Written here and not by
// libxlsxwriter: its cells must hold the very digits of the chart, and rendering writes no files.
#pragma once

#include "base/bytes.hpp"
#include "docx/chart_data.hpp"

#include <cstddef>
#include <string>

namespace baocao::docx {

// Names in the first row from B on, categories in the first column from the second row on.
base::Bytes chart_workbook(const ChartData& data);

// Formulas of that workbook: "Sheet1!$B$1".
std::string name_cell(std::size_t series);
std::string category_cells(std::size_t categories);
std::string value_cells(std::size_t series, std::size_t categories);

}  // namespace baocao::docx
