// The message of a [[rule]] with the figures of one row: "{count(can_bo)} người" → "31 người".
#pragma once

#include "diag/diagnostic.hpp"
#include "expr/evaluate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::check {

class RuleMessage {
 public:
  // What stands in braces is an amount of the expression language. Faults in it go to `fatal` with
  // the line of the rule; then there is no message.
  static std::optional<RuleMessage> bind(const schema::Rule& rule,
                                         const schema::Table& table,
                                         const expr::View& view,
                                         const expr::Context& context,
                                         diag::Sink& fatal);

  // Computes the figures of all rows at the first call: rules are seldom broken.
  std::string of(std::size_t row);

 private:
  struct Piece {
    std::string text;                    // before the figure
    std::optional<expr::Amount> figure;  // none behind the last text
    std::vector<expr::Interval> values = {};
  };

  explicit RuleMessage(const expr::View& view) : view_(&view) {}

  const expr::View* view_;
  std::vector<Piece> pieces_;
  bool computed_ = false;
};

}  // namespace baocao::check
