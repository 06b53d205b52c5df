// Filters, tests, functions and methods, judged without values.
#include "report/evaluator.hpp"
#include "report/filter_facts.hpp"
#include "report/filter_functions.hpp"
#include "report/judge_expression.hpp"
#include "report/methods.hpp"
#include "report/tests.hpp"

#include <algorithm>

namespace baocao::report {

using expr::Kind;
using expr::Node;
using Type = Value::Type;

namespace {

bool is_path(const Node& node) {
  return node.kind == Kind::name || node.kind == Kind::member || node.kind == Kind::index;
}

bool is_of_path(const EvaluateError& error) {
  return error.code == "T511" || error.code == "T512" || error.code == "T515";
}

// The type that a filter shows its value must have.
UseKind demanded_by(const Filter& filter) {
  if (filter.apply == filter::image || filter.apply == filter::qr) {
    return UseKind::picture;
  }
  constexpr std::uint8_t date_or_text = Shape::bit(Type::date) | Shape::bit(Type::string);
  switch (facts_of(filter).takes) {
    case Shape::bit(Type::number):
      return UseKind::number;
    case Shape::bit(Type::string):
      return UseKind::text;
    case Shape::bit(Type::list):
      return UseKind::list;
    case Shape::bit(Type::map):
      return UseKind::map;
    case date_or_text:
      return UseKind::date;
    default:
      return UseKind::printed;
  }
}

Guess single_type(std::uint8_t types) {
  const auto only = std::find_if(
      all_types.begin(), all_types.end(), [&](Type type) { return types == Shape::bit(type); });
  return {.shape = only == all_types.end() ? nullptr : shape_of_type(*only)};
}

// In their places; nothing when one is not said by the template itself.
std::optional<List> constant_arguments(const Node& node,
                                       const Filter& filter,
                                       const std::vector<Guess>& given) {
  const std::vector<std::string> names = names_in(filter.parameters);
  List arguments;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string& name = node.children[i + 1]->argument;
    if (!given[i].constant) {
      return std::nullopt;
    }
    const auto named = std::find(names.begin(), names.end(), name);
    const std::size_t place =
        name.empty() ? arguments.size() : static_cast<std::size_t>(named - names.begin());
    arguments.resize(std::max(arguments.size(), place + 1));
    arguments[place] = *given[i].constant;
  }
  return arguments;
}

List called_on(const Map& item, const List& arguments) {
  List values{List{item}};
  values.insert(values.end(), arguments.begin(), arguments.end());
  return values;
}

// The item with the members that the texts among `arguments` may name.
Map with_members(Map item, const List& arguments, const Value& value) {
  for (const Value& argument : arguments) {
    const bool is_name = argument.string() != nullptr &&
                         std::none_of(item.begin(), item.end(), [&](const auto& member) {
                           return member.first == *argument.string();
                         });
    if (is_name) {
      item.emplace_back(*argument.string(), value);
    }
  }
  return item;
}

}  // namespace

std::vector<Guess> Judge::arguments(const Node& node) {
  std::vector<Guess> guesses;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    guesses.push_back(value(*node.children[i]));
  }
  return guesses;
}

// A filter or test that there is not: the evaluator says so before it looks at any value.
Guess Judge::unknown(const Node& node) {
  value(*node.children[0]);
  arguments(node);
  Node alone;
  alone.kind = node.kind;
  alone.where = node.where;
  alone.name = node.name;
  alone.text = node.text;
  return constant(alone);
}

// Where nothing depends on names the evaluator itself says what is wrong with the call.
Guess Judge::call(const Node& node) {
  const Function* function = find_function(node.text);
  bool known = true;
  for (const expr::NodePtr& child : node.children) {
    known = value(*child).constant.has_value() && known;
  }
  Guess guess;
  if (function == nullptr || known) {
    guess = constant(node);
  }
  if (function == nullptr) {
    return guess;
  }
  const bool makes_map = function->apply == nullptr;  // of named values; {% set ns.x = … %} adds
  return {.shape = makes_map ? shape_of_type(Type::map) : list_of(shape_of_type(Type::number))};
}

Guess Judge::loop_method(const Node& node) {
  arguments(node);
  if (node.text != "changed" && (node.text != "cycle" || node.children.size() < 2)) {
    fault(node,
          {"T514",
           "vòng lặp không có phép gọi \"loop." + node.text + "(…)\"",
           "dùng loop.cycle(giá_trị, …) hoặc loop.changed(giá_trị)"});
  }
  return {};
}

void Judge::check_call(const Node& node, const Method& method) {
  if (auto misplaced = misplaced_argument(node, 1, names_in(method.parameters))) {
    fault(*misplaced->node, std::move(misplaced->problem));
  } else if (auto too_many = too_many_arguments(method.parameters, node.children.size() - 1)) {
    fault(node, {"T517", "phép gọi \"." + node.text + "(…)\": " + *too_many});
  }
}

Guess Judge::method(const Node& node) {
  if (is_loop(*node.children[0]) && names_.loop_item() != nullptr) {
    return loop_method(node);
  }
  const Guess of = value(*node.children[0]);
  arguments(node);
  const std::vector<Value> values = possible(of);
  std::vector<std::string> near;
  for (const Value& value : values) {
    if (const Method* found = find_method(value, node.text)) {
      check_call(node, *found);
      use(of, found->of == Type::map ? UseKind::map : UseKind::text);
      return {};
    }
    const auto names = method_names(value);
    near.insert(near.end(), names.begin(), names.end());
  }
  const std::string what =
      values.size() == 1 ? type_name(values.front()) : "không loại giá trị nào";
  fault(node,
        {"T514",
         values.size() == 1 ? what + " không có phép gọi \"." + node.text + "(…)\""
                            : what + " có phép gọi \"." + node.text + "(…)\"",
         did_you_mean(node.text, near)});
  return {};
}

