#include "input/xlsx/worksheet.hpp"

#include "input/limits.hpp"
#include "input/xlsx/rich_text.hpp"
#include "input/xlsx/values.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace baocao::input::xlsx {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string_view boolean_digit(std::string_view text) {
  if (text == "true") {
    return "1";
  }
  return text == "false" ? "0" : text;
}

bool is_hidden(const Attributes& attributes, std::string_view size) {
  return attributes.is_true("hidden") || is_zero(attributes[size]);
}

// What <c t="…"> says about the value (ECMA-376, 18.18.11).
enum class CellType : std::uint8_t {
  number,
  shared_string,
  inline_string,
  formula_string,
  boolean,
  error,
  iso_date,
};

CellType cell_type(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, CellType>, 6> named = {
      {{"s", CellType::shared_string},
       {"inlineStr", CellType::inline_string},
       {"str", CellType::formula_string},
       {"b", CellType::boolean},
       {"e", CellType::error},
       {"d", CellType::iso_date}}};
  for (const auto& [known, type] : named) {
    if (name == known) {
      return type;
    }
  }
  return CellType::number;
}

struct Value {
  CellKind kind = CellKind::text;
  std::string_view text;
  base::Date date = {};
  std::uint8_t font = 0;   // of the string itself; 0: that of the cell
  bool is_shared = false;  // the text stands among the shared strings
};

class Handler : public PartHandler {
 public:
  Handler(Context& context, Sheet& sheet) : context_(context), sheet_(sheet) {}

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  std::size_t uncomputed() const { return uncomputed_; }

  const std::string& first_uncomputed() const { return first_uncomputed_; }

 private:
  void add_hidden_columns(const Attributes& attributes);
  void start_row(const Attributes& attributes);
  void start_cell(const Attributes& attributes);
  void start_in_cell(std::string_view name, const Attributes& attributes);
  void finish_cell();
  void add(const Value& value);
  void add_merged(std::string_view reference);
  std::optional<Value> value();
  std::string_view in_plain(const std::string& text);
  std::optional<Value> shared_string(std::string_view index);
  Value number(std::string_view text) const;
  bool is_uncomputed(const Value& value) const;
  diag::Span span() const;

  Context& context_;
  Sheet& sheet_;
  bool in_data_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  std::uint32_t next_row_ = 0;  // the first row and column that may come
  std::uint32_t next_column_ = 0;
  Position at_;
  CellType type_ = CellType::number;
  CellFormat format_;
  bool has_formula_ = false;
  std::string value_;  // of <v>
  RichText inline_;    // of <is>
  std::string decoded_;
  std::size_t uncomputed_ = 0;
  std::string first_uncomputed_;
};

void Handler::start(std::string_view name, const Attributes& attributes) {
  if (in_cell_) {
    start_in_cell(name, attributes);
  } else if (in_row_ && name == "c") {
    start_cell(attributes);
  } else if (in_data_ && name == "row") {
    start_row(attributes);
  } else if (name == "sheetData") {
    in_data_ = true;
  } else if (name == "col") {
    add_hidden_columns(attributes);
  } else if (name == "mergeCell") {
    add_merged(attributes["ref"]);
  }
}

void Handler::end(std::string_view name) {
  if (in_cell_ && name == "c") {
    finish_cell();
  } else if (in_cell_) {
    inline_.end(name);
    in_value_ = false;
  } else if (name == "row") {
    in_row_ = false;
  } else if (name == "sheetData") {
    in_data_ = false;
  }
}

void Handler::text(std::string_view piece) {
  if (!in_cell_) {
    return;
  }
  inline_.text(piece);
  if (in_value_) {
    value_ += piece;
  }
  if (value_.size() + inline_.value().size() > max_token_bytes) {
    refuse(over_limit("một ô có quá nhiều chữ", span()));
  }
}

void Handler::add_hidden_columns(const Attributes& attributes) {
  const std::optional<std::uint32_t> first = parse_index(attributes["min"]);
  const std::optional<std::uint32_t> last = parse_index(attributes["max"]);
  if (!first || !last || *first == 0 || *last < *first || *last > max_columns) {
    refuse(damaged("dải cột \"" + std::string(attributes["min"]) + "–" +
                       std::string(attributes["max"]) + "\" nằm ngoài bảng tính",
                   {.sheet = sheet_.name}));
    return;
  }
  if (sheet_.hidden_columns.size() == max_columns) {
    refuse(over_limit("quá nhiều dải cột", {.sheet = sheet_.name}));
  } else if (is_hidden(attributes, "width")) {
    sheet_.hidden_columns.push_back({*first - 1, *last - 1});
  }
}

