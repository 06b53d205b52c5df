#include "table/sheet_reader.hpp"

#include "table/code_word.hpp"
#include "table/column_build.hpp"
#include "table/row_words.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using schema::Type;

// "Ngày vào Đảng" → "ngày vào Đảng", but "STT" stays.
std::string in_sentence(const std::string& label) {
  const std::size_t first_end = label.find_first_of(" ");
  const std::string first = label.substr(0, first_end);
  const bool abbreviation = first.size() > 1 && first[1] >= 'A' && first[1] <= 'Z';
  return abbreviation ? label : text::lower(first) + label.substr(first.size());
}

// I, A and 1 head different levels of a list.
char numeral_kind(const std::string& numeral) {
  if (numeral.empty()) {
    return ' ';
  }
  const char first = numeral.front();
  if (first >= '0' && first <= '9') {
    return '1';
  }
  return first == 'I' || first == 'V' || first == 'X' ? 'I' : 'A';
}

std::optional<std::size_t> first_field(const schema::Table& table, Type type) {
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    if (table.fields[i].type == type) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

SheetReader::SheetReader(const input::Sheet& sheet,
                         const schema::Table& table,
                         const UnitIndex& units,
                         const Layout& layout,
                         Part& part)
    : sheet_(sheet),
      table_(table),
      units_(units),
      layout_(layout),
      part_(part),
      name_field_(first_field(table, Type::name)),
      unit_field_(first_field(table, Type::unit)) {
  for (const HeaderColumn& column : layout.header.columns) {
    titled_.resize(column.column + 1, 0);
    titled_[column.column] = 1;
  }
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    readers_.emplace_back(table.fields[i], layout.fields[i], units);
    if (table.fields[i].from_groups && layout.fields[i].uses.empty()) {
      const WordMatch named = match_word(*table.fields[i].codes, sheet.name);
      const bool sure = named.kind == WordMatch::Kind::exact;
      if (sure) {
        part.account.by_name =
            table.fields[i].label + ": " + table.fields[i].codes->words[named.word].label;
      }
      groups_.push_back({i, sure ? std::optional(named.word) : std::nullopt, std::nullopt, ""});
    }
  }
}

diag::Span SheetReader::span(std::uint32_t column, const std::string& header) const {
  return {.file = sheet_.file,
          .sheet = sheet_.name,
          .cell = input::cell_name(row_, column),
          .column = header,
          .row = row_ + 1};
}

std::string SheetReader::unit_code(std::uint16_t unit) const {
  return unit == Table::no_unit ? std::string() : units_.units().all[unit].code;
}

void SheetReader::add_source(const SheetUnit& unit) {
  Source source{.file = sheet_.file,
                .sheet = sheet_.name,
                .columns = std::vector<std::vector<std::uint32_t>>(table_.fields.size()),
                .headers = std::vector<std::string>(table_.fields.size()),
                .unit = unit.unit};
  for (std::size_t i = 0; i < table_.fields.size(); ++i) {
    for (const ColumnUse& use : layout_.fields[i].uses) {
      source.columns[i].push_back(use.column);
      source.headers[i] = source.headers[i].empty() ? use.header : source.headers[i];
    }
  }
  part_.sources.push_back(std::move(source));
}

// "I. KHỐI ĐẢNG" holds until the next group of its level; "1. Văn phòng" below it changes nothing.
// Returns what the row says and gives, for the account.
std::string SheetReader::read_group(const RowClassifier& rows) {
  std::string told = "\"" + rows.group() + "\"";
  for (GroupWord& group : groups_) {
    const schema::Field& field = table_.fields[group.field];
    const WordMatch match = match_word(*field.codes, rows.group());
    if (match.known()) {
      group.word = match.word;
      group.numeral = rows.numeral();
      told += " (" + field.label + ": " + field.codes->words[match.word].label + ")";
    } else if (numeral_kind(rows.numeral()) == numeral_kind(group.numeral)) {
      group.word.reset();
    }
  }
  return told;
}

// Rows in a row of one kind make one entry; each group has its own.
void SheetReader::account_for(RowKind kind, std::string text) {
  std::vector<RowAccount>& all = part_.account.rows;
  if (text.empty() && !all.empty() && all.back().kind == kind) {
    all.back().last = row_;
  } else {
    all.push_back({row_, row_, kind, std::move(text)});
  }
}

