// Evaluates an expression tree on values: for Word templates, appendix columns and PDF blocks.
// No host objects, no calls but the registered filters, tests and functions.
#pragma once

#include "diag/diagnostic.hpp"
#include "expr/ast.hpp"
#include "report/value.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::report {

// Names visible at a place of a template: the model at the bottom, then one frame per block.
class Scope {
 public:
  explicit Scope(const Value& model) : model_(&model) {}

  void push() { frames_.emplace_back(); }

  void pop() { frames_.pop_back(); }

  void set(std::string name, Value value);  // in the innermost frame (a frame must be there)
  const Value* find(std::string_view name) const;
  std::vector<std::string> names() const;  // for "ý bạn là …?"
  bool lenient = false;  // an unknown name or key is an empty value instead of a fault

 private:
  const Value* model_;
  std::vector<std::vector<std::pair<std::string, Value>>> frames_;
};

struct EvaluateError {
  expr::Location where;
  diag::Code code;
  std::string message;  // Vietnamese, names what was found and what was expected
  std::string help;     // may be empty
};

tl::expected<Value, EvaluateError> evaluate(const expr::Node& node, const Scope& scope);

// Jinja's truth: empty text, 0, empty list, none are false.
bool truthy(const Value& value);

// How a value prints in {{ … }}: numbers in Vietnamese form, dates dd/mm/yyyy, none as nothing.
std::string printed(const Value& value);

}  // namespace baocao::report
