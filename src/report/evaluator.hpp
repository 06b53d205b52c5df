// How report/evaluate.hpp works. Private to report/.
#pragma once

#include "report/evaluate.hpp"
#include "report/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::report {

using Outcome = tl::expected<Value, EvaluateError>;
using Outcomes = tl::expected<std::vector<Value>, EvaluateError>;

// What a fault of the node points at: the name of a member, filter or test, else all of it.
inline expr::Location place_of(const expr::Node& node) {
  return node.name.length > 0 ? node.name : node.where;
}

tl::unexpected<EvaluateError> failed(const expr::Node& node, Problem problem);
Outcome placed(const expr::Node& node, Step step);

// What an operation made, unless it is too large.
Outcome checked(const expr::Node& node, Value made);

// "ý bạn là …?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

// What is wrong with how the arguments of a call are named; they are its children from `first` on.
struct MisplacedArgument {
  const expr::Node* node = nullptr;
  Problem problem;
};

// A name that is not among `names`, an argument given twice, one without a name behind a named one.
std::optional<MisplacedArgument> misplaced_argument(const expr::Node& call,
                                                    std::size_t first,
                                                    const std::vector<std::string>& names);

// One expression: each function evaluates the kind of node of its name.
class Evaluator {
 public:
  Evaluator(const Scope& scope, bool lenient) : scope_(scope), lenient_(lenient) {}

  Outcome value(const expr::Node& node) const;

 private:
  Outcome name(const expr::Node& node) const;
  Outcome member(const expr::Node& node) const;
  Outcome reached(const expr::Node& node, Step step) const;
  Outcome index(const expr::Node& node) const;
  Outcome slice(const expr::Node& node) const;
  Outcome list(const expr::Node& node) const;
  Outcome map(const expr::Node& node) const;
  Outcome unary(const expr::Node& node) const;
  Outcome binary(const expr::Node& node) const;
  Outcome conditional(const expr::Node& node) const;
  Outcome between(const expr::Node& node) const;

  // evaluate_calls.cpp
  Outcome call(const expr::Node& node) const;
  Outcome method(const expr::Node& node) const;
  Outcome loop_method(const expr::Node& node) const;
  Outcome filter(const expr::Node& node) const;
  Outcome test(const expr::Node& node) const;
  Outcome named_values(const expr::Node& node) const;
  // The arguments of a call behind those in `given`; named ones go to the place that `parameters`
  // ("attribute reverse") gives them.
  Outcomes arguments(const expr::Node& node,
                     std::vector<Value> given,
                     std::string_view parameters) const;

  bool is_loop(const expr::Node& node) const;

  Outcome optional_value(const expr::Node* node) const {
    return node ? value(*node) : Outcome(Value());
  }

  Outcomes values(const expr::Node& node, std::size_t from) const;

  const Scope& scope_;
  bool lenient_;
};

}  // namespace baocao::report
