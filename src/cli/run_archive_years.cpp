#include "base/file.hpp"
#include "cli/archive_session.hpp"
#include "cli/archive_verbs.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/compare.hpp"
#include "desk/desk_files.hpp"
#include "desk/province.hpp"
#include "diag/render.hpp"
#include "job/report.hpp"

namespace baocao::cli {
namespace {

bool write_workbook(const ArchiveCommand& command, const desk::Comparison& comparison) {
  diag::Sink faults;
  const auto bytes = desk::render_workbook(
      find_templates(command.common), "so-sanh.toml", desk::compare_value(comparison), faults);
  print_faults(faults.all(), "");
  if (bytes && base::write_file(command.out, *bytes)) {
    return true;
  }
  if (bytes) {
    fail({.code = "U105",
          .message = "không ghi được tệp \"" + command.out + "\"",
          .help = "kiểm tra quyền ghi và chỗ trống của thư mục"});
  }
  return false;
}

}  // namespace

int rerun(const ArchiveCommand& command, const archive::Archive& archive) {
  diag::Sink fatal;
  // Definitions come from the archive, not from templates/.
  const job::Options options{
      .templates = {}, .threads = threads_of(command.common), .progress = {}};
  const auto again = desk::rerun(archive, command.run, options, fatal);
  if (!again) {
    print_faults(fatal.all(), "");
    return errors;
  }
  if (!command.out.empty()) {
    if (const auto written = job::write_artifacts(command.out, again->artifacts); !written) {
      return fail(written.error());
    }
  }
  const std::string made = "Báo cáo số " + std::to_string(again->run.id) + " (" +
                           again->run.key.resolution + ", kỳ " + again->run.key.period + ", lập " +
                           again->run.made_at + " bằng " + again->run.program + ")";
  if (again->different.empty()) {
    print(made + ": lập lại được, mọi tệp giống bản đã lưu từng byte.\n");
    return done;
  }
  print(made + ": " + std::to_string(again->different.size()) + " tệp khác bản đã lưu:\n");
  for (const std::string& name : again->different) {
    print("  " + name + "\n");
  }
  return errors;
}

int compare(const ArchiveCommand& command, const archive::Archive& archive) {
  diag::Sink faults;
  const auto comparison =
      desk::compare(archive, command.resolution, command.periods, command.unit, faults);
  print_faults(faults.all(), "");
  if (!comparison) {
    return faults.all().empty() ? fail(comparison.error()) : errors;
  }
  if (!command.out.empty() && !write_workbook(command, *comparison)) {
    return errors;
  }
  print(command.json ? desk::compare_json(*comparison) : desk::compare_text(*comparison));
  return done;
}

}  // namespace baocao::cli
