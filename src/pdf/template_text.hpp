// Expressions and texts with {{ expressions }} of a summary file, and their evaluation on a model.
#pragma once

#include "base/ratio.hpp"
#include "config/fields.hpp"
#include "expr/ast.hpp"
#include "pdf/fonts.hpp"
#include "pdf/tone.hpp"
#include "report/evaluate.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::pdf {

// An expression and the place it was written at.
struct Expression {
  std::string source;
  std::shared_ptr<const expr::Node> tree;
  diag::Span span;
};

// A piece of a text: fixed, or the value of an expression.
struct TemplatePiece {
  std::string fixed;
  std::optional<Expression> value;
};

using TemplateText = std::vector<TemplatePiece>;

// Reading: syntax faults (P111) go to the sink of `fields`; what is returned is then not used.
TemplateText read_text(config::Fields& fields, std::string_view key);
TemplateText read_optional_text(config::Fields& fields, std::string_view key);
Expression read_expression(config::Fields& fields, std::string_view key);
std::optional<Expression> read_optional_expression(config::Fields& fields, std::string_view key);

// The values of one model while a summary is drawn. Each function throws RenderFault: the
// evaluator's own code when an expression has no value, P113 when the value is of the wrong type,
// P103 when a text cannot be printed.
class Evaluation {
 public:
  Evaluation(const report::Value& model, const FontSet& fonts) : scope_(model), fonts_(fonts) {}

  const FontSet& fonts() const { return fonts_; }

  // NFC, checked to be printable.
  std::string text(const TemplateText& text) const;
  report::List list(const Expression& expression) const;
  std::optional<base::Ratio> number(const Expression& expression) const;  // none: nothing
  Tone tone(const Expression& expression) const;
  bool holds(const Expression& expression) const;

  // Calls `use` with each value of the list visible as `name`.
  template <class Use>
  void for_each(const Expression& expression, const std::string& name, const Use& use) {
    for (const report::Value& item : list(expression)) {
      scope_.push();
      scope_.set(name, item);
      use();
      scope_.pop();
    }
  }

 private:
  report::Value value(const Expression& expression) const;
  report::Scope scope_;
  const FontSet& fonts_;
};

}  // namespace baocao::pdf
