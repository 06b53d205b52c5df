#include "cli/arguments_parts.hpp"

#include <CLI/CLI.hpp>

namespace baocao::cli {

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& what) {
  CLI::App* command = app.add_subcommand(name, what);
  command->group("Các lệnh");
  command->option_defaults()->group("Tùy chọn");
  command->set_help_flag("-h,--help", "in hướng dẫn này");
  return command;
}

void add_common(CLI::App& command, Common& common) {
  command.add_option("--templates", common.templates, "thư mục templates");
  command.add_option("--threads", common.threads, "số luồng (mặc định: mọi nhân)")
      ->check(CLI::Range(1U, 1024U).description(""));
}

}  // namespace baocao::cli
