#include "report/obstacles.hpp"

#include "report/drilled.hpp"

#include <algorithm>

namespace baocao::report {
namespace {

using indicator::Member;
using indicator::Side;
using resolution::Finding;
using resolution::Verdict;
using table::Dataset;
using table::Table;

// A row of a table and, where that row belongs to a person, the person's row of the roster.
struct Place {
  const Table* table = nullptr;
  std::size_t row = 0;
};

const table::Column* column_of_type(const Table& table, schema::Type type) {
  const auto at =
      std::find_if(table.columns.begin(), table.columns.end(), [&](const table::Column& column) {
        return column.field->type == type;
      });
  return at == table.columns.end() ? nullptr : &*at;
}

std::string name_at(const Place& place) {
  const table::Column* names = column_of_type(*place.table, schema::Type::name);
  return names != nullptr && names->has(place.row) ? names->texts[place.row] : std::string{};
}

// Labels of the posts, in the order of the code list: "Bí thư, Chủ tịch UBND".
std::string posts_at(const Place& place) {
  const table::Column* posts = column_of_type(*place.table, schema::Type::codes);
  if (posts == nullptr || !posts->has(place.row)) {
    return {};
  }
  std::string out;
  const auto& words = posts->field->codes->words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if ((posts->sets[place.row] >> i & 1U) != 0) {
      out += (out.empty() ? "" : ", ") + words[i].label;
    }
  }
  return out;
}

Place person_of(const Dataset& dataset, const Place& place) {
  const Table& table = *place.table;
  if (table.schema->persons || !table.schema->per_person || place.row >= table.person.size() ||
      table.person[place.row] == Table::no_person) {
    return place;
  }
  for (const auto& [name, other] : dataset.tables) {
    if (other.schema->persons) {
      return {&other, table.person[place.row]};
    }
  }
  return place;
}

std::string unit_name(const Dataset& dataset, const Place& place) {
  const std::uint16_t unit = place.table->unit[place.row];
  return unit == Table::no_unit ? std::string{} : dataset.units.all[unit].full_name;
}

// "can-bo/xa-a.xlsx, trang “DS”, hàng 17".
std::string source_of(const Place& place) {
  const diag::Span span = place.table->span(place.row);
  std::string out = span.file;
  if (!span.sheet.empty()) {
    out += ", trang “" + span.sheet + "”";
  }
  if (span.row > 0) {
    out += ", hàng " + std::to_string(span.row);
  }
  return out;
}

Value obstacle_value(const Dataset& dataset, const Finding& finding, const Member& member) {
  const Table* table = dataset.find(member.table);
  const auto& definition = finding.indicator->definition;
  Map map{{"chi_tieu", definition.id}, {"chi_tieu_ten", definition.title}};
  const Place place{table, member.row};
  const Place person = person_of(dataset, place);
  map.emplace_back("don_vi", unit_name(dataset, place));
  map.emplace_back("ho_ten", name_at(person));
  map.emplace_back("chuc_vu", posts_at(person));
  map.emplace_back("ly_do", member.reason);
  map.emplace_back("noi", source_of(place));
  return map;
}

std::vector<Member> members(const Input& input, std::size_t indicator, Side side) {
  if (input.drilled != nullptr) {
    return input.drilled->members(indicator, input.unit, side);
  }
  const std::string& id = input.findings->pack->indicators[indicator].definition.id;
  return input.plan->drill(*input.dataset, id, input.unit, side);
}

void append_obstacles(List& out,
                      const Input& input,
                      std::size_t indicator,
                      const Finding& finding) {
  for (const Side side : {Side::unmet, Side::unknown}) {
    for (const Member& member : members(input, indicator, side)) {
      out.push_back(obstacle_value(*input.dataset, finding, member));
    }
  }
}

}  // namespace

List obstacle_values(const Input& input) {
  List out;
  if (input.plan == nullptr) {
    return out;
  }
  for (std::size_t i = 0; i < input.findings->results.size(); ++i) {
    const Finding finding = input.findings->at(i, input.unit);
    if (finding.verdict == Verdict::not_met || finding.verdict == Verdict::undecided) {
      append_obstacles(out, input, i, finding);
    }
  }
  return out;
}

}  // namespace baocao::report
