#include "table/layout.hpp"

#include "table/blank_word.hpp"
#include "table/day_doubt.hpp"
#include "table/header_question.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using schema::Type;

class LayoutMaker {
 public:
  LayoutMaker(const input::Sheet& sheet,
              Layout& layout,
              const HeaderMatcher& matcher,
              diag::Sink& faults)
      : sheet_(sheet),
        layout_(layout),
        matcher_(matcher),
        table_(matcher.table()),
        faults_(faults) {}

  void make();

 private:
  diag::Span span(std::uint32_t column, const std::string& title) const;
  bool has_data(std::uint32_t column) const;
  void add(const HeaderColumn& column);
  void add_use(std::size_t field, ColumnUse use);
  bool stands_aside(const HeaderColumn& column) const;
  void report_unknown(const HeaderColumn& column);
  std::vector<std::string> candidates(const std::optional<NearHeader>& guess) const;
  void report_doubtful(const HeaderColumn& column);
  void settle(std::size_t index);
  bool settle_foreign(std::size_t index);
  void report_ambiguous(const schema::Field& field, const FieldColumns& columns);
  std::vector<std::string> unknown_titles() const;
  void report_missing(const schema::Field& field);

  const input::Sheet& sheet_;
  Layout& layout_;
  const HeaderMatcher& matcher_;
  const schema::Table& table_;
  diag::Sink& faults_;
};

diag::Span LayoutMaker::span(std::uint32_t column, const std::string& title) const {
  const std::uint32_t row = layout_.header.last_row;
  return {.file = sheet_.file,
          .sheet = sheet_.name,
          .cell = input::cell_name(row, column),
          .column = title,
          .row = row + 1};
}

bool LayoutMaker::has_data(std::uint32_t column) const {
  for (std::uint32_t row = layout_.header.last_row + 1; row < sheet_.rows(); ++row) {
    if (sheet_.at(row, column) != nullptr) {
      return true;
    }
  }
  return false;
}

void LayoutMaker::report_unknown(const HeaderColumn& column) {
  const std::string title = column.title();
  const auto guess = matcher_.nearest(column.levels.back());
  faults_.add(
      {.code = "S104",
       .severity = diag::Severity::warning,
       .message =
           "cột \"" + title + "\" không có trong bảng \"" + table_.label + "\" nên không được đọc",
       .help = guess ? "ý bạn là \"" + guess->header + "\"? nếu không cần cột này thì bỏ qua"
                     : "nếu không cần cột này thì bỏ qua",
       .span = span(column.column, title),
       .notes = settling_lines(sheet_.file, {title}, candidates(guess)),
       .value = title});
}

// Fields that an unknown header may mean: the one with the nearest header, else those without a
// column.
std::vector<std::string> LayoutMaker::candidates(const std::optional<NearHeader>& guess) const {
  if (guess) {
    return {table_.fields[guess->field].key};
  }
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < table_.fields.size(); ++i) {
    const bool bound = std::any_of(
        layout_.header.columns.begin(), layout_.header.columns.end(), [&](const auto& column) {
          return column.match.kind == HeaderMatch::Kind::field && column.match.field == i;
        });
    if (!bound) {
      keys.push_back(table_.fields[i].key);
    }
  }
  return keys;
}

void LayoutMaker::report_doubtful(const HeaderColumn& column) {
  const schema::Field& field = table_.fields[column.match.field];
  faults_.add({.code = "S106",
               .severity = diag::Severity::warning,
               .message = "cột \"" + column.title() + "\" được hiểu là \"" +
                          field.codes->words[column.match.word].label + "\"",
               .help = "ghi tên chính thức ở tiêu đề nếu hiểu như vậy là chưa đúng",
               .span = span(column.column, column.title()),
               .field = field.key});
}

