// Filters, tests, functions and methods.
#include "report/evaluator.hpp"
#include "report/filters.hpp"
#include "report/methods.hpp"
#include "report/tests.hpp"

#include <algorithm>
#include <set>

namespace baocao::report {

using expr::Kind;
using expr::Node;

namespace {

template <class Declaration>
std::vector<std::string> names_of(std::span<const Declaration> declarations) {
  std::vector<std::string> names;
  for (const Declaration& declaration : declarations) {
    names.emplace_back(declaration.name);
    if (!declaration.alias.empty()) {
      names.emplace_back(declaration.alias);
    }
  }
  return names;
}

bool is_path(const Node& node) {
  return node.kind == Kind::name || node.kind == Kind::member || node.kind == Kind::index;
}

bool is_undefined(const EvaluateError& error) {
  return error.code == "T511" || error.code == "T512";
}

constexpr std::string_view any_names = "…";  // Function::parameters

MisplacedArgument misplaced(const Node& argument, std::string message, std::string help) {
  return {&argument, {"T517", std::move(message), std::move(help)}};
}

}  // namespace

std::optional<MisplacedArgument> misplaced_argument(const Node& call,
                                                    std::size_t first,
                                                    const std::vector<std::string>& names) {
  std::ptrdiff_t unnamed = 0;
  std::set<std::string_view> given;
  for (std::size_t i = first; i < call.children.size(); ++i) {
    const Node& child = *call.children[i];
    const std::string& name = child.argument;
    if (name.empty() && !given.empty()) {
      return misplaced(child,
                       "\"" + call.text + "\" có đối số không tên đứng sau đối số có tên",
                       "đặt các đối số có tên sau cùng");
    }
    if (name.empty()) {
      ++unnamed;
      continue;
    }
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) {
      return misplaced(child,
                       "\"" + call.text + "\" không có đối số tên \"" + name + "\"",
                       did_you_mean(name, names));
    }
    if (at - names.begin() < unnamed || !given.insert(name).second) {
      return misplaced(child,
                       "\"" + call.text + "\" nhận đối số \"" + name + "\" hai lần",
                       "bỏ bớt một; đối số không tên điền lần lượt từ đối số đầu");
    }
  }
  return std::nullopt;
}

Outcomes Evaluator::arguments(const Node& node,
                              std::vector<Value> given,
                              std::string_view parameters) const {
  const std::size_t operands = given.size();
  const std::vector<std::string> names = names_in(parameters);
  if (auto fault = misplaced_argument(node, operands, names)) {
    return failed(*fault->node, std::move(fault->problem));
  }
  for (std::size_t i = operands; i < node.children.size(); ++i) {
    const Node& child = *node.children[i];
    Outcome argument = value(child);
    if (!argument) {
      return tl::unexpected(std::move(argument.error()));
    }
    if (child.argument.empty()) {
      given.push_back(std::move(*argument));
      continue;
    }
    const auto at = std::find(names.begin(), names.end(), child.argument);
    const std::size_t place = operands + static_cast<std::size_t>(at - names.begin());
    given.resize(std::max(given.size(), place + 1));
    given[place] = std::move(*argument);
  }
  return given;
}

// namespace(a=1, b=2): the arguments themselves.
Outcome Evaluator::named_values(const Node& node) const {
  Map entries;
  for (const expr::NodePtr& child : node.children) {
    if (child->argument.empty()) {
      return failed(*child, {"T517", "hàm \"" + node.text + "\" cần đối số có tên: tên=giá trị"});
    }
    Outcome entry = value(*child);
    if (!entry) {
      return entry;
    }
    entries.emplace_back(child->argument, std::move(*entry));
  }
  return checked(node, Value(std::move(entries)));
}

Outcome Evaluator::call(const Node& node) const {
  const Function* function = find_function(node.text);
  if (function == nullptr) {
    return failed(node,
                  {"T514",
                   "không có hàm \"" + node.text + "\"",
                   did_you_mean(node.text, names_of(all_functions()))});
  }
  if (function->parameters == any_names) {
    return named_values(node);
  }
  const Outcomes given = arguments(node, {}, function->parameters);
  if (!given) {
    return tl::unexpected(given.error());
  }
  auto result = function->apply(*given);
  if (!result) {
    return failed(node, {"T517", "hàm \"" + node.text + "\": " + result.error()});
  }
  return checked(node, std::move(*result));
}

