#include "input/ods/content.hpp"

#include "input/limits.hpp"
#include "input/ods/cell.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace baocao::input::ods {
namespace {

// Copies that "repeated" makes of filled cells; honest files have few, for they cost nothing there.
constexpr std::size_t max_copies = 1'000'000;

// A cell of the row being read, with its own text.
struct RowCell {
  Cell cell;
  std::uint32_t repeated = 1;
  std::string text;
};

class Handler : public xlsx::PartHandler {
 public:
  Handler(const std::string& file, Styles styles, diag::Sink& sink)
      : file_(file), styles_(std::move(styles)), sink_(sink) {}

  void start(std::string_view name, const xlsx::Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  std::vector<Sheet> take() { return std::move(sheets_); }

 private:
  void start_in_sheet(std::string_view name, const xlsx::Attributes& attributes);
  void start_sheet(const xlsx::Attributes& attributes);
  void end_sheet();
  void add_columns(const xlsx::Attributes& attributes);
  void start_row(const xlsx::Attributes& attributes);
  void end_row();
  void add_row(std::uint32_t row);
  void start_cell(const xlsx::Attributes& attributes);
  void end_cell();
  void add_merged();
  std::uint8_t font_of(std::string_view style);
  std::string_view style_of_column(std::uint32_t column) const;
  diag::Span span(std::uint32_t column) const;

  Sheet& sheet() { return sheets_.back(); }

  const std::string& file_;
  Styles styles_;
  diag::Sink& sink_;
  std::vector<Sheet> sheets_;

  bool in_sheet_ = false;
  bool in_cell_ = false;
  bool is_external_ = false;  // values another file had when this one was saved
  int left_out_ = 0;          // of elements from one that holds no cells on
  std::vector<std::pair<std::uint32_t, std::string>> column_styles_;  // by first column behind
  std::map<std::string, std::uint8_t, std::less<>> fonts_;            // of the sheet, by style
  std::uint32_t columns_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t rows_repeated_ = 1;
  bool row_hidden_ = false;
  std::vector<RowCell> row_cells_;
  std::uint32_t column_ = 0;
  CellElement element_;
  CellText text_;
  std::size_t cells_left_ = max_cells;
  std::size_t text_left_ = max_text_bytes;
  std::size_t copies_left_ = max_copies;
  std::size_t uncomputed_ = 0;
  std::string first_uncomputed_;
};

bool is_hidden(std::string_view visibility) {
  return visibility == "collapse" || visibility == "filter";
}

// Never more than the grid has: a sheet may repeat its empty rows as often as it likes.
std::uint32_t advanced(std::uint32_t from, std::uint32_t by, std::uint32_t most) {
  return by >= most - std::min(from, most) ? most : from + by;
}

void add_hidden(std::vector<Lines>& hidden, std::uint32_t first, std::uint32_t behind) {
  if (behind <= first) {
    return;
  }
  if (!hidden.empty() && hidden.back().last + 1 == first) {
    hidden.back().last = behind - 1;
  } else {
    hidden.push_back({first, behind - 1});
  }
}

void Handler::start(std::string_view name, const xlsx::Attributes& attributes) {
  if (left_out_ > 0) {
    ++left_out_;
  } else if (in_cell_) {
    text_.start(name, attributes);
  } else if (in_sheet_) {
    start_in_sheet(name, attributes);
  } else if (name == "table") {
    start_sheet(attributes);
  } else if (name == "tracked-changes" || name == "dde-links") {
    ++left_out_;
  } else {
    styles_.start(name, attributes);
  }
}

void Handler::start_in_sheet(std::string_view name, const xlsx::Attributes& attributes) {
  if (name == "table-cell" || name == "covered-table-cell") {
    start_cell(attributes);
  } else if (name == "table-row") {
    start_row(attributes);
  } else if (name == "table-column") {
    add_columns(attributes);
  } else if (name == "table-source") {
    is_external_ = true;
  } else if (name == "shapes" || name == "forms") {
    ++left_out_;
  }
}

void Handler::end(std::string_view name) {
  if (left_out_ > 0) {
    --left_out_;
  } else if (in_cell_ && (name == "table-cell" || name == "covered-table-cell")) {
    end_cell();
  } else if (in_cell_) {
    text_.end(name);
  } else if (in_sheet_ && name == "table-row") {
    end_row();
  } else if (in_sheet_ && name == "table") {
    end_sheet();
  } else if (!in_sheet_) {
    styles_.end(name);
  }
}

void Handler::text(std::string_view piece) {
  if (in_cell_ && left_out_ == 0) {
    text_.text(piece);
    if (text_.value().size() > max_token_bytes) {
      refuse(over_limit("một ô có quá nhiều chữ", span(column_)));
    }
  }
}

void Handler::start_sheet(const xlsx::Attributes& attributes) {
  in_sheet_ = true;
  is_external_ = false;
  column_styles_.clear();
  fonts_.clear();
  columns_ = 0;
  row_ = 0;
  uncomputed_ = 0;
  sheets_.emplace_back();
  sheet().file = file_;
  sheet().name = attributes["name"];
  sheet().hidden = styles_.hides_sheet(attributes["style-name"]);
  sheet().fonts.emplace_back();
}

void Handler::end_sheet() {
  in_sheet_ = false;
  if (is_external_) {
    sheets_.pop_back();
    return;
  }
  if (uncomputed_ > 0) {
    sink_.add({.code = "F210",
               .severity = diag::Severity::warning,
               .message = std::to_string(uncomputed_) +
                          " ô công thức chưa có kết quả, coi như ô trống (ô đầu tiên: " +
                          first_uncomputed_ + ")",
               .help = "mở tệp bằng LibreOffice hoặc Excel, chờ tính xong rồi lưu lại",
               .span = {.file = file_, .sheet = sheet().name, .cell = first_uncomputed_}});
  }
}

void Handler::add_columns(const xlsx::Attributes& attributes) {
  const std::uint32_t behind =
      advanced(columns_, count_of(attributes["number-columns-repeated"]), max_columns);
  if (is_hidden(attributes["visibility"])) {
    add_hidden(sheet().hidden_columns, columns_, behind);
  }
  column_styles_.emplace_back(behind, attributes["default-cell-style-name"]);
  columns_ = behind;
}

std::string_view Handler::style_of_column(std::uint32_t column) const {
  const auto found = std::upper_bound(
      column_styles_.begin(), column_styles_.end(), column, [](std::uint32_t at, const auto& run) {
        return at < run.first;
      });
  return found == column_styles_.end() ? std::string_view() : found->second;
}

void Handler::start_row(const xlsx::Attributes& attributes) {
  row_cells_.clear();
  column_ = 0;
  rows_repeated_ = count_of(attributes["number-rows-repeated"]);
  row_hidden_ = is_hidden(attributes["visibility"]);
}

void Handler::start_cell(const xlsx::Attributes& attributes) {
  in_cell_ = true;
  text_.clear();
  element_ = cell_element(attributes);
}

void Handler::end_cell() {
  in_cell_ = false;
  const std::string_view style =
      element_.style.empty() ? style_of_column(column_) : std::string_view(element_.style);
  Cell cell = cell_of(element_, text_.value());
  const std::uint32_t behind = advanced(column_, element_.repeated, max_columns);
  if (!cell.text.empty() && (element_.repeated > max_columns - std::min(column_, max_columns) ||
                             rows_repeated_ > max_rows - std::min(row_, max_rows))) {
    refuse(over_limit("có ô nằm ngoài bảng tính", span(column_)));
    return;
  }
  add_merged();
  if (!cell.text.empty()) {
    cell.column = column_;
    cell.hides_day = cell.kind == CellKind::date && styles_.hides_day(style);
    cell.font = font_of(style);
    RowCell& added =
        row_cells_.emplace_back(RowCell{cell, behind - column_, std::string(cell.text)});
    added.cell.text = {};
  } else if (element_.has_formula && element_.type != "string") {
    first_uncomputed_ = uncomputed_++ == 0 ? cell_name(row_, column_) : first_uncomputed_;
  }
  column_ = behind;
}

void Handler::add_merged() {
  if ((element_.columns_spanned > 1 || element_.rows_spanned > 1) && row_ < max_rows &&
      column_ < max_columns) {
    sheet().merged.push_back({row_,
                              column_,
                              advanced(row_, element_.rows_spanned, max_rows) - 1,
                              advanced(column_, element_.columns_spanned, max_columns) - 1});
  }
}

void Handler::end_row() {
  const std::uint32_t behind = advanced(row_, rows_repeated_, max_rows);
  if (row_hidden_) {
    add_hidden(sheet().hidden_rows, row_, behind);
  }
  std::size_t cells = 0;
  std::size_t text = 0;
  for (const RowCell& cell : row_cells_) {
    cells += cell.repeated;
    text += cell.repeated * cell.text.size();
  }
  const std::size_t rows = cells == 0 ? 0 : behind - row_;
  const std::size_t copies = rows * cells - std::min(rows * cells, row_cells_.size());
  if (copies > copies_left_ || rows * cells > cells_left_ || rows * text > text_left_) {
    refuse(over_limit("quá nhiều ô có dữ liệu", span(0)));
    return;
  }
  copies_left_ -= copies;
  cells_left_ -= rows * cells;
  text_left_ -= rows * text;
  for (std::uint32_t row = row_; cells > 0 && row < behind; ++row) {
    add_row(row);
  }
  row_ = behind;
}

void Handler::add_row(std::uint32_t row) {
  for (const RowCell& from : row_cells_) {
    Cell cell = from.cell;
    cell.row = row;
    cell.text = from.text;
    for (std::uint32_t i = 0; i < from.repeated; ++i) {
      sheet().add(cell);
      ++cell.column;
    }
  }
}

std::uint8_t Handler::font_of(std::string_view style) {
  if (const auto known = fonts_.find(style); known != fonts_.end()) {
    return known->second;
  }
  std::vector<std::string>& fonts = sheet().fonts;
  auto at = std::find(fonts.begin(), fonts.end(), styles_.font(style)) - fonts.begin();
  if (at == static_cast<std::ptrdiff_t>(fonts.size())) {
    if (fonts.size() > std::numeric_limits<std::uint8_t>::max()) {
      at = 0;
    } else {
      fonts.push_back(styles_.font(style));
    }
  }
  return fonts_[std::string(style)] = static_cast<std::uint8_t>(at);
}

diag::Span Handler::span(std::uint32_t column) const {
  return {.file = file_,
          .sheet = sheets_.empty() ? "" : sheets_.back().name,
          .cell = cell_name(row_, std::min(column, max_columns - 1))};
}

}  // namespace

diag::Result<std::vector<Sheet>> read_content(const xlsx::Source& source,
                                              Styles styles,
                                              diag::Sink& sink) {
  Handler handler(source.file, std::move(styles), sink);
  if (auto parsed = parse_part(source, "content.xml", handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return handler.take();
}

}  // namespace baocao::input::ods
