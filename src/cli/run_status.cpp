#include "base/file.hpp"
#include "cli/archive_session.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/desk_files.hpp"
#include "desk/status.hpp"
#include "diag/render.hpp"
#include "report/json.hpp"

namespace baocao::cli {
namespace {

bool write_workbook(const StatusCommand& command,
                    const desk::Status& status,
                    const desk::FormNames& names) {
  diag::Sink faults;
  const auto model = report::parse_json(desk::status_model(status, names), "goi");
  const auto bytes = model ? desk::render_workbook(find_templates(command.common),
                                                   "tinh-hinh-nop.toml",
                                                   report::Map{{"goi", *model},
                                                               {"ky", status.period.key.period},
                                                               {"chot", status.period.as_of},
                                                               {"ngay", status.day}},
                                                   faults)
                           : diag::Failure(model.error());
  print_faults(faults.all(), "");
  if (bytes && base::write_file(command.xlsx, *bytes)) {
    return true;
  }
  if (bytes) {
    fail({.code = "U105",
          .message = "không ghi được tệp \"" + command.xlsx + "\"",
          .help = "kiểm tra quyền ghi và chỗ trống của thư mục"});
  }
  return false;
}

}  // namespace

int run(const StatusCommand& command) {
  const auto day = day_for(command.desk);
  if (!day) {
    print_error(diag::text(day.error()));
    return wrong_usage;
  }
  const auto archive = open_archive(command.desk, archive::Access::read);
  const auto period =
      archive ? find_period(*archive, command.resolution, command.period) : std::nullopt;
  if (!period) {
    return errors;
  }
  const auto packages =
      archive->packages({.resolution = period->key.resolution, .period = period->key.period});
  const auto names = desk::form_names(*archive, *period);
  if (!packages || !names) {
    return fail(packages ? names.error() : packages.error());
  }
  const desk::Status status = desk::status(*period, *packages, *day);
  if (!command.xlsx.empty() && !write_workbook(command, status, *names)) {
    return errors;
  }
  print(command.json ? desk::status_json(status) : desk::status_text(status, *names));
  return done;
}

}  // namespace baocao::cli
