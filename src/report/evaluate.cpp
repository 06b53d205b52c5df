#include "report/evaluate.hpp"

#include "report/access.hpp"
#include "report/filters.hpp"
#include "report/operators.hpp"
#include "report/problem.hpp"
#include "report/tests.hpp"
#include "text/suggest.hpp"

namespace baocao::report {
namespace {

using expr::Kind;
using expr::Node;
using expr::Op;
using Outcome = tl::expected<Value, EvaluateError>;

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto near = text::nearest(word, candidates);
  return near ? "ý bạn là \"" + *near + "\"?" : std::string{};
}

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

tl::unexpected<EvaluateError> failed(const Node& node, Problem problem) {
  return tl::unexpected(
      EvaluateError{node.where, problem.code, std::move(problem.message), std::move(problem.help)});
}

Outcome placed(const Node& node, Step step) {
  if (!step) {
    return failed(node, std::move(step.error()));
  }
  return std::move(*step);
}

bool is_path(const Node& node) {
  return node.kind == Kind::name || node.kind == Kind::member || node.kind == Kind::index;
}

bool is_undefined(const EvaluateError& error) {
  return error.code == "T511" || error.code == "T512";
}

bool is_arithmetic(Op op) {
  return op == Op::add || op == Op::subtract || op == Op::multiply || op == Op::divide ||
         op == Op::remainder;
}

bool is_ordering(Op op) {
  return op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
}

class Evaluator {
 public:
  Evaluator(const Scope& scope, bool lenient) : scope_(scope), lenient_(lenient) {}

  Outcome value(const Node& node) const;

 private:
  Outcome name(const Node& node) const;
  Outcome reached(const Node& node, Step step) const;
  Outcome index(const Node& node) const;
  Outcome slice(const Node& node) const;
  Outcome list(const Node& node) const;
  Outcome call(const Node& node) const;
  Outcome filter(const Node& node) const;
  Outcome test(const Node& node) const;
  Outcome unary(const Node& node) const;
  Outcome binary(const Node& node) const;
  Outcome conditional(const Node& node) const;
  Outcome between(const Node& node) const;

  Outcome optional_value(const Node* node) const { return node ? value(*node) : Outcome(Value()); }

  tl::expected<std::vector<Value>, EvaluateError> values(const Node& node, std::size_t from) const;

  const Scope& scope_;
  bool lenient_;
};

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
      return value(*node.children[0]).and_then([&](const Value& of) {
        return reached(node, member_of(of, node.text));
      });
    case Kind::index:
      return index(node);
    case Kind::slice:
      return slice(node);
    case Kind::list:
      return list(node);
    case Kind::call:
      return call(node);
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
  if (lenient_) {
    return Value();
  }
  return failed(node,
                {"T511",
                 "không có tên \"" + node.text + "\" trong dữ liệu",
                 did_you_mean(node.text, scope_.names())});
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
  if (of->is_none() && lenient_) {
    return Value();
  }
  return placed(node, slice_of(*of, *first, *last));
}

tl::expected<std::vector<Value>, EvaluateError> Evaluator::values(const Node& node,
                                                                  std::size_t from) const {
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
  return Value(std::move(*items));
}

Outcome Evaluator::call(const Node& node) const {
  const Function* function = find_function(node.text);
  if (function == nullptr) {
    return failed(node,
                  {"T514",
                   "không có hàm \"" + node.text + "\"",
                   did_you_mean(node.text, names_of(all_functions()))});
  }
  const auto arguments = values(node, 0);
  if (!arguments) {
    return tl::unexpected(arguments.error());
  }
  auto result = function->apply(*arguments);
  if (!result) {
    return failed(node, {"T517", "hàm \"" + node.text + "\": " + result.error()});
  }
  return std::move(*result);
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
  auto arguments = values(node, 1);
  if (!arguments) {
    return tl::unexpected(std::move(arguments.error()));
  }
  arguments->insert(arguments->begin(), std::move(*input));
  auto result = found->apply(*arguments);
  if (!result) {
    return failed(node, {"T517", "bộ lọc \"" + node.text + "\": " + result.error()});
  }
  return std::move(*result);
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
  auto arguments = values(node, 1);
  if (!arguments) {
    return tl::unexpected(std::move(arguments.error()));
  }
  arguments->insert(arguments->begin(), std::move(*input));
  return placed(node, found->holds(*arguments)).map([&](const Value& holds) {
    return Value(truthy(holds) != node.flag);
  });
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
  return placed(node, apply_binary(node.op, *left, *right));
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

}  // namespace

tl::expected<Value, EvaluateError> evaluate(const expr::Node& node, const Scope& scope) {
  return Evaluator(scope, scope.lenient).value(node);
}

}  // namespace baocao::report
