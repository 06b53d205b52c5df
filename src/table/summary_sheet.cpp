#include "table/summary_sheet.hpp"

#include "table/column_build.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace baocao::table {
namespace {

using schema::Type;

struct Place {
  std::size_t sheet = 0;
  std::size_t row = 0;
};

// What the rows of one sheet have on the others.
struct Repeats {
  std::vector<std::optional<Place>> of_row;
  std::size_t repeated = 0;
  std::size_t once = 0;  // repeated on one other sheet only
  std::set<std::size_t> sheets;
};

// So many rows with one key name nobody in particular.
constexpr std::size_t most_places = 64;

class SummaryFinder {
 public:
  SummaryFinder(const schema::Table& table, std::vector<Part>& sheets)
      : table_(table), sheets_(sheets) {}

  void drop();

 private:
  std::string key(const Part& part, std::size_t row) const;
  void index_rows();
  std::optional<Place> counterpart(const std::vector<Place>& places,
                                   std::size_t sheet,
                                   std::size_t row) const;
  Repeats repeats_of(std::size_t sheet) const;
  bool is_summary(std::size_t sheet, const Repeats& repeats) const;
  std::string differences(const Part& part, std::size_t row, const Place& other) const;
  void leave_out(std::size_t sheet, const Repeats& repeats);

  const schema::Table& table_;
  std::vector<Part>& sheets_;
  std::unordered_map<std::string, std::vector<Place>> places_;
  std::vector<char> left_out_;
};

// Rows are the same by what names a row of the table; where that is a person, in whatever unit.
std::string SummaryFinder::key(const Part& part, std::size_t row) const {
  std::string key;
  bool named = false;
  for (const std::string& field : table_.unique.back()) {
    const Column& column = part.columns[*table_.index(field)];
    key += (column.has(row) ? value_key(column, row) : "?") + '\x1F';
    named = named || column.field->type == Type::name;
  }
  return named ? key : key + std::to_string(part.unit[row]);
}

void SummaryFinder::index_rows() {
  for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
    for (std::size_t row = 0; row < sheets_[sheet].rows; ++row) {
      places_[key(sheets_[sheet], row)].push_back({sheet, row});
    }
  }
}

// The n-th row with a key on one sheet stands for the n-th on the others together.
std::optional<Place> SummaryFinder::counterpart(const std::vector<Place>& places,
                                                std::size_t sheet,
                                                std::size_t row) const {
  if (places.size() > most_places) {
    return std::nullopt;
  }
  const auto rank = std::count_if(places.begin(), places.end(), [&](const Place& place) {
    return place.sheet == sheet && place.row < row;
  });
  std::ptrdiff_t passed = 0;
  for (const Place& place : places) {
    if (place.sheet != sheet && left_out_[place.sheet] == 0 && passed++ == rank) {
      return place;
    }
  }
  return std::nullopt;
}

Repeats SummaryFinder::repeats_of(std::size_t sheet) const {
  Repeats repeats;
  for (std::size_t row = 0; row < sheets_[sheet].rows; ++row) {
    const auto& places = places_.at(key(sheets_[sheet], row));
    repeats.of_row.push_back(counterpart(places, sheet, row));
    if (!repeats.of_row.back()) {
      continue;
    }
    ++repeats.repeated;
    std::set<std::size_t> others;
    for (const Place& place : places) {
      if (place.sheet != sheet && left_out_[place.sheet] == 0) {
        others.insert(place.sheet);
      }
    }
    repeats.once += others.size() == 1 ? 1U : 0U;
    repeats.sheets.insert(others.begin(), others.end());
  }
  return repeats;
}

bool SummaryFinder::is_summary(std::size_t sheet, const Repeats& repeats) const {
  const std::size_t rows = sheets_[sheet].rows;
  const auto nearly_all = [&](std::size_t count) { return rows >= 2 && count * 5 >= rows * 4; };
  const std::string name = text::name_key(sheets_[sheet].account.sheet);
  const bool says_so = name.find("tổng hợp") != std::string::npos || name.starts_with("toàn ");
  return nearly_all(repeats.repeated) &&
         (says_so || (nearly_all(repeats.once) && repeats.sheets.size() >= 2));
}

