#include "cli/arguments_template.hpp"

#include <CLI/CLI.hpp>

namespace baocao::cli {
namespace {

// A command on one template.
CLI::App* add(CLI::App& group,
              const std::string& name,
              const std::string& what,
              std::string& file) {
  CLI::App* command = group.add_subcommand(name, what);
  command->group("Các lệnh");
  command->option_defaults()->group("Tùy chọn");
  command->set_help_flag("-h,--help", "in hướng dẫn này");
  command->add_option("TEMPLATE", file, "mẫu Word (.docx)")->required();
  return command;
}

void add_mark(CLI::App& command, std::string& mark) {
  command.add_option("--mark", mark, "ghi bản sao của mẫu, mỗi lỗi là một bình luận của Word");
}

void add_render(CLI::App& group, TemplateRenderCommand& render, std::optional<Command>& chosen) {
  CLI::App* command = add(group, "render", "lập một văn bản Word từ mẫu và tệp JSON", render.file);
  command->add_option("DATA", render.data, "dữ liệu JSON (UTF-8)")->required();
  command->add_option("--out", render.out, "tệp Word cần ghi")->required();
  command->add_flag("--lenient", render.lenient, "tên không có trong dữ liệu thì để trống");
  command->add_flag("--json", render.json, "in các lỗi dạng JSON");
  add_mark(*command, render.mark);
  command->callback([&render, &chosen] { chosen = render; });
}

void add_lint(CLI::App& group, TemplateLintCommand& lint, std::optional<Command>& chosen) {
  CLI::App* command =
      add(group, "lint", "nêu mọi lỗi của một mẫu Word, không lập văn bản", lint.file);
  auto* data = command->add_option("--data", lint.data, "dữ liệu JSON có các tên mẫu dùng");
  command->add_option("--resolution", lint.resolution, "mã nghị quyết mà mẫu báo cáo thuộc về")
      ->excludes(data);
  command->add_flag("--json", lint.json, "in các lỗi dạng JSON");
  add_mark(*command, lint.mark);
  command->add_option("--templates", lint.common.templates, "thư mục templates");
  command->callback([&lint, &chosen] { chosen = lint; });
}

void add_vars(CLI::App& group, TemplateVarsCommand& vars, std::optional<Command>& chosen) {
  CLI::App* command = add(group, "vars", "liệt kê các tên một mẫu Word cần", vars.file);
  command->add_flag("--json", vars.json, "in dạng JSON");
  command->callback([&vars, &chosen] { chosen = vars; });
}

}  // namespace

void add_template_commands(CLI::App& group,
                           TemplateCommands& commands,
                           std::optional<Command>& chosen) {
  add_render(group, commands.render, chosen);
  add_lint(group, commands.lint, chosen);
  add_vars(group, commands.vars, chosen);
}

}  // namespace baocao::cli