bool SheetReader::names_somebody(const RowCells& row) {
  if (!name_field_ || layout_.fields[*name_field_].uses.empty()) {
    return true;
  }
  name_ = readers_[*name_field_].read(row);
  const bool unreadable = !name_.faults.empty();  // somebody stands there
  if (unreadable || (name_.value && !std::get<std::string>(*name_.value).empty())) {
    return true;
  }
  const ColumnUse& use = layout_.fields[*name_field_].uses.front();
  part_.faults.add({.code = "K302",
                    .message = "dòng có số liệu nhưng không ghi họ tên",
                    .help = "ghi họ tên, hoặc xóa dòng nếu không phải là một người",
                    .span = span(use.column, use.header),
                    .notes = {"dòng này bị loại"},
                    .field = table_.fields[*name_field_].key});
  return false;
}

std::string SheetReader::consequence(std::size_t field) const {
  return "ô này coi như chưa có số liệu; " + table_.subject +
         " được tính là \"chưa rõ\" ở các chỉ tiêu cần " + in_sentence(table_.fields[field].label);
}

void SheetReader::report(const PlacedFault& fault,
                         std::size_t field,
                         bool missing,
                         std::uint16_t unit) {
  diag::Diagnostic diagnostic{.code = fault.fault.code,
                              .severity = fault.fault.severity,
                              .message = fault.fault.message,
                              .help = fault.fault.help,
                              .span = span(fault.column, fault.header),
                              .field = table_.fields[field].key,
                              .value = fault.shown,
                              .unit = unit_code(unit)};
  if (missing) {
    diagnostic.notes.push_back(consequence(field));
  }
  // Whoever looks for a decoded text in the file will not find it there.
  const input::Cell* cell = sheet_.at(row_, fault.column);
  if (!fault.shown.empty() && cell != nullptr && sheet_.raw(*cell) != cell->text) {
    diagnostic.notes.push_back("trong tệp ghi là \"" + std::string(sheet_.raw(*cell)) + "\"");
  }
  part_.faults.add(std::move(diagnostic));
}

void SheetReader::report_blank(std::size_t field, std::uint16_t unit) {
  const ColumnUse& use = layout_.fields[field].uses.front();
  part_.faults.add({.code = "N201",
                    .message = "thiếu " + in_sentence(table_.fields[field].label),
                    .help = "ghi thêm vào ô này",
                    .span = span(use.column, use.header),
                    .notes = {consequence(field)},
                    .field = table_.fields[field].key,
                    .unit = unit_code(unit)});
}

// "Trần Thị B (Nữ)": a word that may head a column alone may stand behind the name as well.
std::optional<Value> SheetReader::word_behind_name(const RowCells& row,
                                                   const schema::Field& field) const {
  if (!field.bare_words || !name_field_) {
    return std::nullopt;
  }
  for (const ColumnUse& use : layout_.fields[*name_field_].uses) {
    const input::Cell* cell = row.at(use.column);
    const std::string_view text = cell == nullptr ? std::string_view() : cell->text;
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')', open);
    if (close != std::string_view::npos) {
      if (const auto word = field.codes->find_text(text.substr(open + 1, close - open - 1))) {
        return Value(*word);
      }
    }
  }
  return std::nullopt;
}

// The word behind the name stands where there is no other, and may not contradict one.
void SheetReader::hear_name(const RowCells& row, std::size_t index, FieldValue& value) const {
  const auto word = word_behind_name(row, table_.fields[index]);
  if (!word || !value.faults.empty() || value.value == word) {
    return;
  }
  if (!value.value) {
    value.value = word;
    return;
  }
  value.value.reset();
  const auto& uses = layout_.fields[index].uses;
  if (!uses.empty()) {
    value.faults.push_back({uses.front().column,
                            uses.front().header,
                            CellFault{.code = "N216",
                                      .message = "cột này ghi khác với chữ trong ngoặc sau họ tên",
                                      .help = "chỉ giữ giá trị đúng"},
                            std::string()});
  }
}

