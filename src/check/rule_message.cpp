#include "check/rule_message.hpp"

#include "text/numbers.hpp"

#include <algorithm>

namespace baocao::check {
namespace {

std::string printed(const expr::Interval& value) {
  if (!value.known) {
    return "chưa rõ";
  }
  const auto figure = [](const base::Ratio& number) {
    return text::decimal(number, 2, text::Zeros::drop);
  };
  return figure(value.low) + (value.exact() ? "" : " đến " + figure(value.high));
}

}  // namespace

std::optional<RuleMessage> RuleMessage::bind(const schema::Rule& rule,
                                             const schema::Table& table,
                                             const expr::View& view,
                                             const expr::Context& context,
                                             diag::Sink& fatal) {
  RuleMessage message(view);
  const std::string& text = rule.message;
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', from)) {
    const std::size_t close = std::min(text.find('}', open), text.size());
    const std::string amount = text.substr(open + 1, close - open - 1);
    auto bound = expr::bind_amount(amount, view.schema(), table, context);
    if (!bound) {
      for (const expr::Fault& fault : bound.error()) {
        fatal.add(expr::diagnostic(fault,
                                   amount,
                                   "lời của quy tắc \"" + rule.id + "\"",
                                   {.file = rule.file, .line = rule.line}));
      }
      return std::nullopt;
    }
    message.pieces_.push_back({text.substr(from, open - from), std::move(*bound)});
    from = std::min(close + 1, text.size());
  }
  message.pieces_.push_back({text.substr(from), std::nullopt});
  return message;
}

std::string RuleMessage::of(std::size_t row) {
  std::string out;
  for (Piece& piece : pieces_) {
    if (piece.figure && !computed_) {
      piece.values = expr::evaluate(*piece.figure, *view_);
    }
    out += piece.text + (piece.figure ? printed(piece.values[row]) : "");
  }
  computed_ = true;
  return out;
}

}  // namespace baocao::check
