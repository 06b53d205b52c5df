#include "expr/evaluate.hpp"

#include "expr/operand.hpp"

#include <algorithm>

namespace baocao::expr {

std::vector<Truth> evaluate(const Condition& condition, const View& view) {
  Frame frame(view);
  return evaluate_all(*condition.root, frame, condition.table);
}

std::vector<Interval> evaluate(const Amount& amount, const View& view) {
  Frame frame(view);
  return evaluate_all(*amount.root, frame, amount.table);
}

Explainer::Explainer(const Condition& condition, const View& view)
    : condition_(&condition), frame_(std::make_unique<Frame>(view)) {}

Explainer::~Explainer() = default;
Explainer::Explainer(Explainer&&) noexcept = default;
Explainer& Explainer::operator=(Explainer&&) noexcept = default;

std::string Explainer::reason(std::size_t row) {
  Reasons reasons;
  condition_->root->explain(*frame_, {condition_->table, row, 1}, reasons);
  std::string text;
  for (auto reason = reasons.begin(); reason != reasons.end(); ++reason) {
    if (std::find(reasons.begin(), reason, *reason) == reason) {
      text += (text.empty() ? "" : "; ") + *reason;
    }
  }
  return text;
}

}  // namespace baocao::expr
