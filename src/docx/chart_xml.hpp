// A chart of a template with other numbers (DrawingML charts, ISO/IEC 29500-1, 21.2).
#pragma once

#include "base/bytes.hpp"
#include "docx/chart_data.hpp"

#include <string>

#include <tl/expected.hpp>

namespace baocao::docx {

// Series and points become as many as the data has: the last series of the chart lends its format
// to those it lacks. `workbook` is the id of the chart's relationship to chart_workbook(). The
// error is a Vietnamese sentence.
tl::expected<base::Bytes, std::string> filled_chart(base::ByteView xml,
                                                    const ChartData& data,
                                                    const std::string& workbook);

}  // namespace baocao::docx
