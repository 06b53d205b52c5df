#include "table/account.hpp"

#include "text/id_numbers.hpp"

#include <string_view>

namespace baocao::table {
namespace {

using Meaning = ColumnAccount::Meaning;

std::string_view kind_text(RowKind kind) {
  switch (kind) {
    case RowKind::record:
      return "số liệu";
    case RowKind::blank:
      return "trống";
    case RowKind::header:
      return "tiêu đề lặp lại";
    case RowKind::column_numbers:
      return "số thứ tự cột";
    case RowKind::group:
      return "tên nhóm";
    case RowKind::subtotal:
      return "dòng cộng";
    case RowKind::closing:
      return "phần ký, không đọc";
    case RowKind::nameless:
      return "có số liệu nhưng không ghi họ tên, bị loại";
  }
  return {};
}

std::string_view encoding_text(text::Legacy encoding) {
  switch (encoding) {
    case text::Legacy::tcvn3:
      return "TCVN3 (ABC)";
    case text::Legacy::vni:
      return "VNI";
    default:
      return "Unicode";
  }
}

std::string range_text(std::string_view what, std::uint32_t first, std::uint32_t last) {
  std::string text = std::string(what) + " " + std::to_string(first + 1);
  return first == last ? text : text + "-" + std::to_string(last + 1);
}

std::string in_brackets(const std::string& how) {
  return how.empty() ? how : " (" + how + ")";
}

std::string quoted_column(const ColumnAccount& column) {
  return "cột " + input::column_name(column.column) + " \"" + column.header + "\"";
}

// "  không dùng: cột F "BHXH", cột G …": columns that give nothing, on one line.
void add_others(std::string& out,
                const SheetAccount& account,
                Meaning meaning,
                std::string_view title) {
  std::string list;
  for (const ColumnAccount& column : account.columns) {
    if (column.meaning == meaning) {
      list += (list.empty() ? "" : ", ") + quoted_column(column) + in_brackets(column.how);
    }
  }
  if (!list.empty()) {
    out += "  " + std::string(title) + ": " + list + "\n";
  }
}

void add_columns(std::string& out, const SheetAccount& account) {
  for (const ColumnAccount& column : account.columns) {
    if (column.meaning == Meaning::field) {
      out += "  " + quoted_column(column) + ": " + column.label + in_brackets(column.how) + "\n";
    }
  }
  add_others(out, account, Meaning::ignored, "không dùng");
  add_others(out, account, Meaning::unknown, "không hiểu");
}

void add_rows(std::string& out, const SheetAccount& account) {
  for (const RowAccount& rows : account.rows) {
    out += "  " + range_text("hàng", rows.first, rows.last) + ": " +
           std::string(kind_text(rows.kind)) + (rows.text.empty() ? "" : " " + rows.text) + "\n";
  }
}

void add_decoded(std::string& out, const SheetAccount& account) {
  for (const input::DecodedColumn& column : account.decoded) {
    out += "  cột " + input::column_name(column.column) + ": chuyển từ mã " +
           std::string(encoding_text(column.encoding)) + " sang Unicode, " +
           std::to_string(column.cells) + " ô, nhận ra theo " +
           (column.by_font ? "phông chữ" : "chữ của cả cột") + "\n";
  }
}

}  // namespace

std::string text(const SheetAccount& account) {
  std::string out =
      account.file + (account.sheet.empty() ? "" : ", trang \"" + account.sheet + "\"");
  if (!account.unread.empty()) {
    return out + ": không đọc vì " + account.unread + "\n";
  }
  out +=
      ": bảng \"" + account.label + "\", " + std::to_string(account.records) + " dòng được tính\n";
  if (!account.unit.empty()) {
    out += "  đơn vị: " + account.unit + "\n";
  }
  if (!account.by_name.empty()) {
    out += "  theo tên trang: " + account.by_name + "\n";
  }
  out += "  " + range_text("hàng", account.header_first, account.header_last) + ": tiêu đề\n";
  add_rows(out, account);
  add_columns(out, account);
  add_decoded(out, account);
  return text::hide_id_numbers(std::move(out));
}

}  // namespace baocao::table
