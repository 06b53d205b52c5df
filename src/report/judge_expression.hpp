// How report/judge.hpp works. Private to report/.
#pragma once

#include "report/judge.hpp"
#include "report/problem.hpp"

#include <string>
#include <vector>

namespace baocao::report {

struct Filter;
struct Method;

// One expression: each function judges the kind of node of its name. The messages are those of the
// evaluator: where it can be, the operation itself is tried on values of the types there may be.
class Judge {
 public:
  Judge(GuessedNames& names, Judgement& out) : names_(names), out_(out) {}

  Guess value(const expr::Node& node);

 private:
  Guess constant(const expr::Node& node);
  Guess name(const expr::Node& node);
  Guess member(const expr::Node& node);
  Guess member_named(const expr::Node& node, const Guess& of, const std::string& key);
  Guess loop_member(const expr::Node& node);
  Guess index(const expr::Node& node);
  Guess slice(const expr::Node& node);
  Guess list(const expr::Node& node);
  Guess map(const expr::Node& node);
  Guess unary(const expr::Node& node);
  Guess binary(const expr::Node& node);
  Guess conditional(const expr::Node& node);
  Guess between(const expr::Node& node);

  // judge_calls.cpp
  Guess call(const expr::Node& node);
  Guess method(const expr::Node& node);
  Guess loop_method(const expr::Node& node);
  Guess filter(const expr::Node& node);
  Guess maybe_absent(const expr::Node& node);
  Guess filter_input(const expr::Node& node, const Filter& filter);
  void check_arguments(const expr::Node& node, const Filter& filter);
  void check_input(const expr::Node& node,
                   const Filter& filter,
                   const Guess& input,
                   const std::vector<Guess>& given);
  void check_members(const expr::Node& node,
                     const Filter& filter,
                     const Guess& input,
                     const std::vector<Guess>& given);
  Guess filtered(const Filter& filter, const Guess& input);
  Guess test(const expr::Node& node);
  Guess unknown(const expr::Node& node);
  std::vector<Guess> arguments(const expr::Node& node);

  void use(const Guess& guess, UseKind kind);
  void use_operands(expr::Op op, const Guess& left, const Guess& right);
  void fault(const expr::Node& node, Problem problem);
  void check_call(const expr::Node& node, const Method& method);
  Guess outcome(const expr::Node& node, const std::vector<Step>& steps);
  bool is_loop(const expr::Node& node) const;

  static std::vector<Value> possible(const Guess& guess);
  static std::vector<Step> negated_all(const Guess& operand);
  static bool is_a(const Guess& guess, Value::Type type);

  GuessedNames& names_;
  Judgement& out_;
};

}  // namespace baocao::report
