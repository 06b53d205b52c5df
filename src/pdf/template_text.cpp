#include "pdf/template_text.hpp"

#include "expr/parser.hpp"
#include "pdf/fault.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace baocao::pdf {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

void syntax_fault(config::Fields& fields,
                  std::string_view key,
                  const std::string& source,
                  const std::string& reason) {
  fields.fault("P111",
               key,
               "biểu thức \"" + source + "\" sai cú pháp: " + reason,
               "Sửa biểu thức theo docs/ten-trong-mau.md và docs/bo-loc.md.");
}

std::optional<Expression> parse(config::Fields& fields,
                                std::string_view key,
                                std::string_view source) {
  auto tree = expr::parse(source);
  if (!tree) {
    syntax_fault(fields, key, std::string(source), tree.error().message);
    return std::nullopt;
  }
  return Expression{std::string(source), *std::move(tree), fields.span(key)};
}

TemplateText split(config::Fields& fields, std::string_view key, std::string_view text) {
  TemplateText pieces;
  for (;;) {
    const std::size_t start = text.find(opening);
    pieces.push_back({std::string(text.substr(0, start)), std::nullopt});
    if (start == std::string_view::npos) {
      return pieces;
    }
    text.remove_prefix(start + opening.size());
    std::size_t end = 0;
    auto tree = expr::parse_prefix(text, end);
    if (!tree || !text.substr(end).starts_with(closing)) {
      const std::string source(text.substr(0, text.find(closing)));
      syntax_fault(fields, key, source, tree ? "cần \"}}\"" : tree.error().message);
      return pieces;
    }
    pieces.push_back(
        {{}, Expression{std::string(text.substr(0, end)), *std::move(tree), fields.span(key)}});
    text.remove_prefix(end + closing.size());
  }
}

RenderFault wrong_type(const Expression& expression, const std::string& wanted) {
  return RenderFault({.code = "P113",
                      .message = "Biểu thức \"" + expression.source + "\" phải cho " + wanted,
                      .help = "Sửa biểu thức theo docs/ten-trong-mau.md.",
                      .span = expression.span});
}

}  // namespace

TemplateText read_text(config::Fields& fields, std::string_view key) {
  return split(fields, key, fields.string(key));
}

TemplateText read_optional_text(config::Fields& fields, std::string_view key) {
  return split(fields, key, fields.optional_string(key).value_or(""));
}

Expression read_expression(config::Fields& fields, std::string_view key) {
  const std::string source = fields.string(key);
  return source.empty() ? Expression{} : parse(fields, key, source).value_or(Expression{});
}

std::optional<Expression> read_optional_expression(config::Fields& fields, std::string_view key) {
  const auto source = fields.optional_string(key);
  return source ? parse(fields, key, *source) : std::nullopt;
}

report::Value Evaluation::value(const Expression& expression) const {
  auto value = report::evaluate(*expression.tree, scope_);
  if (!value) {
    throw RenderFault(
        {.code = value.error().code,
         .message = "Không tính được \"" + expression.source + "\": " + value.error().message,
         .help = value.error().help.empty() ? "Sửa biểu thức theo docs/ten-trong-mau.md."
                                            : value.error().help,
         .span = expression.span});
  }
  return *std::move(value);
}

std::string Evaluation::text(const TemplateText& text) const {
  std::string whole;
  diag::Span span;
  for (const TemplatePiece& piece : text) {
    if (piece.value) {
      whole += report::printed(value(*piece.value));
      span = piece.value->span;
    } else {
      whole += piece.fixed;
    }
  }
  if (!text::is_valid_utf8(whole)) {
    throw RenderFault({.code = "P103",
                       .message = "Không in được giá trị: không phải văn bản UTF-8",
                       .help = "Lưu lại tệp dữ liệu bằng bảng mã UTF-8.",
                       .span = span});
  }
  std::string composed = text::nfc(whole);
  std::string one_line = composed;
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  if (const auto reason = fonts_.unprintable(one_line)) {
    throw RenderFault({.code = "P103",
                       .message = "Không in được \"" + composed + "\": " + *reason,
                       .help = "Bỏ hoặc thay ký tự đó trong dữ liệu.",
                       .span = span});
  }
  return composed;
}

report::List Evaluation::list(const Expression& expression) const {
  const report::Value found = value(expression);
  if (found.list() == nullptr) {
    throw wrong_type(expression, "một danh sách");
  }
  return *found.list();
}

std::optional<base::Ratio> Evaluation::number(const Expression& expression) const {
  const report::Value found = value(expression);
  if (found.is_none()) {
    return std::nullopt;
  }
  if (found.number() == nullptr) {
    throw wrong_type(expression, "một số");
  }
  return *found.number();
}

Tone Evaluation::tone(const Expression& expression) const {
  const report::Value found = value(expression);
  if (found.is_none()) {
    return Tone::plain;
  }
  const auto tone = found.string() == nullptr ? std::nullopt : tone_of(*found.string());
  if (!tone) {
    throw wrong_type(expression, "một kết luận (met, not_met, undecided, no_data, not_due)");
  }
  return *tone;
}

bool Evaluation::holds(const Expression& expression) const {
  return report::truthy(value(expression));
}

}  // namespace baocao::pdf
