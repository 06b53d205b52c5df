#include "check/row_rules.hpp"

#include "check/rule_message.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace baocao::check {
namespace {

using expr::Truth;

// A rule and what it says of each row.
struct Judged {
  const schema::Rule* rule = nullptr;
  std::vector<Truth> when;  // empty: always
  std::vector<Truth> expect;
  RuleMessage message;

  bool broken(std::size_t row) const {
    return (when.empty() || when[row] == Truth::yes) && expect[row] == Truth::no;
  }
};

std::optional<std::vector<Truth>> judge(const std::string& text,
                                        const schema::Rule& rule,
                                        const table::Table& table,
                                        const expr::View& view,
                                        const expr::Context& context,
                                        diag::Sink& fatal) {
  const auto bound = expr::bind_condition(text, view.schema(), *table.schema, context);
  if (bound) {
    return expr::evaluate(*bound, view);
  }
  for (const expr::Fault& fault : bound.error()) {
    fatal.add(expr::diagnostic(
        fault, text, "quy tắc \"" + rule.id + "\"", {.file = rule.file, .line = rule.line}));
  }
  return std::nullopt;
}

std::vector<Judged> judge_all(const table::Table& table,
                              const expr::View& view,
                              const expr::Context& context,
                              diag::Sink& fatal) {
  std::vector<Judged> judged;
  for (const schema::Rule& rule : table.schema->rules) {
    std::optional<std::vector<Truth>> when = std::vector<Truth>();
    if (!rule.when.empty()) {
      when = judge(rule.when, rule, table, view, context, fatal);
    }
    auto expect = judge(rule.expect, rule, table, view, context, fatal);
    auto message = RuleMessage::bind(rule, *table.schema, view, context, fatal);
    if (when && expect && message) {
      judged.push_back({&rule, std::move(*when), std::move(*expect), std::move(*message)});
    }
  }
  return judged;
}

class RowChecker {
 public:
  RowChecker(const table::Table& table, const expr::View& view, diag::Sink& faults)
      : table_(table), view_(view), faults_(faults) {}

  void check(std::vector<Judged>& rules);

 private:
  // Rows of one sheet that break a rule about a column the sheet does not have.
  struct Unmarkable {
    std::size_t first_row = 0;
    std::size_t rows = 0;
  };

  bool lacks_column(const Judged& each, std::size_t row) const;
  diag::Diagnostic fault(Judged& each, std::size_t row) const;
  void add_unmarkable(Judged& each, const Unmarkable& rows);

  const table::Table& table_;
  const expr::View& view_;
  diag::Sink& faults_;
};

bool RowChecker::lacks_column(const Judged& each, std::size_t row) const {
  const table::Source& source = table_.sources[table_.origin[row].source];
  const std::size_t field = *table_.schema->index(each.rule->field);
  return source.columns[field].empty() && !table_.columns[field].has(row);
}

diag::Diagnostic RowChecker::fault(Judged& each, std::size_t row) const {
  return {.code = each.rule->code,
          .severity = each.rule->severity,
          .message = each.message.of(row),
          .help = each.rule->help,
          .span = table_.span(row, each.rule->field),
          .field = each.rule->field,
          .unit = unit_code(view_.dataset(), table_, row),
          .rule = each.rule->id};
}

// One fault for the sheet: the column is missing, not so many values.
void RowChecker::add_unmarkable(Judged& each, const Unmarkable& rows) {
  diag::Diagnostic fault = this->fault(each, rows.first_row);
  fault.message += " (" + std::to_string(rows.rows) + " dòng: bảng này không có cột \"" +
                   table_.schema->find(each.rule->field)->label + "\")";
  fault.span.row = 0;
  faults_.add(std::move(fault));
}

void RowChecker::check(std::vector<Judged>& rules) {
  std::map<std::pair<std::uint32_t, std::size_t>, Unmarkable> unmarkable;
  for (std::size_t row = 0; row < table_.rows; ++row) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (!rules[i].broken(row)) {
        continue;
      }
      if (!lacks_column(rules[i], row)) {
        faults_.add(fault(rules[i], row));
      } else if (Unmarkable& rows = unmarkable[{table_.origin[row].source, i}]; rows.rows++ == 0) {
        rows.first_row = row;
      }
    }
  }
  for (const auto& [place, rows] : unmarkable) {
    add_unmarkable(rules[place.second], rows);
  }
}

}  // namespace

std::string unit_code(const table::Dataset& dataset, const table::Table& table, std::size_t row) {
  const std::uint16_t unit = table.unit[row];
  return unit == table::Table::no_unit ? std::string() : dataset.units.all[unit].code;
}

void check_rows(const table::Table& table,
                const expr::View& view,
                const expr::Context& context,
                diag::Sink& faults,
                diag::Sink& fatal) {
  std::vector<Judged> rules = judge_all(table, view, context, fatal);
  RowChecker(table, view, faults).check(rules);
}

}  // namespace baocao::check