void Handler::start_row(const Attributes& attributes) {
  const std::string_view reference = attributes["r"];
  const std::optional<std::uint32_t> row =
      reference.empty() ? next_row_ + 1 : parse_index(reference);
  if (!row || *row <= next_row_ || *row > max_rows) {
    refuse(damaged("số hàng \"" + std::string(reference) + "\" sai thứ tự hoặc ngoài bảng tính",
                   {.sheet = sheet_.name}));
    return;
  }
  at_ = {*row - 1, 0};
  next_row_ = *row;
  next_column_ = 0;
  in_row_ = true;
  if (is_hidden(attributes, "ht")) {
    sheet_.hidden_rows.push_back({at_.row, at_.row});
  }
}

void Handler::start_cell(const Attributes& attributes) {
  const std::string_view reference = attributes["r"];
  const std::optional<Position> position =
      reference.empty() ? Position{at_.row, next_column_} : parse_position(reference);
  if (!position || position->row != at_.row || position->column < next_column_ ||
      position->column >= max_columns) {
    refuse(damaged("địa chỉ ô \"" + std::string(reference) + "\" sai thứ tự hoặc ngoài bảng tính",
                   {.sheet = sheet_.name}));
    return;
  }
  at_ = *position;
  next_column_ = position->column + 1;
  const std::string_view type = attributes["t"];
  type_ = type.empty() ? CellType::number : cell_type(type);
  format_ = context_.styles.of(parse_index(attributes["s"]).value_or(0));
  has_formula_ = false;
  in_value_ = false;
  value_.clear();
  inline_.clear();
  in_cell_ = true;
}

void Handler::start_in_cell(std::string_view name, const Attributes& attributes) {
  in_value_ = name == "v";
  has_formula_ = has_formula_ || name == "f";
  inline_.start(name, attributes);
}

void Handler::finish_cell() {
  in_cell_ = false;
  const std::optional<Value> read = value();
  if (!read) {
    return;
  }
  if (is_uncomputed(*read)) {
    first_uncomputed_ = uncomputed_++ == 0 ? cell_name(at_.row, at_.column) : first_uncomputed_;
    return;
  }
  if (read->text.empty()) {
    if (context_.left.empty_cells-- == 0) {
      refuse(over_limit("quá nhiều ô trống có định dạng", span()));
    }
    return;
  }
  add(*read);
}

void Handler::add(const Value& value) {
  Caps& left = context_.left;
  if (left.cells == 0 || left.text < value.text.size()) {
    refuse(over_limit("quá nhiều ô có dữ liệu", span()));
    return;
  }
  --left.cells;
  left.text -= value.text.size();
  const bool hides_day = value.kind == CellKind::date && format_.date.hides_day;
  const std::uint8_t font = value.font != 0 ? value.font : format_.font;
  const Cell cell{
      at_.row, at_.column, value.text, value.date, value.kind, has_formula_, hides_day, font};
  if (value.is_shared) {
    sheet_.add_shared(cell);
  } else {
    sheet_.add(cell);
  }
}

std::optional<Value> Handler::value() {
  const std::string_view raw = trimmed(value_);
  switch (type_) {
    case CellType::number:
      return number(raw);
    case CellType::shared_string:
      return raw.empty() ? Value{} : shared_string(raw);
    case CellType::inline_string:
      return Value{
          CellKind::text, in_plain(inline_.value()), {}, context_.fonts.number_of(inline_.font())};
    case CellType::formula_string:
      return Value{CellKind::text, in_plain(value_)};
    case CellType::boolean:
      return Value{CellKind::boolean, boolean_digit(raw)};
    case CellType::error:
      return Value{CellKind::error, raw};
    case CellType::iso_date:
      const std::optional<base::Date> date = date_of_iso(raw);
      return date ? Value{CellKind::date, raw, *date} : Value{CellKind::text, raw};
  }
  return std::nullopt;
}

