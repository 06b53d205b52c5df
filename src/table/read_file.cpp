#include "table/column_account.hpp"
#include "table/column_build.hpp"
#include "table/hidden_lines.hpp"
#include "table/part.hpp"
#include "table/sheet_reader.hpp"
#include "table/sheet_unit.hpp"
#include "table/summary_sheet.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using SheetUnit = SheetReader::SheetUnit;

constexpr std::string_view no_table = "không có bảng này";

diag::Diagnostic unread_note(const input::Sheet& sheet, std::string message) {
  return {.code = "S102",
          .severity = diag::Severity::note,
          .message = std::move(message),
          .help = "nếu trang có số liệu cần tính thì bỏ ẩn và đặt tiêu đề cột theo mẫu",
          .span = {.file = sheet.file, .sheet = sheet.name}};
}

diag::Diagnostic unreadable_table(const input::Sheet& sheet, std::uint32_t row) {
  return {.code = "S120",
          .message = "từ hàng " + std::to_string(row + 1) +
                     " là một bảng khác nhưng không đọc được tiêu đề; các dòng từ đó bị bỏ",
          .help = "bỏ gộp ô ở tiêu đề ấy, hoặc chuyển bảng sang một trang riêng",
          .span = {.file = sheet.file, .sheet = sheet.name, .row = row + 1}};
}

class FileReader {
 public:
  FileReader(const schema::Table& table, const UnitIndex& units, const File& file)
      : table_(table), units_(units), file_(file), matcher_(table, file.columns) {}

  FileParts read();

 private:
  void check_settings();
  void check_headers(const Header& header);
  Part new_part(const input::Sheet& sheet) const;
  void read_sheet(const input::Sheet& sheet, Part& part);
  Layout lay_out(const input::Sheet& sheet, Header header, Part& part);
  Part look_at_hidden(const input::Sheet& sheet);
  std::string unit_text(std::optional<std::uint16_t> unit, const std::string& by) const;
  SheetUnit unit_of(const input::Sheet& sheet, const Layout& layout, Part& part);
  bool needs_unit() const;
  void report_unused_settings();

  const schema::Table& table_;
  const UnitIndex& units_;
  const File& file_;
  HeaderMatcher matcher_;
  diag::Sink faults_;
  std::vector<std::string> unused_settings_;
  std::optional<std::uint16_t> settled_unit_;
};

void FileReader::check_settings() {
  for (const auto& [header, key] : file_.columns) {
    unused_settings_.push_back(header);
    if (table_.find(key) != nullptr) {
      continue;
    }
    std::vector<std::string> keys;
    for (const schema::Field& field : table_.fields) {
      keys.push_back(field.key);
    }
    const auto guess = text::nearest(key, keys);
    faults_.add(
        {.code = "S109",
         .message = "[columns] nêu trường \"" + key + "\" không có trong bảng " + table_.name,
         .help = guess ? "ý bạn là \"" + *guess + "\"?" : "ghi khóa của một trường trong bảng này",
         .span = {.file = file_.name, .column = header}});
  }
  if (file_.unit.empty()) {
    return;
  }
  settled_unit_ = units_.find_code(file_.unit);
  if (!settled_unit_) {
    faults_.add({.code = "S110",
                 .message = "[unit_of] nêu đơn vị \"" + file_.unit +
                            "\" không có trong danh "
                            "sách đơn vị",
                 .help = "ghi đúng mã đơn vị như trong bảng don_vi",
                 .span = {.file = file_.name}});
  }
}

void FileReader::check_headers(const Header& header) {
  std::erase_if(unused_settings_, [&](const std::string& setting) {
    const std::string key = schema::header_path_key(setting);
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const auto& column) {
      return schema::header_path_key(column.title()) == key ||
             (!column.keys.empty() && column.keys.back() == key);
    });
  });
}

std::string FileReader::unit_text(std::optional<std::uint16_t> unit, const std::string& by) const {
  return unit ? units_.units().all[*unit].full_name + " (" + by + ")" : "không rõ";
}