// Labels of the fields in which the two rows say different things; words in free text and running
// numbers are not compared.
std::string SummaryFinder::differences(const Part& part,
                                       std::size_t row,
                                       const Place& other) const {
  std::string labels;
  const Part& others = sheets_[other.sheet];
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    const Column& mine = part.columns[i];
    const Column& theirs = others.columns[i];
    const Type type = mine.field->type;
    const bool compared = type != Type::text && (type != Type::number || mine.field->required);
    if (compared && mine.has(row) && theirs.has(other.row) &&
        value_key(mine, row) != value_key(theirs, other.row)) {
      labels += (labels.empty() ? "" : ", ") + mine.field->label;
    }
  }
  return labels;
}

void keep_faults_of_rows(Part& part, bool of_sheet) {
  std::set<std::uint32_t> rows;
  for (const Origin& origin : part.origin) {
    rows.insert(origin.row + 1);
  }
  diag::Sink kept;
  for (const diag::Diagnostic& fault : part.faults.all()) {
    const bool of_row = fault.span.row > part.account.header_last + 1;
    if (of_row ? rows.contains(fault.span.row) : of_sheet) {
      kept.add(fault);
    }
  }
  part.faults = std::move(kept);
}

void SummaryFinder::leave_out(std::size_t sheet, const Repeats& repeats) {
  constexpr std::size_t most_shown = 10;
  Part& part = sheets_[sheet];
  std::vector<char> keep(part.rows, 0);
  std::vector<std::string> notes;
  for (std::size_t row = 0; row < part.rows; ++row) {
    keep[row] = repeats.of_row[row] ? 0 : 1;
    const std::string place = "hàng " + std::to_string(part.origin[row].row + 1);
    const std::string differing =
        repeats.of_row[row] ? differences(part, row, *repeats.of_row[row]) : std::string();
    if (keep[row] != 0) {
      notes.push_back(place + " chỉ có ở trang này nên vẫn được tính");
    } else if (!differing.empty()) {
      notes.push_back(place + " ghi khác trang chi tiết (" + differing +
                      "); tính theo trang chi tiết");
    }
  }
  const bool alike = notes.empty();
  if (notes.size() > most_shown) {
    const std::size_t more = notes.size() - most_shown;
    notes.resize(most_shown);
    notes.push_back("và " + std::to_string(more) + " hàng khác");
  }
  keep_part_rows(part, keep);
  keep_faults_of_rows(part, part.rows > 0);
  part.faults.add(
      {.code = "S118",
       .severity = alike ? diag::Severity::note : diag::Severity::warning,
       .message = "trang lặp lại " + std::to_string(repeats.repeated) +
                  " dòng của các trang khác nên những dòng đó chỉ được tính một lần",
       .help = alike ? "không phải làm gì" : "đối chiếu các hàng đã nêu rồi sửa cho thống nhất",
       .span = {.file = part.account.file, .sheet = part.account.sheet},
       .notes = std::move(notes)});
  if (part.rows == 0) {
    part.sources.clear();
    part.account.unread = "trang tổng hợp, lặp lại các trang khác";
  }
  left_out_[sheet] = 1;
}

// The largest first: the sheets of single bodies are repeated by the summary as well.
void SummaryFinder::drop() {
  std::vector<std::size_t> order;
  for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
    if (sheets_[sheet].rows > 0) {
      order.push_back(sheet);
    }
  }
  if (order.size() < 2 || table_.unique.empty()) {
    return;
  }
  left_out_.assign(sheets_.size(), 0);
  index_rows();
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sheets_[a].rows > sheets_[b].rows;
  });
  for (const std::size_t sheet : order) {
    const Repeats repeats = repeats_of(sheet);
    if (is_summary(sheet, repeats)) {
      leave_out(sheet, repeats);
    }
  }
}

}  // namespace

void drop_summaries(const schema::Table& table, std::vector<Part>& sheets) {
  SummaryFinder(table, sheets).drop();
}

}  // namespace baocao::table
