#include "cli/arguments_template.hpp"

#include <CLI/CLI.hpp>

namespace baocao::cli {

void add_template_commands(CLI::App& group,
                           TemplateRenderCommand& render,
                           std::optional<Command>& chosen) {
  CLI::App* command = group.add_subcommand("render", "lập một văn bản Word từ mẫu và tệp JSON");
  command->group("Các lệnh");
  command->option_defaults()->group("Tùy chọn");
  command->set_help_flag("-h,--help", "in hướng dẫn này");
  command->add_option("TEMPLATE", render.file, "mẫu Word (.docx)")->required();
  command->add_option("DATA", render.data, "dữ liệu JSON (UTF-8)")->required();
  command->add_option("--out", render.out, "tệp Word cần ghi")->required();
  command->add_flag("--lenient", render.lenient, "tên không có trong dữ liệu thì để trống");
  command->add_flag("--json", render.json, "in các lỗi dạng JSON");
  command->callback([&render, &chosen] { chosen = render; });
}

}  // namespace baocao::cli
