#include "cli/archive_session.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/province.hpp"
#include "diag/render.hpp"
#include "job/report.hpp"

#include <algorithm>

namespace baocao::cli {
namespace {

namespace fs = std::filesystem;

bool wanted(const ReportCommand& command, const std::string& kind) {
  return command.only.empty() ||
         std::find(command.only.begin(), command.only.end(), kind) != command.only.end();
}

// Without a folder named: outputs/<name of the job folder> beside inputs/, else under the working
// folder.
fs::path output_folder(const ReportCommand& command) {
  if (!command.out.empty()) {
    return command.out;
  }
  const fs::path job = fs::absolute(command.job).lexically_normal();
  const fs::path folder = fs::is_directory(job) ? job : job.parent_path();
  const fs::path named = folder.filename().empty() ? folder.parent_path() : folder;
  const fs::path inputs = named.parent_path();
  const fs::path top = inputs.filename() == "inputs" ? inputs.parent_path() : fs::current_path();
  return (top / "outputs" / named.filename()).lexically_proximate(fs::current_path());
}

std::string size_text(std::size_t bytes) {
  return std::to_string((bytes + 1023) / 1024) + " KB";
}

void print_files(const fs::path& folder, const std::vector<job::Artifact>& artifacts) {
  print("Đã ghi " + std::to_string(artifacts.size()) + " tệp vào " + folder.generic_string() +
        ":\n");
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(artifacts.size(), most); ++i) {
    print("  " + artifacts[i].name + "  (" + size_text(artifacts[i].bytes.size()) + ")\n");
  }
  if (artifacts.size() > most) {
    print("  … và " + std::to_string(artifacts.size() - most) + " tệp khác (xem manifest.json)\n");
  }
}

void print_fault_summary(const job::Loaded& loaded) {
  const diag::Sink& faults = loaded.faults;
  if (faults.all().empty()) {
    return;
  }
  print_faults(faults.all(), loaded.job.display);
  print_error("Số liệu có " + std::to_string(faults.count(diag::Severity::error)) + " lỗi, " +
              std::to_string(faults.count(diag::Severity::warning)) +
              " cảnh báo; danh sách đầy đủ có trong phụ lục. Ô lỗi được tính là \"chưa rõ\".\n");
}

// A list of persons is taken out of an archive only by who asks for it.
job::ReportRequest request_for(const ReportCommand& command) {
  const bool from_archive = !command.desk.archive.empty();
  return {.docx = wanted(command, "docx"),
          .xlsx = wanted(command, "xlsx"),
          .pdf = wanted(command, "pdf"),
          .persons = wanted(command, "persons") && !(from_archive && command.only.empty()),
          .units = {},
          .version = BAOCAO_VERSION};
}

// Writes and tells; the exit code.
int deliver(const ReportCommand& command,
            const job::Loaded& loaded,
            const job::Computed& computed,
            const std::vector<std::uint16_t>& units,
            const std::vector<job::Artifact>& artifacts,
            const diag::Sink& notes) {
  const fs::path folder = output_folder(command);
  if (const auto written = job::write_artifacts(folder, artifacts); !written) {
    print_error(diag::text(written.error()));
    return errors;
  }
  print_fault_summary(loaded);
  print_faults(notes.all(), "");
  if (command.json) {
    print(job::results_json(loaded, computed, units));
  } else {
    print_files(folder, artifacts);
  }
  return status_of_data(loaded) == done ? done : warnings;
}

// From the packages of an archive, which keeps the report.
int report_from_archive(const ReportCommand& command) {
  const auto act = act_for(command.desk);
  if (!act) {
    print_error(diag::text(act.error()));
    return wrong_usage;
  }
  auto archive = open_archive(command.desk, archive::Access::write);
  if (!archive) {
    return errors;
  }
  diag::Sink fatal;
  // Definitions come from the archive, not from templates/.
  const job::Options options{
      .templates = {}, .threads = threads_of(command.common), .progress = {}};
  const auto source = desk::source_of(*archive, command.job, BAOCAO_VERSION, fatal);
  diag::Sink notes;
  job::ReportRequest request = request_for(command);
  request.notes = &notes;
  const auto made = source ? desk::make(*archive, *source, request, options, fatal)
                           : diag::Failure(source.error());
  if (!made) {
    print_faults(fatal.all(), "");
    return errors;
  }
  const int status = deliver(
      command, *made->loaded, *made->computed, {made->loaded->unit}, made->artifacts, notes);
  if (status == errors) {
    return status;
  }
  diag::Sink warned = source->warned;
  const auto run = archive->add_run(desk::run_of(*source, *made), *act, warned);
  print_faults(warned.all(), "");
  if (!run) {
    return fail(run.error());
  }
  print_error("Đã lưu vào kho: báo cáo số " + std::to_string(*run) + ", từ " +
              std::to_string(source->packages.size()) + " gói.\n");
  return source->warned.all().empty() ? status : warnings;
}

}  // namespace

int run(const ReportCommand& command) {
  if (!command.desk.archive.empty()) {
    return report_from_archive(command);
  }
  job::Options options = options_for(command.common);
  const auto loaded = load(command.job, options);
  const auto computed = loaded ? compute(*loaded, options) : nullptr;
  if (!computed || !add_history(*loaded, options, *computed)) {
    return errors;
  }
  const auto units = choose_units(*loaded, command.unit);
  if (!units) {
    return wrong_usage;
  }
  job::ReportRequest request = request_for(command);
  request.units = *units;
  diag::Sink notes;
  request.notes = &notes;
  diag::Sink fatal;
  diag::Result<std::vector<job::Artifact>> artifacts;
  {
    Progress progress("đang lập báo cáo");
    options.progress = [&](std::size_t done_units, std::size_t of) {
      progress.update(done_units, of);
    };
    artifacts = job::make_report(*loaded, *computed, request, options, fatal);
  }
  if (!artifacts) {
    print_faults(fatal.all(), "");
    return errors;
  }
  return deliver(command, *loaded, *computed, *units, *artifacts, notes);
}

}  // namespace baocao::cli
