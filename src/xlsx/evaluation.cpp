#include "xlsx/evaluation.hpp"

#include <utility>

namespace baocao::xlsx {

void Evaluation::fail(diag::Diagnostic fault) {
  if (!fault_) {
    fault_ = std::move(fault);
  }
}

report::Value Evaluation::value(const Expression& expression) {
  if (!expression || fault_) {
    return {};
  }
  auto result = report::evaluate(*expression.tree, scope_);
  if (!result) {
    const report::EvaluateError& error = result.error();
    fail({.code = error.code,
          .message = "không tính được \"" + expression.source + "\": " + error.message,
          .help = error.help,
          .span = expression.place});
    return {};
  }
  return std::move(*result);
}

std::string Evaluation::text(const Words& words) {
  std::string text;
  for (const Words::Piece& piece : words.pieces) {
    text += piece.text;
    text += report::printed(value(piece.expression));
  }
  return text;
}

report::List Evaluation::list(const Loop& loop) {
  const report::Value all = value(loop.list);
  if (const report::List* list = all.list()) {
    return *list;
  }
  if (loop && !fault_) {
    fail({.code = "X704",
          .message = "vòng lặp \"" + loop.list.source + "\" không cho ra danh sách",
          .help = "xem các danh sách dùng được trong docs/ten-trong-mau.md",
          .span = loop.list.place});
  }
  return {};
}

}  // namespace baocao::xlsx
