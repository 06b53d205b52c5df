#include "check/caps.hpp"

#include "check/row_rules.hpp"
#include "text/keys.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace baocao::check {
namespace {

struct Tally {
  std::int64_t holders = 0;  // of the capped word
  std::int64_t base = 0;     // of the word it is measured against
  std::size_t first_holder = 0;

  void add(bool holds, bool counts, std::size_t row) {
    first_holder = holds && holders == 0 ? row : first_holder;
    holders += holds ? 1 : 0;
    base += counts ? 1 : 0;
  }
};

// Text of a value's own kind, only compared; nothing when it is missing.
std::optional<std::string> value_key(const table::Column& column, std::size_t row) {
  if (!column.has(row)) {
    return std::nullopt;
  }
  switch (column.field->type) {
    case schema::Type::number:
      return column.numbers[row].decimal();
    case schema::Type::text:
      return text::name_key(column.texts[row]);
    default:
      return std::to_string(column.codes[row]);
  }
}

using Values = std::vector<std::string>;

// Rows of one unit and one value of `by`, over the values of `by_person` within it.
struct Period {
  Tally all;
  Tally unplaced;  // rows whose group is unknown
  std::map<Values, Tally> groups;
};

class CapChecker {
 public:
  CapChecker(const table::Dataset& dataset, const table::Table& table, const table::Column& column)
      : dataset_(dataset), table_(table), column_(column), cap_(*column.field->cap) {
    for (const auto& [name, each] : dataset.tables) {
      persons_ = each.schema->persons ? &each : persons_;
    }
  }

  void check(diag::Sink& faults);

 private:
  std::optional<Values> group_of(std::size_t row) const;
  std::map<std::pair<std::uint16_t, Values>, Period> count() const;
  bool exceeds(const Tally& tally, std::int64_t more_base) const;
  std::string label(const std::string& word) const;
  std::string group_label(std::size_t row) const;
  diag::Diagnostic fault(const Tally& tally, const std::string& where) const;

  const table::Dataset& dataset_;
  const table::Table& table_;
  const table::Column& column_;
  const schema::Cap& cap_;
  const table::Table* persons_ = nullptr;
};

std::optional<Values> CapChecker::group_of(std::size_t row) const {
  Values values;
  for (const std::string& field : cap_.by_person) {
    const bool linked = row < table_.person.size() && table_.person[row] != table::Table::no_person;
    const auto value =
        linked ? value_key(*persons_->find(field), table_.person[row]) : std::nullopt;
    if (!value) {
      return std::nullopt;
    }
    values.push_back(*value);
  }
  return values;
}

std::map<std::pair<std::uint16_t, Values>, Period> CapChecker::count() const {
  const auto capped = column_.field->codes->find_key(cap_.word);
  const auto base = column_.field->codes->find_key(cap_.of);
  std::map<std::pair<std::uint16_t, Values>, Period> periods;
  for (std::size_t row = 0; row < table_.rows; ++row) {
    if (!column_.has(row)) {
      continue;
    }
    Values own;
    for (const std::string& field : cap_.by) {
      own.push_back(value_key(*table_.find(field), row).value_or(""));
    }
    Period& period = periods[{table_.unit[row], std::move(own)}];
    const auto group = group_of(row);
    for (Tally* tally : {&period.all, group ? &period.groups[*group] : &period.unplaced}) {
      tally->add(column_.codes[row] == capped, column_.codes[row] == base, row);
    }
  }
  return periods;
}

bool CapChecker::exceeds(const Tally& tally, std::int64_t more_base) const {
  return tally.holders * 100 > (tally.base + more_base) * cap_.percent;
}

std::string CapChecker::label(const std::string& word) const {
  return "\"" + column_.field->codes->words[*column_.field->codes->find_key(word)].label + "\"";
}

// "Văn phòng Đảng ủy, Công chức: ".
std::string CapChecker::group_label(std::size_t row) const {
  std::string out;
  for (const std::string& field : cap_.by_person) {
    const table::Column& column = *persons_->find(field);
    const std::size_t person = table_.person[row];
    out +=
        (out.empty() ? "" : ", ") + (column.field->codes == nullptr
                                         ? column.texts[person]
                                         : column.field->codes->words[column.codes[person]].label);
  }
  return out.empty() ? out : out + ": ";
}

diag::Diagnostic CapChecker::fault(const Tally& tally, const std::string& where) const {
  return {.code = "K313",
          .severity = diag::Severity::warning,
          .message = where + std::to_string(tally.holders) + " người " + label(cap_.word) +
                     ", quá " + std::to_string(cap_.percent) + "% của " +
                     std::to_string(tally.base) + " người " + label(cap_.of),
          .help = "xem lại việc xếp loại trong kỳ; nếu được phép thì ghi vào overrides.toml",
          .span = table_.span(tally.first_holder, column_.field->key),
          .field = column_.field->key,
          .unit = unit_code(dataset_, table_, tally.first_holder)};
}

void CapChecker::check(diag::Sink& faults) {
  for (const auto& [key, period] : count()) {
    bool broken = false;
    for (const auto& [values, tally] : period.groups) {
      if (exceeds(tally, period.unplaced.base)) {
        faults.add(fault(tally, group_label(tally.first_holder)));
        broken = true;
      }
    }
    if (!broken && exceeds(period.all, 0)) {
      faults.add(fault(period.all, ""));
    }
  }
}

}  // namespace

void check_caps(const table::Dataset& dataset, const table::Table& table, diag::Sink& faults) {
  for (const table::Column& column : table.columns) {
    if (column.field->cap) {
      CapChecker(dataset, table, column).check(faults);
    }
  }
}

}  // namespace baocao::check
