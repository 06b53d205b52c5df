// Evaluates an expression tree on values: for Word templates, appendix columns and PDF blocks.
// No host objects, no calls but the registered filters, tests and functions.
#pragma once

#include "diag/diagnostic.hpp"
#include "expr/ast.hpp"
#include "report/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::report {

// Names visible at a place of a template: the model at the bottom, then one frame per block.
class Scope {
 public:
  explicit Scope(const Value& model) : model_(&model) {}

  void push();

  void pop() { --depth_; }

  void set(std::string name, Value value);  // in the innermost frame (a frame must be there)
  // Gives an entry of a map that was set at this place or around it a new value, as Jinja2's
  // namespace() allows; false when there is no such map.
  bool set_entry(std::string_view name, std::string_view key, Value value);
  const Value* find(std::string_view name) const;

  // The pass of a for that `loop` tells of. `items` must outlive the loop.
  void enter_loop(const List& items) { loops_.push_back({&items, 0, {}}); }

  void set_pass(std::size_t index) { loops_.back().index = index; }

  void leave_loop() { loops_.pop_back(); }

  bool in_loop() const { return !loops_.empty(); }

  // loop.index, loop.first …; nothing when there is no such member.
  std::optional<Value> loop_member(std::string_view name) const;
  Value loop_value() const;  // all of them
  // loop.changed(…): true when the values are not those of the last call in this loop.
  bool loop_changed(const List& values) const;

  std::vector<std::string> names() const;  // for "ý bạn là …?"
  bool lenient = false;  // an unknown name or key is an empty value instead of a fault

 private:
  struct Loop {
    const List* items = nullptr;
    std::size_t index = 0;
    std::optional<Value> last_asked;  // by loop.changed
  };

  const Value* model_;
  std::vector<std::vector<std::pair<std::string, Value>>> frames_;
  std::size_t depth_ = 0;  // frames in use; those above keep their memory for the next pass
  mutable std::vector<Loop> loops_;  // loop.changed remembers while an expression is evaluated
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
