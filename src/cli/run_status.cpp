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

bool write_workbook(const StatusCommand& command, const desk::Status& status) {
  diag::Sink faults;
  const auto model = report::parse_json(desk::status_model(status), "goi");
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
  if (!packages) {
    return fail(packages.error());
  }
  const desk::Status status = desk::status(*period, *packages, *day);
  if (!command.xlsx.empty() && !write_workbook(command, status)) {
    return errors;
  }
  print(command.json ? desk::status_json(status) : desk::status_text(status));
  return done;
}

}  // namespace baocao::cli
