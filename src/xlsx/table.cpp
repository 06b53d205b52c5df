#include "xlsx/table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace baocao::xlsx {
namespace {

using report::Value;

// Appends sheet columns first…last-1, which share a loop, once for each item.
void repeat(const Sheet& sheet,
            std::size_t first,
            std::size_t last,
            const report::List& items,
            std::vector<PlacedColumn>& placed) {
  for (std::size_t position = 0; position < items.size(); ++position) {
    for (std::size_t i = first; i < last; ++i) {
      placed.push_back({.definition = &sheet.columns[i],
                        .index = i,
                        .item = items[position],
                        .position = position});
    }
  }
}

std::vector<PlacedColumn> place_columns(const Sheet& sheet, Evaluation& evaluation) {
  std::vector<PlacedColumn> placed;
  for (std::size_t first = 0; first < sheet.columns.size();) {
    const Loop& each = sheet.columns[first].each;
    std::size_t last = first + 1;
    if (!each) {
      placed.push_back({.definition = &sheet.columns[first], .index = first, .item = std::nullopt});
      first = last;
      continue;
    }
    while (last < sheet.columns.size() &&
           sheet.columns[last].each.list.source == each.list.source &&
           sheet.columns[last].printed == sheet.columns[first].printed) {
      ++last;
    }
    repeat(sheet, first, last, evaluation.list(each), placed);
    first = last;
  }
  return placed;
}

// Where column `index` stands for the same item of the loop as `column`.
std::size_t beside(const std::vector<PlacedColumn>& columns,
                   const PlacedColumn& column,
                   std::size_t index) {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const PlacedColumn& other) {
    return other.index == index && (!other.item || other.position == column.position);
  });
  return static_cast<std::size_t>(found - columns.begin());
}

std::string_view kind_name(Kind kind) {
  constexpr std::array<std::string_view, 4> names = {"chữ", "số", "tỷ lệ", "ngày"};
  return names[static_cast<std::size_t>(kind)];
}

bool fits(Kind kind, const Value& value) {
  switch (kind) {
    case Kind::number:
    case Kind::percent:
      return value.is_none() || value.number() != nullptr;
    case Kind::date:
      return value.is_none() || value.date() != nullptr;
    default:
      return value.list() == nullptr && value.map() == nullptr;
  }
}

class TableBuilder {
 public:
  TableBuilder(const Sheet& sheet, const Fills& fills, Evaluation& evaluation)
      : sheet_(sheet), fills_(fills), evaluation_(evaluation) {}

  Table build() {
    table_.columns = place_columns(sheet_, evaluation_);
    for (const PlacedColumn& column : table_.columns) {
      table_.printed_columns += column.definition->printed ? 1U : 0U;
      table_.levels = std::max(table_.levels, column.definition->header.size());
    }
    table_.head = build_head(table_.columns, table_.levels, evaluation_);
    add_total();
    add_groups();
    if (number_ == 0) {
      table_.rows.push_back(
          {.role = TableRow::Role::empty, .text = evaluation_.text(sheet_.empty), .cells = {}});
    }
    return std::move(table_);
  }

 private:
  void add_total() {
    const bool wanted =
        std::any_of(sheet_.columns.begin(), sheet_.columns.end(), [](const Column& column) {
          return static_cast<bool>(column.total);
        });
    if (wanted) {
      add_row(TableRow::Role::total);
    }
  }

  void add_groups() {
    if (!sheet_.groups) {
      add_rows();
      return;
    }
    for (const Value& group : evaluation_.list(sheet_.groups)) {
      Evaluation::Frame frame(evaluation_);
      frame.set(sheet_.groups.name, group);
      table_.rows.push_back({.role = TableRow::Role::group,
                             .text = evaluation_.text(sheet_.group_title),
                             .cells = {}});
      add_rows();
    }
  }

  void add_rows() {
    for (const Value& item : evaluation_.list(sheet_.rows)) {
      Evaluation::Frame frame(evaluation_);
      frame.set(sheet_.rows.name, item);
      frame.set("stt", ++number_);
      add_row(TableRow::Role::body);
    }
  }

  void add_row(TableRow::Role role) {
    TableRow row{.role = role, .text = {}, .cells = {}};
    row.cells.reserve(table_.columns.size());
    for (const PlacedColumn& column : table_.columns) {
      Evaluation::Frame frame(evaluation_);
      show(column, frame);
      row.cells.push_back(cell(*column.definition, role));
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (table_.columns[i].definition->share) {
        divide(row, i);
      }
    }
    table_.rows.push_back(std::move(row));
  }

  Cell cell(const Column& column, TableRow::Role role) {
    const bool is_total = role == TableRow::Role::total;
    const Expression& source = is_total ? column.total : column.value;
    Cell cell;
    cell.value = evaluation_.value(source);
    if (!is_total && column.fill) {
      cell.fill = fill(evaluation_.value(column.fill));
    }
    cell.mark = mark(is_total ? column.total_mark : column.mark, cell.value);
    // A percentage made from two cells has none of its own but, in the total row, words for its
    // lack.
    if (!column.share && !fits(column.kind, cell.value)) {
      evaluation_.fail({.code = "X704",
                        .message = "cột kiểu " + std::string(kind_name(column.kind)) +
                                   " nhận được \"" + report::printed(cell.value) + "\" từ \"" +
                                   source.source + "\"",
                        .help = "sửa biểu thức, hoặc đổi kind của cột",
                        .span = source.place});
    }
    // The words for a percentage that cannot be made wait in the cell until divide() replaces them.
    if (!is_total && cell.value.is_none()) {
      cell.value = evaluation_.value(column.otherwise);
    }
    return cell;
  }

  std::string mark(const Expression& source, const Value& value) {
    return value.number() == nullptr ? std::string() : report::printed(evaluation_.value(source));
  }

  std::int64_t fill(const Value& word) const {
    const auto found = word.string() == nullptr ? fills_.end() : fills_.find(*word.string());
    return found == fills_.end() ? -1 : static_cast<std::int64_t>(found->second);
  }

  void divide(TableRow& row, std::size_t at) const {
    const PlacedColumn& column = table_.columns[at];
    const ShareOf places = {beside(table_.columns, column, column.definition->share->n),
                            beside(table_.columns, column, column.definition->share->d)};
    const base::Ratio* n = row.cells[places.n].value.number();
    const base::Ratio* d = row.cells[places.d].value.number();
    if (n != nullptr && d != nullptr && !d->is_zero()) {
      row.cells[at].share = places;
    }
  }

  const Sheet& sheet_;
  const Fills& fills_;
  Evaluation& evaluation_;
  Table table_;
  int number_ = 0;
};

}  // namespace

void show(const PlacedColumn& column, Evaluation::Frame& frame) {
  if (column.item) {
    frame.set(column.definition->each.name, *column.item);
    frame.set("vi_tri", static_cast<std::int64_t>(column.position));
  }
}

Table build_table(const Sheet& sheet, const Fills& fills, Evaluation& evaluation) {
  return TableBuilder(sheet, fills, evaluation).build();
}

}  // namespace baocao::xlsx