// Without escapes, which are rare.
std::string_view Handler::in_plain(const std::string& text) {
  if (text.find("_x") == std::string::npos) {
    return text;
  }
  decoded_ = unescaped(text);
  return decoded_;
}

std::optional<Value> Handler::shared_string(std::string_view index) {
  const std::optional<std::uint32_t> at = parse_index(index);
  const std::optional<SharedString> string =
      at ? context_.strings.at(*at) : std::optional<SharedString>();
  if (!string) {
    refuse(
        damaged("ô trỏ tới chuỗi ký tự số " + std::string(index) + " không có trong tệp", span()));
    return std::nullopt;
  }
  return Value{CellKind::text, string->text, {}, string->font, true};
}

// A value that is no number is handed on as text, for the reader of the column to judge.
Value Handler::number(std::string_view text) const {
  if (!is_number(text)) {
    return {CellKind::text, text};
  }
  if (format_.date.is_date) {
    if (const std::optional<base::Date> date = date_of_serial(text, context_.date1904)) {
      return {CellKind::date, text, *date};
    }
  }
  return {CellKind::number, text};
}

bool Handler::is_uncomputed(const Value& value) const {
  if (!has_formula_) {
    return false;
  }
  const bool is_text = type_ == CellType::formula_string || type_ == CellType::shared_string ||
                       type_ == CellType::inline_string;
  // Writers that compute nothing leave the number 0; FALSE is a result.
  const bool is_placeholder =
      value.text == "0" && type_ != CellType::boolean && context_.computes_on_load;
  return !is_text && (value.text.empty() || is_placeholder);
}

void Handler::add_merged(std::string_view reference) {
  if (sheet_.merged.size() == max_merged) {
    refuse(over_limit("quá nhiều vùng ô gộp", {.sheet = sheet_.name}));
  } else if (const std::optional<Area> area = parse_area(reference)) {
    sheet_.merged.push_back(*area);
  } else {
    refuse(damaged("vùng ô gộp \"" + std::string(reference) + "\" sai", {.sheet = sheet_.name}));
  }
}

diag::Span Handler::span() const {
  return {.sheet = sheet_.name, .cell = cell_name(at_.row, at_.column)};
}

// The same sheet before it was read.
Sheet blank_copy(const Sheet& sheet) {
  Sheet blank;
  blank.file = sheet.file;
  blank.name = sheet.name;
  blank.hidden = sheet.hidden;
  return blank;
}

diag::Diagnostic without_results(const Sheet& sheet, const Handler& handler) {
  return {.code = "F210",
          .severity = diag::Severity::warning,
          .message = std::to_string(handler.uncomputed()) +
                     " ô công thức chưa có kết quả, coi như ô trống (ô đầu tiên: " +
                     handler.first_uncomputed() + ")",
          .help = "mở tệp bằng Excel, chờ tính xong rồi lưu lại",
          .span = {.file = sheet.file, .sheet = sheet.name, .cell = handler.first_uncomputed()}};
}

}  // namespace

diag::Result<void> read_worksheet(const Source& source,
                                  const std::string& part,
                                  Context& context,
                                  Sheet& sheet,
                                  diag::Sink& sink) {
  std::optional<Handler> handler;
  const Caps left = context.left;
  // Few writers need fewer bytes for a cell; growing in steps would hold all cells twice.
  constexpr std::uint64_t cell_bytes = 32;
  const std::uint64_t likely_cells = source.zip.unpacked_size(part) / cell_bytes;
  const auto fresh = [&]() -> PartHandler& {
    context.left = left;
    sheet = blank_copy(sheet);
    sheet.reserve(std::min<std::uint64_t>(likely_cells, left.cells));
    sheet.share(context.strings.pool());
    return handler.emplace(context, sheet);
  };
  if (auto read = read_large_part(source, part, fresh); !read) {
    return read;
  }
  sheet.fonts = context.fonts.names();
  sheet.hidden_rows = joined(std::move(sheet.hidden_rows));
  sheet.hidden_columns = joined(std::move(sheet.hidden_columns));
  if (handler->uncomputed() > 0) {
    sink.add(without_results(sheet, *handler));
  }
  return {};
}

}  // namespace baocao::input::xlsx