bool FileReader::needs_unit() const {
  return std::any_of(table_.fields.begin(), table_.fields.end(), [](const schema::Field& field) {
    return field.type == schema::Type::unit;
  });
}

// In this order: [unit_of], a column of units (row by row), the title, the name of the sheet, of
// the file.
SheetUnit FileReader::unit_of(const input::Sheet& sheet, const Layout& layout, Part& part) {
  if (!needs_unit()) {
    return {};
  }
  if (!file_.unit.empty()) {
    part.account.unit = unit_text(settled_unit_, "theo [unit_of] của job.toml");
    return {settled_unit_, true};
  }
  const auto title = unit_of_title(sheet, layout.header.first_row, units_);
  const auto named = unit_of_sheet_name(sheet.name, units_);
  const auto name = named ? named : unit_of_file_name(file_.name, units_);
  if (title && name && title != name) {
    part.faults.add({.code = "S111",
                     .severity = diag::Severity::warning,
                     .message = "trang ghi " + units_.units().all[*title].full_name +
                                (named ? " nhưng tên trang chỉ " : " nhưng tên tệp chỉ ") +
                                units_.units().all[*name].full_name +
                                "; tính theo tên ghi trong trang",
                     .help = "đổi tên tệp, hoặc ghi mã đơn vị đúng vào mục [unit_of]",
                     .span = {.file = sheet.file, .sheet = sheet.name}});
  }
  bool has_column = false;
  for (std::size_t i = 0; i < table_.fields.size(); ++i) {
    has_column = has_column ||
                 (table_.fields[i].type == schema::Type::unit && !layout.fields[i].uses.empty());
  }
  const SheetUnit unit{title ? title : name, false};
  part.account.unit = has_column ? "theo từng dòng"
                                 : unit_text(unit.unit,
                                             title   ? "theo đầu trang"
                                             : named ? "theo tên trang"
                                                     : "theo tên tệp");
  if (!unit.unit && !has_column) {
    part.faults.add({.code = "S108",
                     .message = "không rõ trang này là của xã, phường nào",
                     .help = "ghi mã đơn vị của tệp vào mục [unit_of] của job.toml, hoặc ghi tên "
                             "đơn vị ở đầu trang",
                     .span = {.file = sheet.file, .sheet = sheet.name}});
  }
  return unit;
}

Layout FileReader::lay_out(const input::Sheet& sheet, Header header, Part& part) {
  check_headers(header);
  Layout layout = make_layout(sheet, std::move(header), matcher_, part.faults);
  std::vector<ColumnAccount> columns = column_accounts(table_, layout);
  std::move(columns.begin(), columns.end(), std::back_inserter(part.account.columns));
  return layout;
}

void FileReader::read_sheet(const input::Sheet& sheet, Part& part) {
  auto header = find_table(sheet, matcher_);
  if (!header) {
    part.account.unread = no_table;
    return;
  }
  const Layout first = lay_out(sheet, std::move(*header), part);
  part.account.header_first = first.header.first_row;
  part.account.header_last = first.header.last_row;
  const SheetUnit unit = unit_of(sheet, first, part);
  std::uint32_t next = SheetReader(sheet, table_, units_, first, part).read(unit, matcher_);
  // Another table below, its columns in another order: "II. Người hoạt động không chuyên trách".
  while (next < sheet.rows()) {
    header = find_table(sheet, matcher_, next);
    if (!header) {
      part.faults.add(unreadable_table(sheet, next));
      break;
    }
    const Layout layout = lay_out(sheet, std::move(*header), part);
    part.account.rows.push_back({layout.header.first_row,
                                 layout.header.last_row,
                                 RowKind::header,
                                 "bảng tiếp theo, cột xếp khác bảng trên"});
    next = SheetReader(sheet, table_, units_, layout, part).read(unit, matcher_);
  }
  report_hidden(sheet, table_, first, part);
  if (part.rows == 0) {
    part.faults.add({.code = "S112",
                     .severity = diag::Severity::warning,
                     .message = "bảng \"" + table_.label + "\" không có dòng số liệu nào",
                     .help = "điền số liệu vào dưới tiêu đề, hoặc xóa trang",
                     .span = {.file = sheet.file, .sheet = sheet.name}});
  }
}