// loop.cycle(a, b) and loop.changed(a).
Outcome Evaluator::loop_method(const Node& node) const {
  const Outcomes given = values(node, 1);
  if (!given) {
    return tl::unexpected(given.error());
  }
  if (node.text == "changed") {
    return Value(scope_.loop_changed(*given));
  }
  if (node.text == "cycle" && !given->empty()) {
    const auto pass = static_cast<std::size_t>(scope_.loop_member("index0")->number()->numerator());
    return (*given)[pass % given->size()];
  }
  return failed(node,
                {"T514",
                 "vòng lặp không có phép gọi \"loop." + node.text + "(…)\"",
                 "dùng loop.cycle(giá_trị, …) hoặc loop.changed(giá_trị)"});
}

Outcome Evaluator::method(const Node& node) const {
  if (is_loop(*node.children[0])) {
    return loop_method(node);
  }
  Outcome of = value(*node.children[0]);
  if (!of) {
    return of;
  }
  if (of->is_none() && lenient_) {
    return Value();
  }
  const Method* found = find_method(*of, node.text);
  if (found == nullptr) {
    return failed(node,
                  {"T514",
                   type_name(*of) + " không có phép gọi \"." + node.text + "(…)\"",
                   did_you_mean(node.text, method_names(*of))});
  }
  const Outcomes given = arguments(node, {std::move(*of)}, found->parameters);
  if (!given) {
    return tl::unexpected(given.error());
  }
  if (auto fault = too_many_arguments(found->parameters, given->size() - 1)) {
    return failed(node, {"T517", "phép gọi \"." + node.text + "(…)\": " + *fault});
  }
  auto result = found->apply(*given);
  if (!result) {
    return failed(node, {"T517", "phép gọi \"." + node.text + "(…)\": " + result.error()});
  }
  return checked(node, std::move(*result));
}

Outcome Evaluator::filter(const Node& node) const {
  const Filter* found = find_filter(node.text);
  if (found == nullptr) {
    return failed(node,
                  {"T513",
                   "không có bộ lọc \"" + node.text + "\"",
                   did_you_mean(node.text, names_of(all_filters()))});
  }
  Outcome input = value(*node.children[0]);
  if (!input) {
    const bool fallback = found->accepts_undefined && is_path(*node.children[0]);
    if (!fallback || !is_undefined(input.error())) {
      return input;
    }
    input = Value();
  }
  const Outcomes given = arguments(node, {std::move(*input)}, found->parameters);
  if (!given) {
    return tl::unexpected(given.error());
  }
  if (auto fault = too_many_arguments(found->parameters, given->size() - 1)) {
    return failed(node, {"T517", "bộ lọc \"" + node.text + "\": " + *fault});
  }
  auto result = found->apply(*given);
  if (!result) {
    return failed(node, {"T517", "bộ lọc \"" + node.text + "\": " + result.error()});
  }
  return checked(node, std::move(*result));
}

Outcome Evaluator::test(const Node& node) const {
  const Test* found = find_test(node.text);
  if (found == nullptr) {
    return failed(node,
                  {"T514",
                   "không có phép thử \"is " + node.text + "\"",
                   did_you_mean(node.text, names_of(all_tests()))});
  }
  const bool asks_existence = found->name == "defined" || found->name == "undefined";
  Outcome input = Evaluator(scope_, lenient_ && !asks_existence).value(*node.children[0]);
  if (asks_existence && is_path(*node.children[0])) {
    const bool missing = !input && is_undefined(input.error());
    if (missing || input) {
      return Value((missing == (found->name == "undefined")) != node.flag);
    }
  }
  if (!input) {
    return input;
  }
  const Outcomes given = arguments(node, {std::move(*input)}, "");
  if (!given) {
    return tl::unexpected(given.error());
  }
  return placed(node, found->holds(*given)).map([&](const Value& holds) {
    return Value(truthy(holds) != node.flag);
  });
}

}  // namespace baocao::report
