#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/template_files.hpp"
#include "diag/json.hpp"
#include "diag/render.hpp"
#include "docx/lint.hpp"

#include <array>

namespace baocao::cli {
namespace {

using docx::Variable;
using report::UseKind;

struct KindName {
  UseKind kind;
  std::string_view json;
  std::string_view words;
};

constexpr std::array<KindName, 9> kind_names{{
    {UseKind::printed, "value", "giá trị"},
    {UseKind::condition, "condition", "điều kiện"},
    {UseKind::boolean, "boolean", "đúng/sai"},
    {UseKind::text, "text", "chữ"},
    {UseKind::number, "number", "số"},
    {UseKind::date, "date", "ngày"},
    {UseKind::picture, "picture", "hình"},
    {UseKind::list, "list", "danh sách"},
    {UseKind::map, "object", "bảng"},
}};

const KindName& name_of(UseKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::string json_of(const std::vector<Variable>& variables);

std::string json_of(const Variable& variable) {
  std::string out = "{\"name\":" + diag::json_string(variable.name) +
                    ",\"type\":" + diag::json_string(name_of(variable.kind).json) +
                    ",\"part\":" + diag::json_string(variable.part) +
                    ",\"address\":" + diag::json_string(variable.address);
  if (!variable.members.empty()) {
    out += ",\"fields\":" + json_of(variable.members);
  }
  return out + "}";
}

std::string json_of(const std::vector<Variable>& variables) {
  std::string out;
  for (const Variable& variable : variables) {
    out += (out.empty() ? "" : ",") + json_of(variable);
  }
  return "[" + out + "]";
}

// "xa: danh sách" and its fields below, two blanks further in.
std::string text_of(const std::vector<Variable>& variables, const std::string& indent) {
  std::string out;
  for (const Variable& variable : variables) {
    out += indent + variable.name + ": ";
    out += name_of(variable.kind).words;
    out += "\n" + text_of(variable.members, indent + "  ");
  }
  return out;
}

}  // namespace

int run(const TemplateVarsCommand& command) {
  const auto variables = read_file(command.file).and_then([&](const base::Bytes& docx) {
    return docx::variables(docx, command.file);
  });
  if (!variables) {
    print_error(diag::text(variables.error()));
    return errors;
  }
  print(command.json ? "{\"vars\":" + json_of(*variables) + "}\n" : text_of(*variables, ""));
  return done;
}

}  // namespace baocao::cli
