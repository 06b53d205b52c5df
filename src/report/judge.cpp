#include "report/judge.hpp"

#include "report/access.hpp"
#include "report/evaluator.hpp"
#include "report/judge_expression.hpp"
#include "report/operators.hpp"

#include <algorithm>

namespace baocao::report {

using expr::Kind;
using expr::Node;
using expr::Op;
using Type = Value::Type;

namespace {

// No names in it: the template itself says its value.
bool is_constant(const Node& node) {
  if (node.kind == Kind::name || node.kind == Kind::call || node.kind == Kind::aggregate) {
    return false;
  }
  return std::all_of(node.children.begin(), node.children.end(), [](const expr::NodePtr& child) {
    return !child || is_constant(*child);
  });
}

UseKind kind_of(const Value& value) {
  switch (value.type()) {
    case Type::boolean:
      return UseKind::boolean;
    case Type::number:
      return UseKind::number;
    case Type::date:
      return UseKind::date;
    case Type::string:
      return UseKind::text;
    case Type::list:
      return UseKind::list;
    case Type::map:
      return UseKind::map;
    case Type::none:
      break;
  }
  return UseKind::printed;
}

Path step(Path path, std::string_view next) {
  if (!path.empty()) {
    path.emplace_back(next);
  }
  return path;
}

bool is_comparison(Op op) {
  return op >= Op::equal && op <= Op::greater_equal;
}

}  // namespace

// One of each type there may be.
std::vector<Value> Judge::possible(const Guess& guess) {
  if (guess.constant) {
    return {*guess.constant};
  }
  Shape any;
  for (const Type type : all_types) {
    any.types |= Shape::bit(type);
  }
  return stand_ins(guess.shape ? *guess.shape : any);
}

Guess item_of(const Guess& list) {
  Guess item;
  if (list.shape && list.shape->is_only(Type::list)) {
    item.shape = list.shape->items;
  } else if (list.shape && list.shape->is_only(Type::map)) {
    item.shape = shape_of_type(Type::string);  // its keys
  }
  item.path = step(list.path, "[]");
  return item;
}

Guess Judge::value(const Node& node) {
  if (is_constant(node)) {
    return constant(node);
  }
  switch (node.kind) {
    case Kind::name:
      return name(node);
    case Kind::member:
      return member(node);
    case Kind::index:
      return index(node);
    case Kind::slice:
      return slice(node);
    case Kind::list:
      return list(node);
    case Kind::map:
      return map(node);
    case Kind::call:
      return call(node);
    case Kind::method:
      return method(node);
    case Kind::filter:
      return filter(node);
    case Kind::test:
      return test(node);
    case Kind::unary:
      return unary(node);
    case Kind::binary:
      return binary(node);
    case Kind::conditional:
      return conditional(node);
    case Kind::between:
      return between(node);
    default:
      return constant(node);
  }
}

void Judge::fault(const Node& node, Problem problem) {
  out_.faults.push_back(
      {place_of(node), problem.code, std::move(problem.message), std::move(problem.help)});
}

void Judge::use(const Guess& guess, UseKind kind) {
  if (!guess.path.empty()) {
    out_.uses.push_back({guess.path, kind});
  }
}

Guess Judge::constant(const Node& node) {
  const Value nothing;
  auto value = evaluate(node, Scope(nothing));
  if (!value) {
    out_.faults.push_back(std::move(value.error()));
    return {};
  }
  return {.shape = shape_of(*value), .constant = std::move(*value)};
}

bool Judge::is_loop(const Node& node) const {
  return node.kind == Kind::name && node.text == "loop" && !names_.is_set("loop");
}

Guess Judge::name(const Node& node) {
  if (is_loop(node) && names_.loop_item() != nullptr) {
    return {.shape = shape_of_type(Type::map)};
  }
  auto found = names_.find(node.text);
  if (node.text == "loop" && found && !found->shape && !found->path.empty()) {
    found = std::nullopt;  // nothing says that the data has such a name
  }
  if (found) {
    use(*found, UseKind::printed);
    return std::move(*found);
  }
  if (node.text == "loop") {
    fault(node,
          {"T511",
           "\"loop\" chỉ có trong vòng lặp for",
           "đặt thẻ này vào giữa {% for … %} và {% endfor %}"});
  } else if (!names_.forgives(node)) {
    fault(node,
          {"T511",
           "không có tên \"" + node.text + "\" trong dữ liệu",
           did_you_mean(node.text, names_.all())});
  }
  return {};
}

Guess Judge::loop_member(const Node& node) {
  const List three(3);
  const Value nothing;
  Scope scope(nothing);
  scope.enter_loop(three);
  scope.set_pass(1);
  const auto value = scope.loop_member(node.text);
  if (!value) {
    const Step unknown = member_of(scope.loop_value(), node.text);
    fault(node, unknown.error());
    return {};
  }
  const bool is_item = node.text == "previtem" || node.text == "nextitem";
  return is_item ? *names_.loop_item() : Guess{.shape = shape_of(*value)};
}

Guess Judge::member(const Node& node) {
  if (is_loop(*node.children[0]) && names_.loop_item() != nullptr) {
    return loop_member(node);
  }
  const Guess of = value(*node.children[0]);
  use(of, UseKind::map);
  return member_named(node, of, node.text);
}

Guess Judge::member_named(const Node& node, const Guess& of, const std::string& key) {
  Guess found{.path = step(of.path, key)};
  if (!of.shape) {
    use(found, UseKind::printed);
    return found;
  }
  const ShapePtr* known = of.shape->member(key);
  const bool may_have = known != nullptr || (of.shape->may_be(Type::map) && of.shape->has_others);
  if (may_have) {
    found.shape = known == nullptr ? nullptr : *known;
    use(found, UseKind::printed);
    return found;
  }
  if (!names_.forgives(node)) {
    Shape only_map = *of.shape;
    only_map.types = of.shape->may_be(Type::map) ? Shape::bit(Type::map) : only_map.types;
    fault(node, member_of(stand_ins(only_map).front(), key).error());
  }
  return {};
}

Guess Judge::index(const Node& node) {
  const Guess of = value(*node.children[0]);
  const Guess position = value(*node.children[1]);
  if (position.constant && position.constant->string() != nullptr) {
    use(of, UseKind::map);
    return member_named(node, of, *position.constant->string());
  }
  const bool by_number = position.shape && position.shape->is_only(Type::number);
  if (by_number) {
    use(of, UseKind::list);
  }
  if (of.shape && !of.shape->may_be(Type::list) && (by_number || !of.shape->may_be(Type::map))) {
    fault(node, element_of(stand_ins(*of.shape).front(), possible(position).front()).error());
    return {};
  }
  return by_number ? item_of(of) : Guess{};
}

Guess Judge::slice(const Node& node) {
  Guess of = value(*node.children[0]);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (node.children[i]) {
      value(*node.children[i]);
    }
  }
  if (of.shape && !of.shape->may_be(Type::list) && !of.shape->may_be(Type::string)) {
    fault(node, slice_of(stand_ins(*of.shape).front(), {}, {}, {}).error());
    return {};
  }
  of.constant.reset();
  return of;
}