std::uint16_t SheetReader::read_unit(const RowCells& row, const SheetUnit& unit) {
  const std::uint16_t whole = unit.unit.value_or(Table::no_unit);
  if (!unit_field_ || unit.settled || layout_.fields[*unit_field_].uses.empty()) {
    return whole;
  }
  FieldValue value = readers_[*unit_field_].read(row);
  for (const PlacedFault& fault : value.faults) {
    report(fault, *unit_field_, !value.value, Table::no_unit);
  }
  if (value.value) {
    return std::get<std::uint16_t>(*value.value);
  }
  if (value.faults.empty() && whole == Table::no_unit) {
    report_blank(*unit_field_, whole);
  }
  return value.faults.empty() ? whole : Table::no_unit;
}

// Of a field about which the row says nothing: what its group says.
std::optional<Value> SheetReader::silent_value(std::size_t index, std::uint16_t unit) {
  const auto group = std::find_if(
      groups_.begin(), groups_.end(), [&](const GroupWord& g) { return g.field == index; });
  if (group != groups_.end() && group->value()) {
    return Value(*group->value());
  }
  if (table_.fields[index].required && !layout_.fields[index].uses.empty()) {
    report_blank(index, unit);
  }
  return std::nullopt;
}

void SheetReader::fill(std::size_t index, FieldValue value, std::uint16_t unit) {
  for (const PlacedFault& fault : value.faults) {
    report(fault, index, !value.value, unit);
  }
  if (!value.value && value.faults.empty()) {
    value.value = silent_value(index, unit);
  }
  if (value.value) {
    store(part_.columns[index], std::move(*value.value));
  }
}

// Cells to the right of the table or in a column without a title are told once per column.
void SheetReader::report_untitled(const RowCells& row) {
  for (const input::Cell& cell : sheet_.row(row.row())) {
    if (cell.column < titled_.size() && titled_[cell.column] != 0) {
      continue;
    }
    const bool running_number =
        cell.column < layout_.header.columns.front().column &&
        cell.text.find_first_not_of("0123456789.") == std::string_view::npos;
    if (running_number || is_blank(cell.text)) {
      continue;
    }
    titled_.resize(std::max<std::size_t>(titled_.size(), cell.column + 1), 0);
    titled_[cell.column] = 1;
    part_.faults.add({.code = "S104",
                      .severity = diag::Severity::warning,
                      .message = "cột " + input::column_name(cell.column) +
                                 " có số liệu nhưng không có tiêu đề nên không được đọc",
                      .help = "đặt tiêu đề cho cột, hoặc xóa số liệu thừa",
                      .span = span(cell.column, "")});
  }
}

void SheetReader::read_record(const RowCells& row, const SheetUnit& sheet_unit) {
  const std::uint16_t unit = read_unit(row, sheet_unit);
  part_.unit.push_back(unit);
  part_.origin.push_back({static_cast<std::uint32_t>(part_.sources.size() - 1), row_});
  ++part_.rows;
  for (std::size_t i = 0; i < table_.fields.size(); ++i) {
    add_row(part_.columns[i]);
    if (i != unit_field_) {
      FieldValue value = i == name_field_ ? std::move(name_) : readers_[i].read(row);
      hear_name(row, i, value);
      fill(i, std::move(value), unit);
    } else if (unit != Table::no_unit) {
      store(part_.columns[i], Value(unit));
    }
  }
}

RowKind SheetReader::read_row(RowClassifier& rows, RowCells& cells, const SheetUnit& unit) {
  const RowKind kind = rows.classify(row_);
  if (kind != RowKind::record) {
    return kind;
  }
  cells.load(row_);
  report_untitled(cells);
  if (!names_somebody(cells)) {
    return RowKind::nameless;
  }
  read_record(cells, unit);
  return RowKind::record;
}

std::uint32_t SheetReader::read(const SheetUnit& unit, const HeaderMatcher& matcher) {
  add_source(unit);
  for (Column& column : part_.columns) {
    reserve_rows(column, sheet_.rows());
  }
  RowClassifier rows(sheet_, table_, layout_);
  RowCells cells(sheet_);
  for (row_ = layout_.header.last_row + 1; row_ < sheet_.rows(); ++row_) {
    if (is_header_row(sheet_, row_, matcher) && !rows.repeats_header(row_)) {
      break;
    }
    const RowKind kind = read_row(rows, cells, unit);
    account_for(kind, kind == RowKind::group ? read_group(rows) : std::string());
  }
  return row_;
}

}  // namespace baocao::table
