#include "schema/read_rule.hpp"

#include "config/fields.hpp"

#include <array>
#include <utility>

namespace baocao::schema {
namespace {

// diag::Code can only be made from a literal, so that every code in the program is declared. Not
// std::array: clang 16 deduces no more than 256 elements.
constexpr diag::Code declared_codes[] = {
#define BAOCAO_CODE(id, title, meaning, cause, cure) diag::Code(id),
#include "diag/codes.def"
#undef BAOCAO_CODE
};

constexpr std::array<std::pair<std::string_view, diag::Severity>, 3> severities = {
    {{"note", diag::Severity::note},
     {"warning", diag::Severity::warning},
     {"error", diag::Severity::error}}};

diag::Code read_code(config::Fields& fields) {
  const auto id = fields.optional_string("code");
  for (const diag::Code& code : declared_codes) {
    if (id && code.id() == *id) {
      return code;
    }
  }
  if (id) {
    fields.fault(
        "E401", "code", "không có mã lỗi \"" + *id + "\"", "xem các mã trong diag/codes.def");
  }
  return "K310";
}

diag::Severity read_severity(config::Fields& fields) {
  const auto name = fields.optional_string("severity");
  for (const auto& [word, severity] : severities) {
    if (name && word == *name) {
      return severity;
    }
  }
  if (name) {
    fields.fault(
        "E401", "severity", "mức \"" + *name + "\" không có", "dùng note, warning hoặc error");
  }
  return diag::Severity::warning;
}

}  // namespace

Rule read_rule(const config::Node& node, const std::string& file, diag::Sink& sink) {
  config::Fields fields(node, file, "[[rule]]", sink);
  Rule rule{.code = read_code(fields),
            .id = fields.string("id"),
            .severity = read_severity(fields),
            .when = fields.optional_string("when").value_or(""),
            .expect = fields.string("expect"),
            .field = fields.string("field"),
            .message = fields.string("message"),
            .help = fields.string("help"),
            .file = file,
            .line = node.line()};
  fields.finish();
  return rule;
}

}  // namespace baocao::schema