Guess Judge::list(const Node& node) {
  for (const expr::NodePtr& child : node.children) {
    value(*child);
  }
  return {.shape = list_of(nullptr)};
}

Guess Judge::map(const Node& node) {
  for (const expr::NodePtr& child : node.children) {
    value(*child);
  }
  return {.shape = shape_of_type(Type::map)};
}

Guess Judge::unary(const Node& node) {
  const Guess operand = value(*node.children[0]);
  use(operand, node.op == Op::not_ ? UseKind::condition : UseKind::number);
  if (node.op == Op::not_) {
    return {.shape = shape_of_type(Type::boolean)};
  }
  return outcome(node, {negated_all(operand)});
}

std::vector<Step> Judge::negated_all(const Guess& operand) {
  std::vector<Step> steps;
  for (const Value& value : possible(operand)) {
    steps.push_back(negated(value));
  }
  return steps;
}

// What fails on all values is a fault; one that is not of their types says most.
Guess Judge::outcome(const Node& node, const std::vector<Step>& steps) {
  std::uint8_t types = 0;
  const Problem* problem = nullptr;
  for (const Step& step : steps) {
    if (step) {
      types |= Shape::bit(step->type());
    } else if (problem == nullptr || step.error().code != "T515") {
      problem = &step.error();
    }
  }
  if (types == 0 && problem != nullptr) {
    fault(node, *problem);
    return {};
  }
  const auto only = std::find_if(
      all_types.begin(), all_types.end(), [&](Type type) { return types == Shape::bit(type); });
  return {.shape = only == all_types.end() ? nullptr : shape_of_type(*only)};
}

Guess Judge::binary(const Node& node) {
  const Guess left = value(*node.children[0]);
  if (node.op == Op::and_ || node.op == Op::or_) {
    const Guess right = value(*node.children[1]);
    use(left, UseKind::condition);
    use(right, UseKind::condition);
    return {};
  }
  const Guess right = value(*node.children[1]);
  use_operands(node.op, left, right);
  std::vector<Step> steps;
  for (const Value& a : possible(left)) {
    for (const Value& b : possible(right)) {
      steps.push_back(apply_binary(node.op, a, b));
    }
  }
  return outcome(node, steps);
}

void Judge::use_operands(Op op, const Guess& left, const Guess& right) {
  if (op == Op::in || op == Op::not_in) {
    use(right, UseKind::list);
  } else if (is_comparison(op)) {
    for (const auto& [one, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
      const bool known = other->shape && stand_ins(*other->shape).size() == 1;
      use(*one, known ? kind_of(stand_ins(*other->shape).front()) : UseKind::printed);
    }
  } else {
    const bool is_text = op == Op::concat;
    const bool joins = op == Op::add && (is_a(left, Type::string) || is_a(right, Type::string));
    const bool dates = is_a(left, Type::date) || is_a(right, Type::date);
    const UseKind kind = is_text || joins ? UseKind::text : dates ? UseKind::date : UseKind::number;
    use(left, is_text ? UseKind::printed : kind);
    use(right, is_text ? UseKind::printed : kind);
  }
}

bool Judge::is_a(const Guess& guess, Type type) {
  return guess.shape && guess.shape->is_only(type);
}

Guess Judge::conditional(const Node& node) {
  use(value(*node.children[1]), UseKind::condition);
  const Guess yes = value(*node.children[0]);
  const Guess no = node.children[2] ? value(*node.children[2]) : Guess{};
  if (!node.children[2]) {
    return {.shape = yes.shape, .path = yes.path};
  }
  return {.shape = yes.shape && no.shape ? united(yes.shape, no.shape) : nullptr};
}

Guess Judge::between(const Node& node) {
  const Guess value_between = value(*node.children[0]);
  for (const std::size_t end : {1U, 2U}) {
    use_operands(Op::greater_equal, value_between, value(*node.children[end]));
  }
  return {.shape = shape_of_type(Type::boolean)};
}

Guess judge(const Node& node, GuessedNames& names, Judgement& out) {
  names.forgive_nothing_new();
  names.forgive(node);
  Guess guess = Judge(names, out).value(node);
  names.take_back();
  return guess;
}

}  // namespace baocao::report
