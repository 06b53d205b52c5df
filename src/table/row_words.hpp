// Words by which the rows around the records of a printed list are known.
#pragma once

#include <string>
#include <string_view>

namespace baocao::table {

// "-", "…", "." and white space say nothing.
bool is_blank(std::string_view text);

// "Tổng số", "Cộng", "Tổng cộng", "Tổng số: 25 người". `key`: text::name_key.
bool is_total(std::string_view key);

// "Người lập bảng", "Thủ trưởng đơn vị", "Văn Lang, ngày 05 tháng 10 năm 2026".
bool is_closing(std::string_view key);

// "Khối Đảng", "Phòng Kinh tế", "UBND xã …": a body, not a person.
bool names_body(std::string_view key);

// A cell of a row of column numbers: "1", "(12)", "A", "5=3+4".
bool is_column_number(std::string_view text);

// Cuts "I. ", "A)", "1 - " off the front of `text` and returns the numeral; nothing is cut when
// there is none.
std::string cut_numeral(std::string& text);

// The text is a numeral of a group and nothing else: "I", "IV.", "A".
bool is_numeral(std::string_view text);

}  // namespace baocao::table
