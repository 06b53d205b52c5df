#include "report/composition.hpp"

#include "report/small_cells.hpp"

#include <algorithm>

namespace baocao::report {
namespace {

Value figure_value(const Input& input, std::size_t figure) {
  const indicator::Result& result = input.findings->figure_results[figure];
  const indicator::Definition& definition = *result.definition;
  Map map{{"ma", definition.id}, {"ten", definition.title}, {"dvt", definition.counted}};
  if (!result.missing_tables.empty()) {
    for (const char* key : {"n", "d", "chua_ro", "ty_le"}) {
      map.emplace_back(key, Value());
    }
    add_signs(map, input, definition);
    return map;
  }
  const indicator::Counts& counts = result.counts[input.unit];
  const auto share = resolution::estimate(counts, nullptr).value;
  map.emplace_back("n", counts.n);
  map.emplace_back("d", counts.d);
  map.emplace_back("chua_ro", counts.unknown());
  map.emplace_back("ty_le", share ? Value(*share) : Value());
  add_signs(map, input, definition);
  return map;
}

Value group_value(const Input& input, const resolution::FigureGroup& group) {
  List rows;
  for (const std::size_t figure : group.figures) {
    rows.push_back(figure_value(input, figure));
  }
  base::Ratio most_unknown;
  for (const Value& row : rows) {
    const base::Ratio* unknown = row.find("chua_ro")->number();
    most_unknown = unknown == nullptr ? most_unknown : std::max(most_unknown, *unknown);
  }
  const Value* total = rows.empty() ? nullptr : rows.front().find("d");
  const bool persons =
      !group.figures.empty() &&
      counts_persons(*input.findings->figure_results[group.figures.front()].definition,
                     *input.dataset->schema);
  const std::string unknown_sign = persons ? small_sign(input, most_unknown) : "";
  const bool signed_row = std::any_of(rows.begin(), rows.end(), [](const Value& row) {
    return !row.find("n_sao")->string()->empty() || !row.find("d_sao")->string()->empty();
  });
  return Map{{"ma", group.id},
             {"ten", group.title},
             {"doi_tuong", group.population},
             {"tong", total == nullptr ? Value() : *total},
             {"tong_sao", total == nullptr ? Value("") : *rows.front().find("d_sao")},
             {"chua_ro", most_unknown},
             {"chua_ro_sao", unknown_sign},
             {"co_sao", signed_row || !unknown_sign.empty()},
             {"dong", std::move(rows)}};
}

}  // namespace

List composition_values(const Input& input) {
  List out;
  for (const resolution::FigureGroup& group : input.findings->pack->figure_groups) {
    out.push_back(group_value(input, group));
  }
  return out;
}

Map figure_values(const Input& input) {
  Map out;
  for (std::size_t i = 0; i < input.findings->figure_results.size(); ++i) {
    out.emplace_back(input.findings->figure_results[i].definition->id, figure_value(input, i));
  }
  return out;
}

Value population_of(const Input& input, std::string_view prefix) {
  for (const indicator::Result& result : input.findings->figure_results) {
    if (result.definition->id.starts_with(prefix) && result.missing_tables.empty()) {
      return result.counts[input.unit].d;
    }
  }
  return {};
}

}  // namespace baocao::report
