#include "check/same_person.hpp"

#include "check/row_rules.hpp"
#include "diag/render.hpp"
#include "table/column_build.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace baocao::check {
namespace {

constexpr std::size_t personal_number_digits = 12;
// Rows of one name and day that a row is held against: keeps hostile rosters linear.
constexpr std::size_t most_compared = 16;

// Equal for rows with one name and one day of birth; both must be there.
struct NameAndDay {
  const table::Column* names = nullptr;
  const table::Column* births = nullptr;

  std::size_t operator()(std::size_t row) const {
    return table::joined_hash(table::value_hash(*names, row), table::value_hash(*births, row));
  }

  bool operator()(std::size_t a, std::size_t b) const {
    return table::same_value(*births, a, b) && table::same_value(*names, a, b);
  }
};

class PairFinder {
 public:
  PairFinder(const table::Dataset& dataset, const table::Table& table, diag::Sink& faults)
      : dataset_(dataset),
        table_(table),
        faults_(faults),
        ids_(*table.find(table.schema->same_person->id)),
        names_(*table.find(table.schema->same_person->name)),
        births_(*table.find(table.schema->same_person->birth)),
        homes_(table.find(table.schema->same_person->home)),
        sexes_(table.find(table.schema->same_person->sex)),
        rows_of_name_(table.rows, NameAndDay{&names_, &births_}, NameAndDay{&names_, &births_}) {
    first_of_id_.reserve(table.rows);
  }

  void find();

 private:
  using Rows = std::vector<std::size_t>;

  bool is_known_by_number(std::size_t row);
  void compare_names(std::size_t row);
  bool may_be_one(std::size_t a, std::size_t b) const;
  bool same_home(std::size_t a, std::size_t b) const;
  std::string place(std::size_t row, const table::Column& column) const;
  void report_number(std::size_t row, std::size_t first);
  void report_name(std::size_t row, std::size_t first);

  const table::Dataset& dataset_;
  const table::Table& table_;
  diag::Sink& faults_;
  const table::Column& ids_;
  const table::Column& names_;
  const table::Column& births_;
  const table::Column* homes_;
  const table::Column* sexes_;
  std::unordered_map<std::string_view, std::size_t> first_of_id_;
  std::unordered_map<std::size_t, Rows, NameAndDay, NameAndDay> rows_of_name_;  // later by first
};

bool PairFinder::is_known_by_number(std::size_t row) {
  if (!ids_.has(row)) {
    return false;
  }
  const auto [first, is_new] = first_of_id_.try_emplace(ids_.texts[row], row);
  if (!is_new) {
    report_number(row, first->second);
  }
  return !is_new;
}

bool PairFinder::may_be_one(std::size_t a, std::size_t b) const {
  const auto is_personal_number = [&](std::size_t row) {
    return ids_.has(row) && ids_.texts[row].size() == personal_number_digits;
  };
  const bool other_number = is_personal_number(a) && is_personal_number(b);
  const bool other_sex =
      sexes_ != nullptr && sexes_->has(a) && sexes_->has(b) && sexes_->codes[a] != sexes_->codes[b];
  return !other_number && !other_sex;
}

bool PairFinder::same_home(std::size_t a, std::size_t b) const {
  return homes_ != nullptr && homes_->has(a) && homes_->has(b) &&
         text::name_key(homes_->texts[a]) == text::name_key(homes_->texts[b]);
}

void PairFinder::compare_names(std::size_t row) {
  if (!names_.has(row) || !births_.has(row) || !births_.dates[row].exact()) {
    return;
  }
  const auto [known, is_new] = rows_of_name_.try_emplace(row);
  if (is_new) {
    return;
  }
  const std::size_t first = known->first;
  Rows& later = known->second;
  const auto other = std::find_if(
      later.begin(), later.end(), [&](std::size_t before) { return may_be_one(row, before); });
  if (may_be_one(row, first)) {
    report_name(row, first);
  } else if (other != later.end()) {
    report_name(row, *other);
  }
  if (later.size() + 1 < most_compared) {
    later.push_back(row);
  }
}

std::string PairFinder::place(std::size_t row, const table::Column& column) const {
  const diag::Span span = table_.span(row, column.field->key);
  const std::string& unit = dataset_.units.all[table_.unit[row]].full_name;
  // Files checked without a list of units are units of their own.
  return unit == span.file ? diag::place(span) : unit + " (" + diag::place(span) + ")";
}

void PairFinder::report_number(std::size_t row, std::size_t first) {
  faults_.add({.code = "K316",
               .message = "số định danh này đã có ở " + place(first, ids_),
               .help = "xác minh người này thuộc đơn vị nào rồi xóa dòng ở đơn vị kia, hoặc sửa số "
                       "định danh ghi sai",
               .span = table_.span(row, ids_.field->key),
               .notes = {"cả hai dòng đều được tính"},
               .field = ids_.field->key,
               .value = text::mask_id(ids_.texts[row]),
               .unit = unit_code(dataset_, table_, row)});
}

void PairFinder::report_name(std::size_t row, std::size_t first) {
  const bool here = table_.unit[row] == table_.unit[first];
  const bool home = same_home(row, first);
  const std::string where =
      here ? diag::place(table_.span(first, names_.field->key)) : place(first, names_);
  faults_.add({.code = "K317",
               .severity = here || home ? diag::Severity::warning : diag::Severity::note,
               .message = "cùng họ tên, ngày sinh" + std::string(home ? ", quê quán" : "") +
                          " với người ở " + where,
               .help = here ? "nếu là một người thì gộp thành một dòng, ghi đủ các chức danh"
                            : "xác minh; nếu là một người thì xóa dòng ở đơn vị không còn công tác",
               .span = table_.span(row, names_.field->key),
               .notes = {"cả hai dòng đều được tính"},
               .field = names_.field->key,
               .unit = unit_code(dataset_, table_, row)});
}

void PairFinder::find() {
  for (std::size_t row = 0; row < table_.rows; ++row) {
    if (table_.unit[row] != table::Table::no_unit && !is_known_by_number(row)) {
      compare_names(row);
    }
  }
}

}  // namespace

void check_same_person(const table::Dataset& dataset,
                       const table::Table& table,
                       diag::Sink& faults) {
  if (table.schema->same_person) {
    PairFinder(dataset, table, faults).find();
  }
}

}  // namespace baocao::check
