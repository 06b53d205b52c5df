// The unit a whole sheet belongs to.
#pragma once

#include "input/sheet.hpp"
#include "table/unit_index.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace baocao::table {

// From the rows above `header_row`: "ĐẢNG ỦY XÃ VĂN LANG", "Đơn vị báo cáo: Văn Lang".
std::optional<std::uint16_t> unit_of_title(const input::Sheet& sheet,
                                           std::uint32_t header_row,
                                           const UnitIndex& units);

// From a name like "Văn Lang" or "Xã Văn Lăng"; communes only.
std::optional<std::uint16_t> unit_of_sheet_name(std::string_view sheet, const UnitIndex& units);

// From a name like "05665-xa-van-lang.xlsx" by its code, or "Xã Văn Lang.xlsx" with its accents.
std::optional<std::uint16_t> unit_of_file_name(std::string_view file, const UnitIndex& units);

}  // namespace baocao::table
