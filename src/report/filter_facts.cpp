#include "report/filter_facts.hpp"

#include "expr/parser.hpp"
#include "report/evaluate.hpp"
#include "report/operators.hpp"
#include "report/shape.hpp"

#include <algorithm>
#include <map>

namespace baocao::report {
namespace {

// The use of the filter in its own example.
const expr::Node* find_use(const expr::Node& node, const Filter& filter) {
  const bool named = node.text == filter.name || node.text == filter.alias;
  if (node.kind == expr::Kind::filter && named) {
    return &node;
  }
  for (const expr::NodePtr& child : node.children) {
    const expr::Node* found = child ? find_use(*child, filter) : nullptr;
    if (found != nullptr) {
      return found;
    }
  }
  return nullptr;
}

List arguments_of_example(const Filter& filter) {
  List arguments;
  const auto tree = expr::parse(filter.example, expr::Dialect::jinja);
  const expr::Node* use = tree ? find_use(**tree, filter) : nullptr;
  const Value nothing;
  for (std::size_t i = 1; use != nullptr && i < use->children.size(); ++i) {
    const auto value = evaluate(*use->children[i], Scope(nothing));
    if (value && use->children[i]->argument.empty()) {
      arguments.push_back(*value);
    }
  }
  return arguments;
}

// Two of each kind where one may be refused for what it says. The texts among `arguments` may be
// names of members.
List values_to_try(const List& arguments) {
  Map first;
  Map second;
  for (const Value& argument : arguments) {
    if (argument.string() != nullptr) {
      first.emplace_back(*argument.string(), 1);
      second.emplace_back(*argument.string(), 2);
    }
  }
  return List{true,
              1,
              base::Ratio(-3, 8),
              *base::Date::from_ymd(2026, 9, 5),
              "Xã b",
              "42",
              "2026-09-05",
              "2026-Q3",
              List{"b", "A", "b"},
              List{2, 1, 2},
              List{second, first, second},
              first};
}

bool is_among(const Value& wanted, const Value& list) {
  return std::any_of(list.list()->begin(), list.list()->end(), [&](const Value& item) {
    return equal(item, wanted);
  });
}

bool holds_items_of(const Value& result, const Value& list) {
  return result.list() != nullptr &&
         std::all_of(result.list()->begin(), result.list()->end(), [&](const Value& item) {
           return is_among(item, list);
         });
}

struct Trial {
  const Value& input;
  Value result;
};

FilterGives gives(const std::vector<Trial>& trials) {
  bool same = !trials.empty();
  bool items = false;
  bool item = false;
  bool other = false;
  for (const Trial& trial : trials) {
    same = same && equal(trial.input, trial.result);
    if (trial.input.list() == nullptr) {
      continue;
    }
    const bool has_items = holds_items_of(trial.result, trial.input);
    const bool is_item = is_among(trial.result, trial.input);
    items = items || has_items;
    item = item || is_item;
    other = other || (!has_items && !is_item);
  }
  if (same) {
    return FilterGives::same;
  }
  if (other || items == item) {
    return FilterGives::other;
  }
  return items ? FilterGives::items : FilterGives::item;
}

FilterFacts found_out(const Filter& filter) {
  FilterFacts facts;
  const List arguments = arguments_of_example(filter);
  const List inputs = values_to_try(arguments);
  std::vector<Trial> trials;
  for (std::size_t count = 0; count <= arguments.size(); ++count) {
    for (const Value& input : inputs) {
      List given{input};
      given.insert(
          given.end(), arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(count));
      if (auto result = filter.apply(given)) {
        facts.fewest = trials.empty() ? count : facts.fewest;
        facts.takes |= Shape::bit(input.type());
        facts.makes |= Shape::bit(result->type());
        trials.push_back({input, std::move(*result)});
      }
    }
  }
  facts.gives = gives(trials);
  return facts;
}

}  // namespace

const FilterFacts& facts_of(const Filter& filter) {
  static const auto all = [] {
    std::map<std::string_view, FilterFacts> facts;
    for (const Filter& each : all_filters()) {
      facts.emplace(each.name, found_out(each));
    }
    return facts;
  }();
  return all.at(filter.name);
}

}  // namespace baocao::report
