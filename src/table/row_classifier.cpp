#include "table/row_classifier.hpp"

#include "table/row_words.hpp"
#include "text/keys.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

void mark_column(std::vector<char>& columns, std::uint32_t column) {
  if (columns.size() <= column) {
    columns.resize(column + 1, 0);
  }
  columns[column] = 1;
}

bool marked(const std::vector<char>& columns, std::uint32_t column) {
  return column < columns.size() && columns[column] != 0;
}

bool is_running_number(const input::Cell& cell) {
  std::string_view text = cell.text;
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) {
    text.remove_suffix(1);
  }
  return !text.empty() && text.find_first_not_of("0123456789 ") == std::string_view::npos;
}

// The cell repeats a level of the header above it. Texts that begin otherwise are told apart
// without making their keys: every record passes here.
bool is_level_of(const HeaderColumn& column, std::string_view text) {
  const bool alike =
      std::any_of(column.levels.begin(), column.levels.end(), [&](const std::string& level) {
        return level.front() == text.front();
      });
  return alike && std::find(column.keys.begin(), column.keys.end(), text::header_key(text)) !=
                      column.keys.end();
}

// "Tổng…", "Cộng…".
bool may_be_total(std::string_view text) {
  return !text.empty() && std::string_view("TtCc").find(text.front()) != std::string_view::npos;
}

std::uint64_t place(std::uint32_t row, std::uint32_t column) {
  return (std::uint64_t{row} << 32U) | column;
}

// Rows of records are filled; only sparse ones can be anything else.
constexpr std::size_t sparse = 4;

}  // namespace

RowClassifier::RowClassifier(const input::Sheet& sheet,
                             const schema::Table& table,
                             const Layout& layout)
    : sheet_(sheet), layout_(layout) {
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    const schema::Field& field = table.fields[i];
    for (const ColumnUse& use : layout.fields[i].uses) {
      mark_column(used_columns_, use.column);
      if (field.type == schema::Type::name) {
        mark_column(name_columns_, use.column);
        has_name_ = true;
      }
    }
  }
  constexpr std::uint32_t wide = 3;
  for (const input::Area& area : sheet.merged) {
    if (area.last_column - area.first_column + 1 >= wide) {
      wide_.push_back(place(area.first_row, area.first_column));
    }
  }
  std::sort(wide_.begin(), wide_.end());
  // The running number stands in the first column, when that is no data of the record.
  const HeaderColumn& first = layout.header.columns.front();
  const bool is_number = first.match.kind == HeaderMatch::Kind::field &&
                         table.fields[first.match.field].type == schema::Type::number &&
                         !table.fields[first.match.field].required;
  if (is_number || first.match.kind == HeaderMatch::Kind::ignored) {
    mark_column(number_columns_, first.column);
  }
}

void RowClassifier::load(std::uint32_t row) {
  Contents& contents = contents_;
  contents.cells.clear();
  contents.used = 0;
  contents.numbered = false;
  contents.named = false;
  for (const input::Cell& cell : sheet_.row(row)) {
    if (is_blank(cell.text)) {
      continue;
    }
    if (marked(number_columns_, cell.column) && is_running_number(cell)) {
      contents.numbered = true;
      continue;
    }
    contents.cells.push_back(&cell);
    contents.used += marked(used_columns_, cell.column) ? 1U : 0U;
    contents.named = contents.named || marked(name_columns_, cell.column);
  }
}

std::optional<RowKind> RowClassifier::repeats_header(std::uint32_t row) const {
  std::size_t equal = 0;
  std::size_t numbers = 0;
  for (const input::Cell& cell : sheet_.row(row)) {
    if (is_blank(cell.text)) {
      continue;
    }
    if (is_column_number(cell.text)) {
      ++numbers;
      continue;
    }
    const auto column = std::find_if(layout_.header.columns.begin(),
                                     layout_.header.columns.end(),
                                     [&](const auto& c) { return c.column == cell.column; });
    if (column == layout_.header.columns.end() || !is_level_of(*column, cell.text)) {
      return std::nullopt;
    }
    ++equal;
  }
  if (equal >= 2) {
    return RowKind::header;
  }
  return after_header_ && numbers >= 2 ? std::optional(RowKind::column_numbers) : std::nullopt;
}

bool RowClassifier::spans_columns(const input::Cell& cell) const {
  return std::binary_search(wide_.begin(), wide_.end(), place(cell.row, cell.column));
}

// One text, set off from the records by its place, its width, its numeral or its words.
bool RowClassifier::is_group(const Contents& contents) {
  if (contents.cells.empty() || contents.cells.size() > 2 || contents.numbered) {
    return false;
  }
  const input::Cell& first = *contents.cells.front();
  numeral_.clear();
  if (contents.cells.size() == 2) {
    if (!is_numeral(first.text)) {
      return false;
    }
    numeral_ = text::cleaned(first.text);
    group_ = text::cleaned(contents.cells.back()->text);
    return true;
  }
  group_ = text::cleaned(first.text);
  numeral_ = cut_numeral(group_);
  const bool outside =
      !marked(used_columns_, first.column) || marked(number_columns_, first.column);
  return outside || !numeral_.empty() || spans_columns(first) ||
         (has_name_ && names_body(text::name_key(group_)));
}

RowKind RowClassifier::classify_open(const Contents& contents) {
  if (contents.numbered && contents.named && contents.used >= sparse) {
    return RowKind::record;  // even "Cộng Thị Tổng"
  }
  const std::size_t looked_at = std::min<std::size_t>(contents.cells.size(), 2);
  for (std::size_t i = 0; i < looked_at; ++i) {
    const std::string_view text = contents.cells[i]->text;
    if (may_be_total(text) && is_total(text::name_key(text))) {
      return RowKind::subtotal;
    }
  }
  if (contents.used >= sparse || contents.numbered) {
    return RowKind::record;
  }
  // A row with a name may speak of dates in its notes; a signature begins the row.
  const std::size_t spoken = contents.named ? 1 : contents.cells.size();
  for (std::size_t i = 0; i < spoken; ++i) {
    if (is_closing(text::name_key(contents.cells[i]->text))) {
      closed_ = true;
      return RowKind::closing;
    }
  }
  return is_group(contents) ? RowKind::group : RowKind::record;
}

RowKind RowClassifier::classify(std::uint32_t row) {
  load(row);
  const Contents& contents = contents_;
  if (contents.cells.empty()) {
    return RowKind::blank;
  }
  if (const auto repeated = repeats_header(row)) {
    after_header_ = true;
    closed_ = false;
    return *repeated;
  }
  after_header_ = false;
  const bool full = contents.used >= sparse && (contents.named || !has_name_);
  if (closed_ && !full && !contents.numbered) {
    return RowKind::closing;
  }
  return classify_open(contents);
}

}  // namespace baocao::table