// A path that may be unknown from any of its steps on.
Guess Judge::maybe_absent(const Node& node) {
  const std::size_t before = out_.faults.size();
  Guess guess = value(node);
  if (is_path(node)) {
    const auto added = out_.faults.begin() + static_cast<std::ptrdiff_t>(before);
    out_.faults.erase(std::remove_if(added, out_.faults.end(), is_of_path), out_.faults.end());
  }
  return guess;
}

// An unknown path is no fault for a filter that stands in for it.
Guess Judge::filter_input(const Node& node, const Filter& filter) {
  return filter.accepts_undefined ? maybe_absent(*node.children[0]) : value(*node.children[0]);
}

void Judge::check_arguments(const Node& node, const Filter& filter) {
  const std::vector<std::string> names = names_in(filter.parameters);
  if (auto misplaced = misplaced_argument(node, 1, names)) {
    fault(*misplaced->node, std::move(misplaced->problem));
    return;
  }
  const std::size_t given = node.children.size() - 1;
  const std::string whose = "bộ lọc \"" + node.text + "\": ";
  if (auto too_many = too_many_arguments(filter.parameters, given)) {
    fault(node, {"T517", whose + *too_many});
  } else if (given < facts_of(filter).fewest) {
    fault(node,
          {"T517",
           whose + "cần ít nhất " + std::to_string(facts_of(filter).fewest) + " tham số",
           "viết như ví dụ: " + std::string(filter.example)});
  }
}

// The types that the filter takes are not those of the value.
void Judge::check_input(const Node& node,
                        const Filter& filter,
                        const Guess& input,
                        const std::vector<Guess>& given) {
  if (!input.shape || (input.shape->types & facts_of(filter).takes) != 0) {
    return;
  }
  List values{stand_ins(*input.shape).front()};
  for (const Guess& argument : given) {
    values.push_back(possible(argument).front());
  }
  const auto refused = filter.apply(values);
  const std::string why = refused ? "không nhận " + type_name(values.front()) : refused.error();
  fault(node, {"T517", "bộ lọc \"" + node.text + "\": " + why});
}

// A member that an argument names, and that no item of the list has: what fails with the items as
// they are and does not when they have it.
void Judge::check_members(const Node& node,
                          const Filter& filter,
                          const Guess& input,
                          const std::vector<Guess>& given) {
  const ShapePtr items = item_of(input).shape;
  const auto arguments = constant_arguments(node, filter, given);
  if (!items || !items->is_only(Type::map) || items->has_others || !arguments) {
    return;
  }
  const Map item = *example_of(items).map();
  const auto result = filter.apply(called_on(item, *arguments));
  if (result) {
    return;
  }
  for (const Value& value : {Value(1), Value("x"), Value(List{})}) {
    if (filter.apply(called_on(with_members(item, *arguments, value), *arguments))) {
      fault(node, {"T517", "bộ lọc \"" + node.text + "\": " + result.error()});
      return;
    }
  }
}

Guess Judge::filter(const Node& node) {
  const Filter* found = find_filter(node.text);
  if (found == nullptr) {
    return unknown(node);
  }
  const Guess input = filter_input(node, *found);
  use(input, demanded_by(*found));
  const std::vector<Guess> given = arguments(node);
  const std::size_t before = out_.faults.size();
  check_arguments(node, *found);
  const auto is_sound = [&] { return out_.faults.size() == before; };
  if (is_sound()) {
    check_input(node, *found, input, given);
  }
  if (is_sound()) {
    check_members(node, *found, input, given);
  }
  return is_sound() ? filtered(*found, input) : Guess{};
}

Guess Judge::filtered(const Filter& filter, const Guess& input) {
  const FilterFacts& facts = facts_of(filter);
  switch (facts.gives) {
    case FilterGives::same: {
      const bool may_be_other = !filter.parameters.empty();  // the value to use instead
      return {.shape = may_be_other ? nullptr : input.shape, .path = input.path};
    }
    case FilterGives::items: {
      const bool is_list = input.shape && input.shape->is_only(Type::list);
      return {.shape = is_list ? input.shape : nullptr, .path = input.path};
    }
    case FilterGives::item:
      return item_of(input);
    default:
      return single_type(facts.makes);
  }
}

Guess Judge::test(const Node& node) {
  const Test* found = find_test(node.text);
  if (found == nullptr) {
    return unknown(node);
  }
  const bool asks_existence = found->name == "defined" || found->name == "undefined";
  const Guess input = asks_existence ? maybe_absent(*node.children[0]) : value(*node.children[0]);
  const std::vector<Guess> given = arguments(node);
  std::vector<Step> steps;
  for (const Value& value : possible(input)) {
    List values{value};
    for (const Guess& argument : given) {
      const bool known = argument.constant.has_value() || argument.shape;
      values.push_back(known ? possible(argument).front() : value);
    }
    steps.push_back(found->holds(values));
  }
  return outcome(node, steps);
}

}  // namespace baocao::report
