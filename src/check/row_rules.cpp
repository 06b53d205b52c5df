#include "check/row_rules.hpp"

#include <optional>
#include <vector>

namespace baocao::check {
namespace {

using expr::Truth;

// A rule and what it says of each row.
struct Judged {
  const schema::Rule* rule = nullptr;
  std::vector<Truth> when;  // empty: always
  std::vector<Truth> expect;

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
    Judged each{&rule, {}, {}};
    if (!rule.when.empty()) {
      each.when =
          judge(rule.when, rule, table, view, context, fatal).value_or(std::vector<Truth>());
    }
    if (auto expect = judge(rule.expect, rule, table, view, context, fatal)) {
      each.expect = std::move(*expect);
      judged.push_back(std::move(each));
    }
  }
  return judged;
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
  const std::vector<Judged> rules = judge_all(table, view, context, fatal);
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (const Judged& each : rules) {
      if (each.broken(row)) {
        faults.add({.code = each.rule->code,
                    .severity = each.rule->severity,
                    .message = each.rule->message,
                    .help = each.rule->help,
                    .span = table.span(row, each.rule->field),
                    .field = each.rule->field,
                    .unit = unit_code(view.dataset(), table, row)});
      }
    }
  }
}

}  // namespace baocao::check
