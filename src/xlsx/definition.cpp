#include "xlsx/definition.hpp"

#include "config/fields.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace baocao::xlsx {
namespace {

using config::Fields;

constexpr std::string_view names_help =
    "xem các tên và bộ lọc dùng được trong docs/ten-trong-mau.md";

// Reads a key with one of the parsers of words.hpp; an absent key gives an empty value.
template <class Parsed>
Parsed read(Fields& fields,
            std::string_view key,
            tl::expected<Parsed, std::string> (*parse)(std::string_view, const diag::Span&)) {
  const auto source = fields.optional_string(key);
  if (!source) {
    return {};
  }
  auto parsed = parse(*source, fields.span(key));
  if (!parsed) {
    fields.fault("X702", key, std::move(parsed.error()), std::string(names_help));
    return {};
  }
  return std::move(*parsed);
}

Words words(Fields& fields, std::string_view key) {
  return read<Words>(fields, key, parse_words);
}

Expression expression(Fields& fields, std::string_view key) {
  return read<Expression>(fields, key, parse_expression);
}

Loop loop(Fields& fields, std::string_view key) {
  return read<Loop>(fields, key, parse_loop);
}

// Reports a missing key; the value itself is read by its own reader.
void require(Fields& fields, std::string_view key) {
  if (fields.node(key) == nullptr) {
    fields.string(key);
  }
}

template <class Choice>
struct Named {
  std::string_view name;
  Choice value;
};

constexpr std::array kinds = {Named<Kind>{"text", Kind::text},
                              Named<Kind>{"number", Kind::number},
                              Named<Kind>{"percent", Kind::percent},
                              Named<Kind>{"date", Kind::date}};
constexpr std::array alignments = {Named<Align>{"left", Align::left},
                                   Named<Align>{"center", Align::center},
                                   Named<Align>{"right", Align::right}};
constexpr std::array orientations = {Named<bool>{"portrait", false},
                                     Named<bool>{"landscape", true}};

template <class Choice, std::size_t Count>
Choice choose(Fields& fields,
              std::string_view key,
              const std::array<Named<Choice>, Count>& choices,
              Choice otherwise) {
  const auto given = fields.optional_string(key);
  if (!given) {
    return otherwise;
  }
  std::string all;
  for (const auto& choice : choices) {
    if (choice.name == *given) {
      return choice.value;
    }
    all += (all.empty() ? "" : ", ") + std::string(choice.name);
  }
  fields.fault("X703",
               key,
               "\"" + *given + "\" không phải giá trị của khóa \"" + std::string(key) + "\"",
               "ghi một trong các từ: " + all);
  return otherwise;
}

int small_number(Fields& fields, std::string_view key, int otherwise, int least, int most) {
  const auto given = fields.optional_integer(key);
  if (!given) {
    return otherwise;
  }
  if (*given < least || *given > most) {
    fields.fault("X703",
                 key,
                 "khóa \"" + std::string(key) + "\" bằng " + std::to_string(*given) +
                     ", ngoài khoảng cho phép",
                 "ghi số từ " + std::to_string(least) + " đến " + std::to_string(most));
    return otherwise;
  }
  return static_cast<int>(*given);
}

std::vector<Words> words_list(Fields& fields, std::string_view key) {
  std::vector<Words> list;
  for (const std::string& source : fields.optional_strings(key)) {
    auto parsed = parse_words(source, fields.span(key));
    if (!parsed) {
      fields.fault("X702", key, std::move(parsed.error()), std::string(names_help));
      continue;
    }
    list.push_back(std::move(*parsed));
  }
  return list;
}

// "Kết quả > Tỷ lệ" or ["Kết quả", "Tỷ lệ"]: from the top level down.
std::vector<Words> header(Fields& fields) {
  std::vector<Words> levels = words_list(fields, "header");
  if (levels.empty()) {
    fields.fault("X703", "header", "cột không có tiêu đề", "thêm header = \"…\"");
  }
  return levels;
}

void check_mark(Fields& fields, const Column& column) {
  if ((column.mark || column.total_mark) && column.kind != Kind::number) {
    fields.fault("X703",
                 "mark",
                 "khóa \"mark\" chỉ dùng cho cột số",
                 "ghi kind = \"number\", hoặc nối dấu vào chữ của cột: value = \"… ~ …\"");
  }
}

Column read_column(Fields& fields) {
  Column column;
  column.key = fields.optional_string("key").value_or("");
  column.header = header(fields);
  column.rotated = small_number(fields, "rotate", 0, 1, 9);
  column.kind = choose(fields, "kind", kinds, Kind::text);
  column.value = expression(fields, "value");
  column.otherwise = expression(fields, "otherwise");
  column.total = expression(fields, "total");
  column.fill = expression(fields, "fill");
  column.mark = expression(fields, "mark");
  column.total_mark = expression(fields, "total_mark");
  check_mark(fields, column);
  column.each = loop(fields, "each");
  column.width = small_number(fields, "width", 10, 2, 200);
  column.align = choose(fields, "align", alignments, Align::left);
  column.printed = fields.optional_boolean("print").value_or(true);
  return column;
}

// The column that `key` names, when a percentage of `column` can be made from it: repeated over the
// same loop, or not repeated at all.
std::optional<std::size_t> counted_column(const std::vector<Column>& columns,
                                          const Column& column,
                                          std::string_view key) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& other) {
    return other.key == key && other.kind == Kind::number &&
           (!other.each || other.each.list.source == column.each.list.source);
  });
  if (key.empty() || found == columns.end()) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - columns.begin());
}

