#include "report/evaluate.hpp"

#include "report/access.hpp"
#include "report/evaluator.hpp"
#include "report/limits.hpp"
#include "report/operators.hpp"
#include "text/suggest.hpp"

namespace baocao::report {

using expr::Kind;
using expr::Node;
using expr::Op;

namespace {

bool is_arithmetic(Op op) {
  return op == Op::add || op == Op::subtract || op == Op::multiply || op == Op::divide ||
         op == Op::floor_divide || op == Op::remainder || op == Op::power;
}

bool is_ordering(Op op) {
  return op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto near = text::nearest(word, candidates);
  return near ? "ý bạn là \"" + *near + "\"?" : std::string{};
}

tl::unexpected<EvaluateError> failed(const Node& node, Problem problem) {
  return tl::unexpected(EvaluateError{
      place_of(node), problem.code, std::move(problem.message), std::move(problem.help)});
}

Outcome placed(const Node& node, Step step) {
  if (!step) {
    return failed(node, std::move(step.error()));
  }
  return std::move(*step);
}

Outcome checked(const Node& node, Value made) {
  const bool too_large = (made.string() != nullptr && made.string()->size() > largest_text) ||
                         (made.list() != nullptr && made.list()->size() > largest_list);
  if (too_large || depth_of(made) > deepest_value) {
    return failed(node,
                  {"T516",
                   "kết quả dài hoặc lồng nhau quá mức",
                   "kiểm tra các vòng lặp nối thêm chữ hoặc danh sách"});
  }
  return made;
}

Outcome Evaluator::value(const Node& node) const {
  switch (node.kind) {
    case Kind::none:
      return Value();
    case Kind::boolean:
      return Value(node.flag);
    case Kind::number:
      return Value(node.number);
    case Kind::string:
      return Value(node.text);
    case Kind::date:
      return Value(node.date);
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
    case Kind::aggregate:
      return failed(node,
                    {"T518",
                     "\"" + node.text + "(…)\" chỉ dùng được trong định nghĩa chỉ tiêu",
                     "trong mẫu, dùng các số đã tính sẵn"});
  }
  return Value();
}

Outcome Evaluator::name(const Node& node) const {
  if (const Value* found = scope_.find(node.text)) {
    return *found;
  }
  if (is_loop(node)) {
    return scope_.loop_value();
  }
  if (lenient_) {
    return Value();
  }
  return failed(node,
                {"T511",
                 "không có tên \"" + node.text + "\" trong dữ liệu",
                 did_you_mean(node.text, scope_.names())});
}

bool Evaluator::is_loop(const Node& node) const {
  return node.kind == Kind::name && node.text == "loop" && scope_.in_loop() &&
         scope_.find("loop") == nullptr;
}

Outcome Evaluator::member(const Node& node) const {
  const Node& of = *node.children[0];
  if (is_loop(of)) {
    if (auto found = scope_.loop_member(node.text)) {
      return std::move(*found);
    }
    return reached(node, member_of(scope_.loop_value(), node.text));
  }
  return value(of).and_then(
      [&](const Value& from) { return reached(node, member_of(from, node.text)); });
}

Outcome Evaluator::reached(const Node& node, Step step) const {
  if (!step && lenient_ && step.error().code == "T512") {
    return Value();
  }
  return placed(node, std::move(step));
}

Outcome Evaluator::index(const Node& node) const {
  Outcome of = value(*node.children[0]);
  if (!of) {
    return of;
  }
  Outcome position = value(*node.children[1]);
  if (!position) {
    return position;
  }
  if (of->is_none() && lenient_) {
    return Value();
  }
  return reached(node, element_of(*of, *position));
}

Outcome Evaluator::slice(const Node& node) const {
  Outcome of = value(*node.children[0]);
  if (!of) {
    return of;
  }
  Outcome first = optional_value(node.children[1].get());
  if (!first) {
    return first;
  }
  Outcome last = optional_value(node.children[2].get());
  if (!last) {
    return last;
  }
  Outcome step = optional_value(node.children.size() > 3 ? node.children[3].get() : nullptr);
  if (!step) {
    return step;
  }
  if (of->is_none() && lenient_) {
    return Value();
  }
  return placed(node, slice_of(*of, *first, *last, *step));
}

Outcomes Evaluator::values(const Node& node, std::size_t from) const {
  std::vector<Value> all;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    Outcome child = value(*node.children[i]);
    if (!child) {
      return tl::unexpected(std::move(child.error()));
    }
    all.push_back(std::move(*child));
  }
  return all;
}

Outcome Evaluator::list(const Node& node) const {
  auto items = values(node, 0);
  if (!items) {
    return tl::unexpected(std::move(items.error()));
  }
  return checked(node, Value(std::move(*items)));
}

Outcome Evaluator::map(const Node& node) const {
  const auto parts = values(node, 0);
  if (!parts) {
    return tl::unexpected(parts.error());
  }
  Map entries;
  for (std::size_t i = 0; i + 1 < parts->size(); i += 2) {
    entries.emplace_back(printed((*parts)[i]), (*parts)[i + 1]);
  }
  return checked(node, Value(std::move(entries)));
}

Outcome Evaluator::unary(const Node& node) const {
  Outcome operand = value(*node.children[0]);
  if (!operand) {
    return operand;
  }
  if (node.op == Op::not_) {
    return Value(!truthy(*operand));
  }
  if (operand->is_none() && lenient_) {
    return Value();
  }
  return placed(node, negated(*operand));
}

Outcome Evaluator::binary(const Node& node) const {
  Outcome left = value(*node.children[0]);
  if (!left) {
    return left;
  }
  if (node.op == Op::and_ || node.op == Op::or_) {
    return truthy(*left) == (node.op == Op::or_) ? left : value(*node.children[1]);
  }
  Outcome right = value(*node.children[1]);
  if (!right) {
    return right;
  }
  if (lenient_ && (left->is_none() || right->is_none())) {
    if (is_arithmetic(node.op)) {
      return Value();
    }
    if (is_ordering(node.op)) {
      return Value(false);
    }
  }
  Outcome made = placed(node, apply_binary(node.op, *left, *right));
  return made ? checked(node, std::move(*made)) : made;
}

Outcome Evaluator::conditional(const Node& node) const {
  Outcome condition = value(*node.children[1]);
  if (!condition) {
    return condition;
  }
  return optional_value((truthy(*condition) ? node.children[0] : node.children[2]).get());
}

Outcome Evaluator::between(const Node& node) const {
  const auto operands = values(node, 0);
  if (!operands) {
    return tl::unexpected(operands.error());
  }
  const Step above = apply_binary(Op::greater_equal, (*operands)[0], (*operands)[1]);
  if (!above || !truthy(*above)) {
    return placed(node, above);
  }
  return placed(node, apply_binary(Op::less_equal, (*operands)[0], (*operands)[2]));
}

tl::expected<Value, EvaluateError> evaluate(const expr::Node& node, const Scope& scope) {
  return Evaluator(scope, scope.lenient).value(node);
}

}  // namespace baocao::report
