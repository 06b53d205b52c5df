#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/render.hpp"
#include "sample/sample.hpp"

namespace baocao::cli {

int run(const SampleCommand& command) {
  const std::filesystem::path templates = find_templates(command.common);
  if (templates.empty()) {
    return errors;
  }
  const auto files =
      sample::make({templates, command.resolution, command.units, command.people, command.seed});
  if (!files) {
    print_error(diag::text(files.error()));
    return errors;
  }
  for (const sample::File& file : *files) {
    const auto written =
        base::write_file(std::filesystem::path(command.out) / file.name, file.bytes);
    if (!written) {
      print_error(diag::text({.code = "U105",
                              .message = "không ghi được tệp \"" + file.name + "\"",
                              .help = "kiểm tra quyền ghi và chỗ trống của thư mục",
                              .span = {.file = command.out + "/" + file.name}}));
      return errors;
    }
  }
  print("Đã ghi " + std::to_string(files->size()) + " tệp vào " + command.out + "\n");
  return done;
}

}  // namespace baocao::cli