class SheetReader {
 public:
  SheetReader(const config::Node& node,
              const std::string& file,
              std::size_t number,
              diag::Sink& sink)
      : fields_(node, file, "[[sheet]] thứ " + std::to_string(number), sink), sink_(sink) {}

  Sheet read() {
    Sheet sheet;
    read_page(sheet);
    read_rows(sheet);
    read_columns(sheet);
    fields_.finish();
    return sheet;
  }

 private:
  void read_page(Sheet& sheet) {
    require(fields_, "name");
    sheet.name = words(fields_, "name");
    require(fields_, "title");
    sheet.title = words(fields_, "title");
    sheet.subtitle = words(fields_, "subtitle");
    sheet.caption = words(fields_, "caption");
    sheet.footnotes = words_list(fields_, "footnotes");
    sheet.levels = fields_.strings("levels");
    sheet.internal = fields_.optional_boolean("internal").value_or(false);
    sheet.optional = fields_.optional_boolean("optional").value_or(false);
    sheet.landscape = choose(fields_, "orientation", orientations, false);
    sheet.font_size = small_number(fields_, "font_size", 12, 6, 20);
    sheet.freeze_columns = small_number(fields_, "freeze_columns", 0, 0, 20);
    sheet.freeze_header = fields_.optional_boolean("freeze_header").value_or(true);
    sheet.filter = fields_.optional_boolean("filter").value_or(false);
  }

  void read_rows(Sheet& sheet) {
    sheet.groups = loop(fields_, "groups");
    sheet.group_title = words(fields_, "group_title");
    require(fields_, "rows");
    sheet.rows = loop(fields_, "rows");
    sheet.empty = words(fields_, "empty");
  }

  void read_columns(Sheet& sheet) {
    const auto nodes = fields_.tables("column");
    if (nodes.empty()) {
      fields_.fault(
          "X703", "column", "bảng không có cột nào", "thêm column = [ { header = \"…\", … } ]");
    }
    std::vector<Fields> readers;
    for (const config::Node* node : nodes) {
      const std::string where = "cột thứ " + std::to_string(readers.size() + 1);
      readers.emplace_back(*node, fields_.file(), where, sink_);
      sheet.columns.push_back(read_column(readers.back()));
      check_key(readers.back(), sheet.columns);
    }
    for (std::size_t i = 0; i < readers.size(); ++i) {
      read_share(readers[i], sheet.columns, sheet.columns[i]);
      readers[i].finish();
    }
    check_print_area(sheet);
  }

  static void check_key(Fields& fields, const std::vector<Column>& columns) {
    const std::string& key = columns.back().key;
    const auto same = std::count_if(columns.begin(), columns.end(), [&](const Column& column) {
      return !key.empty() && column.key == key;
    });
    if (same > 1) {
      fields.fault("X703", "key", "hai cột cùng mang key \"" + key + "\"", "đặt key khác nhau");
    }
  }