// One header merged over several columns: a name is written across them, any other value stands in
// the first.
void LayoutMaker::add_use(std::size_t field, ColumnUse use) {
  std::vector<ColumnUse>& uses = layout_.fields[field].uses;
  const bool repeats = !uses.empty() && use.merged && uses.back().merged == use.merged &&
                       (use.role == Role::whole || use.role == Role::part) &&
                       use.header == uses.back().header;
  if (!repeats) {
    uses.push_back(std::move(use));
    return;
  }
  if (table_.fields[field].type == Type::name && has_data(use.column)) {
    uses.back().role = Role::part;
    use.role = Role::part;
    use.part = uses.back().part + 1;
    uses.push_back(std::move(use));
  }
}

bool LayoutMaker::stands_aside(const HeaderColumn& column) const {
  if (column.keys.size() < 2) {
    return false;
  }
  const auto outer = table_.by_header.find(column.keys.front());
  return outer != table_.by_header.end() && outer->second == schema::Table::ignored_column;
}

void LayoutMaker::add(const HeaderColumn& column) {
  const HeaderMatch& match = column.match;
  if (match.kind == HeaderMatch::Kind::unknown && has_data(column.column)) {
    report_unknown(column);
  }
  if (match.kind != HeaderMatch::Kind::field) {
    return;
  }
  if (match.doubtful && has_data(column.column)) {
    report_doubtful(column);
  }
  ColumnUse use{.column = column.column,
                .role = match.role,
                .word = match.word,
                .part = match.part,
                .header = column.title(),
                .settled = match.settled,
                .foreign = match.foreign,
                .aside = stands_aside(column),
                .merged = column.merged};
  if (match.split_field) {
    ColumnUse filled = use;
    filled.role = Role::filled;
    add_use(*match.split_field, std::move(filled));
  }
  add_use(match.field, std::move(use));
}

void LayoutMaker::report_ambiguous(const schema::Field& field, const FieldColumns& columns) {
  std::string titles;
  for (const ColumnUse& use : columns.uses) {
    titles += (titles.empty() ? "\"" : ", \"") + use.header + "\" (cột " +
              input::column_name(use.column) + ")";
  }
  const ColumnUse& first = columns.uses.front();
  std::vector<std::string> headers;
  for (const ColumnUse& use : columns.uses) {
    headers.push_back(use.header);
  }
  std::vector<std::string> notes = settling_lines(sheet_.file, headers, {field.key});
  notes.insert(notes.begin(), "không đọc cột nào trong số này");
  faults_.add({.code = "S105",
               .message = "nhiều cột cùng là \"" + field.label + "\": " + titles,
               .help = "xóa cột thừa, hoặc chỉ rõ một cột trong job.toml",
               .span = span(first.column, first.header),
               .notes = std::move(notes),
               .field = field.key});
}

// Headers that may be the missing one; where there is none, a place to write it.
std::vector<std::string> LayoutMaker::unknown_titles() const {
  std::vector<std::string> titles;
  for (const HeaderColumn& column : layout_.header.columns) {
    if (column.match.kind == HeaderMatch::Kind::unknown && has_data(column.column)) {
      titles.push_back(column.title());
    }
  }
  return titles.empty() ? std::vector<std::string>{"tiêu đề trong tệp"} : titles;
}

void LayoutMaker::report_missing(const schema::Field& field) {
  faults_.add(
      {.code = "S103",
       .message = "bảng thiếu cột \"" + field.label + "\"",
       .help = "thêm cột, hoặc nếu cột có tên khác thì ghi tên đó vào job.toml",
       .span = {.file = sheet_.file, .sheet = sheet_.name, .row = layout_.header.last_row + 1},
       .notes = settling_lines(sheet_.file, unknown_titles(), {field.key}),
       .field = field.key});
}