Part FileReader::new_part(const input::Sheet& sheet) const {
  Part part;
  for (const schema::Field& field : table_.fields) {
    part.columns.push_back(empty_column(field));
  }
  part.account.file = sheet.file;
  part.account.sheet = sheet.name;
  part.account.table = table_.name;
  part.account.label = table_.label;
  part.account.decoded = sheet.decoded;
  return part;
}

// A hidden sheet is not read, but people on it are not lost quietly.
Part FileReader::look_at_hidden(const input::Sheet& sheet) {
  Part looked_at = new_part(sheet);
  read_sheet(sheet, looked_at);
  Part part = new_part(sheet);
  part.account.unread = "trang đang ẩn";
  if (looked_at.rows > 0) {
    part.faults.add({.code = "S115",
                     .severity = diag::Severity::warning,
                     .message = "trang đang ẩn có bảng \"" + table_.label + "\" gồm " +
                                std::to_string(looked_at.rows) + " dòng nhưng không được đọc",
                     .help = "bỏ ẩn trang nếu cần tính những dòng này, xóa trang nếu không cần",
                     .span = {.file = sheet.file, .sheet = sheet.name}});
  } else {
    part.faults.add(unread_note(sheet, "trang đang ẩn nên không được đọc"));
  }
  return part;
}

void FileReader::report_unused_settings() {
  for (const std::string& header : unused_settings_) {
    faults_.add({.code = "S113",
                 .message = "[columns] nêu tiêu đề \"" + header + "\" nhưng tệp không có cột này",
                 .help = "ghi tiêu đề đúng như trong tệp, hoặc xóa dòng đó khỏi job.toml",
                 .span = {.file = file_.name, .column = header}});
  }
}

FileParts FileReader::read() {
  check_settings();
  std::vector<Part> parts;
  for (const input::Sheet& sheet : file_.sheets) {
    if (sheet.hidden) {
      parts.push_back(look_at_hidden(sheet));
      continue;
    }
    parts.push_back(new_part(sheet));
    if (sheet.cells().empty()) {
      parts.back().account.unread = "trang trống";
    } else {
      read_sheet(sheet, parts.back());
    }
  }
  const bool found = std::any_of(
      parts.begin(), parts.end(), [](const Part& part) { return part.account.unread.empty(); });
  if (found) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].account.unread == no_table) {
        parts[i].faults.add(unread_note(
            file_.sheets[i], "trang không có bảng \"" + table_.label + "\" nên không được đọc"));
      }
    }
    report_unused_settings();
    drop_summaries(table_, parts);
  } else {
    faults_.add(
        {.code = "S101",
         .message = "tệp không có bảng \"" + table_.label + "\"",
         .help = "cần một dòng tiêu đề, trong đó có ít nhất hai cột của bảng này, ví dụ \"" +
                 table_.fields[0].label + "\", \"" + table_.fields[1].label + "\"",
         .span = {.file = file_.name}});
  }
  return {std::move(parts), std::move(faults_)};
}

}  // namespace

FileParts read_file(const schema::Table& table, const UnitIndex& units, const File& file) {
  return FileReader(table, units, file).read();
}

void keep_part_rows(Part& part, const std::vector<char>& keep) {
  for (Column& column : part.columns) {
    keep_rows(column, keep);
  }
  keep_values(part.unit, keep);
  keep_values(part.origin, keep);
  part.rows = part.unit.size();
}

void append(Table& table, Part&& part, diag::Sink& faults) {
  const auto sources = static_cast<std::uint32_t>(table.sources.size());
  table.rows += part.rows;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    append(table.columns[i], std::move(part.columns[i]));
  }
  table.unit.insert(table.unit.end(), part.unit.begin(), part.unit.end());
  for (const Origin& origin : part.origin) {
    table.origin.push_back({sources + origin.source, origin.row});
  }
  std::move(part.sources.begin(), part.sources.end(), std::back_inserter(table.sources));
  faults.append(std::move(part.faults));
}

}  // namespace baocao::table
