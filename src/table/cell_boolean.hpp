// Yes and no: ticks and words.
#pragma once

#include "input/sheet.hpp"
#include "table/cell_reading.hpp"

#include <optional>
#include <string_view>

namespace baocao::table {

Reading<bool> read_boolean(const input::Cell& cell);

// x X × ✓ √ 1 Có …: the mark that chooses a column. Nothing when the text says neither yes nor no.
std::optional<bool> is_mark(std::string_view text);

}  // namespace baocao::table