// "Chức vụ" and "Trước khi sắp xếp > Chức vụ": only the first is meant. Where every column stands
// under an unknown header, one may be read, with a warning; of several none (false).
bool LayoutMaker::settle_foreign(std::size_t index) {
  const schema::Field& field = table_.fields[index];
  std::vector<ColumnUse>& uses = layout_.fields[index].uses;
  const auto foreign = [](const ColumnUse& use) { return use.foreign; };
  const auto found = std::find_if(uses.begin(), uses.end(), foreign);
  if (found == uses.end()) {
    return true;
  }
  const bool all = std::all_of(uses.begin(), uses.end(), foreign);
  const auto wholes = std::count_if(
      uses.begin(), uses.end(), [](const ColumnUse& use) { return use.role == Role::whole; });
  if (all && wholes > 1) {
    report_ambiguous(field, layout_.fields[index]);
    uses.clear();
    return false;
  }
  faults_.add({.code = "S106",
               .severity = diag::Severity::warning,
               .message = "cột \"" + found->header + "\" " +
                          (all ? "được hiểu là \"" : "không được đọc vì đã có cột khác là \"") +
                          field.label + "\"",
               .help = "nếu chưa đúng, chỉ rõ cột đúng trong job.toml",
               .span = span(found->column, found->header),
               .notes = settling_lines(sheet_.file, {found->header}, {field.key}),
               .field = field.key});
  if (!all) {
    std::erase_if(uses, foreign);
  }
  return true;
}

// Leaves the columns that can be read together: settled ones first, parts only when all are there.
// Two columns for one value would be a guess; posts of several columns add up.
void LayoutMaker::settle(std::size_t index) {
  const schema::Field& field = table_.fields[index];
  std::vector<ColumnUse>& uses = layout_.fields[index].uses;
  const auto any = [&](auto condition) { return std::any_of(uses.begin(), uses.end(), condition); };
  if (any([](const ColumnUse& use) { return use.settled; })) {
    std::erase_if(uses, [](const ColumnUse& use) { return !use.settled; });
  } else if (!settle_foreign(index)) {
    return;
  }
  // The grade among the wages counts where the list has no column of grades.
  if (any([](const ColumnUse& use) { return !use.aside; })) {
    std::erase_if(uses, [](const ColumnUse& use) { return use.aside; });
  }
  const auto parts = std::count_if(
      uses.begin(), uses.end(), [](const ColumnUse& use) { return use.role == Role::part; });
  const bool whole = any([](const ColumnUse& use) { return use.role == Role::whole; });
  if (whole || parts == 1) {  // "Họ" alone does not make a name
    std::erase_if(uses, [](const ColumnUse& use) { return use.role == Role::part; });
  }
  std::stable_sort(uses.begin(), uses.end(), [](const ColumnUse& a, const ColumnUse& b) {
    return a.part < b.part;
  });
  const auto wholes = std::count_if(
      uses.begin(), uses.end(), [](const ColumnUse& use) { return use.role == Role::whole; });
  if (wholes > 1 && field.type != Type::codes) {
    report_ambiguous(field, layout_.fields[index]);
    uses.clear();
  } else if (uses.empty() && field.required) {
    report_missing(field);
  }
}

void LayoutMaker::make() {
  layout_.fields.resize(table_.fields.size());
  for (const HeaderColumn& column : layout_.header.columns) {
    add(column);
  }
  for (std::size_t i = 0; i < layout_.fields.size(); ++i) {
    settle(i);
    layout_.fields[i].blank_word =
        blank_word(sheet_, layout_.header, table_.fields[i], layout_.fields[i], faults_);
    for (ColumnUse& use : layout_.fields[i].uses) {
      use.day_in_doubt = table_.fields[i].type == Type::date &&
                         day_in_doubt(sheet_, layout_.header, table_.fields[i], use, faults_);
    }
  }
}

}  // namespace

Layout make_layout(const input::Sheet& sheet,
                   Header header,
                   const HeaderMatcher& matcher,
                   diag::Sink& faults) {
  Layout layout{.header = std::move(header), .fields = {}};
  LayoutMaker(sheet, layout, matcher, faults).make();
  return layout;
}

}  // namespace baocao::table