  // `of = ["n", "d"]`, which needs all columns of the sheet to be known.
  static void read_share(Fields& fields, const std::vector<Column>& columns, Column& column) {
    const auto keys = fields.optional_strings("of");
    if (keys.empty()) {
      if (!column.value) {
        fields.fault("X703", "value", "cột không có giá trị", "thêm value = \"biểu thức\"");
      }
      return;
    }
    if (column.kind != Kind::percent || keys.size() != 2 || column.value) {
      fields.fault("X703",
                   "of",
                   "khóa \"of\" chỉ dùng cho cột percent không có value và cần hai tên cột",
                   "ghi kind = \"percent\", of = [\"cột số đạt\", \"cột tổng số\"]");
      return;
    }
    const auto n = counted_column(columns, column, keys[0]);
    const auto d = counted_column(columns, column, keys[1]);
    if (!n || !d) {
      fields.fault("X703",
                   "of",
                   "không có cột số nào mang key \"" + (n ? keys[1] : keys[0]) + "\" để chia",
                   "đặt key cho hai cột kind = \"number\" có cùng vòng lặp each");
      return;
    }
    column.share = ShareOf{*n, *d};
  }

  void check_print_area(const Sheet& sheet) {
    const auto first_hidden = std::find_if(sheet.columns.begin(),
                                           sheet.columns.end(),
                                           [](const Column& column) { return !column.printed; });
    const bool split = std::any_of(
        first_hidden, sheet.columns.end(), [](const Column& column) { return column.printed; });
    if (split || (first_hidden == sheet.columns.begin() && !sheet.columns.empty())) {
      fields_.fault("X703",
                    "column",
                    "cột print = false đứng trước cột được in",
                    "chuyển các cột print = false xuống cuối bảng");
    }
  }

  Fields fields_;
  diag::Sink& sink_;
};

Heading read_heading(const config::Node& node, const std::string& file, diag::Sink& sink) {
  Fields fields(node, file, "[heading]", sink);
  Heading heading{.superior = words(fields, "superior"),
                  .issuer = words(fields, "issuer"),
                  .party = words(fields, "party"),
                  .label = words(fields, "label")};
  fields.finish();
  return heading;
}

// "#E2EFDA".
std::optional<std::uint32_t> colour(std::string_view text) {
  std::uint32_t value = 0;
  const char* end = text.data() + text.size();
  if (text.size() != 7 || text[0] != '#') {
    return std::nullopt;
  }
  const auto [stop, error] = std::from_chars(text.data() + 1, end, value, 16);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::map<std::string, std::uint32_t, std::less<>> read_fills(const config::Node& node,
                                                             const std::string& file,
                                                             diag::Sink& sink) {
  std::map<std::string, std::uint32_t, std::less<>> fills;
  Fields fields(node, file, "[fills]", sink);
  for (const std::string& word : fields.keys()) {
    if (const auto value = colour(fields.string(word))) {
      fills[word] = *value;
    } else {
      fields.fault(
          "X703", word, "màu của \"" + word + "\" không đúng dạng", "ghi theo mẫu: \"#E2EFDA\"");
    }
  }
  return fills;
}

Definition read_definition(const config::Node& root, const std::string& file, diag::Sink& sink) {
  Definition definition;
  Fields fields(root, file, "tệp phụ lục", sink);
  definition.title = words(fields, "title");
  definition.author = words(fields, "author");
  definition.created = expression(fields, "created");
  definition.mark_note = words(fields, "mark_note");
  if (const config::Node* node = fields.table("heading")) {
    definition.heading = read_heading(*node, file, sink);
  }
  if (const config::Node* node = fields.table("fills")) {
    definition.fills = read_fills(*node, file, sink);
  }
  for (const config::Node* node : fields.tables("sheet")) {
    const std::size_t number = definition.sheets.size() + 1;
    definition.sheets.push_back(SheetReader(*node, file, number, sink).read());
  }
  fields.finish();
  return definition;
}

}  // namespace

diag::Result<Definition> load_definition(std::string_view toml,
                                         const std::string& file,
                                         diag::Sink& sink) {
  const auto root = config::parse(toml, file);
  if (!root) {
    sink.add(root.error());
    return diag::Failure(root.error());
  }
  diag::Sink faults;
  Definition definition = read_definition(*root, file, faults);
  const auto first = std::find_if(faults.all().begin(), faults.all().end(), [](const auto& fault) {
    return fault.severity == diag::Severity::error;
  });
  std::optional<diag::Diagnostic> stop;
  if (first != faults.all().end()) {
    stop = *first;
  }
  sink.append(std::move(faults));
  if (stop) {
    return diag::Failure(std::move(*stop));
  }
  return definition;
}

}  // namespace baocao::xlsx
