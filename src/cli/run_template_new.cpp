#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/render.hpp"
#include "format/skeleton.hpp"

namespace baocao::cli {
namespace {

// Faults of a file of definitions stand in `faults`; one in the request is `fault` itself.
Exit refuse(const diag::Sink& faults, const diag::Diagnostic& fault) {
  print_faults(faults.all(), "");
  if (faults.all().empty()) {
    print_error(diag::text(fault));
    return wrong_usage;
  }
  return errors;
}

}  // namespace

int run(const TemplateNewCommand& command) {
  const std::filesystem::path templates = find_templates(command.common);
  if (templates.empty()) {
    return errors;
  }
  diag::Sink faults;
  const auto profile = format::load_profile(templates, command.profile, faults);
  if (!profile) {
    return refuse(faults, profile.error());
  }
  const auto skeleton = format::load_skeleton(templates, command.type, faults);
  if (!skeleton) {
    return refuse(faults, skeleton.error());
  }
  if (!base::write_file(command.out, format::write_skeleton(*profile, *skeleton))) {
    print_error(diag::text({.code = "U105",
                            .message = "không ghi được tệp \"" + command.out + "\"",
                            .help = "kiểm tra quyền ghi và chỗ trống của thư mục"}));
    return errors;
  }
  print("Đã ghi " + command.out + ": mẫu " + skeleton->word + " theo hồ sơ " + profile->id +
        ". Chữ tô vàng là chỗ cần bổ sung.\n");
  return done;
}

}  // namespace baocao::cli
