#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
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
fs::path output_folder(const ReportCommand& command, const job::Loaded& loaded) {
  if (!command.out.empty()) {
    return command.out;
  }
  const fs::path folder = fs::absolute(loaded.job.folder.path()).lexically_normal();
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

}  // namespace

int run(const ReportCommand& command) {
  job::Options options = options_for(command.common);
  const auto loaded = load(command.job, options);
  const auto computed = loaded ? compute(*loaded, options) : nullptr;
  std::vector<Period> past;
  if (!computed || !add_history(*loaded, options, *computed, past)) {
    return errors;
  }
  const auto units = choose_units(*loaded, command.unit);
  if (!units) {
    return wrong_usage;
  }
  const job::ReportRequest request{wanted(command, "docx"),
                                   wanted(command, "xlsx"),
                                   wanted(command, "pdf"),
                                   *units,
                                   BAOCAO_VERSION};
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
  const fs::path folder = output_folder(command, *loaded);
  if (const auto written = job::write_artifacts(folder, *artifacts); !written) {
    print_error(diag::text(written.error()));
    return errors;
  }
  print_fault_summary(*loaded);
  if (command.json) {
    print(job::results_json(*loaded, *computed, *units));
  } else {
    print_files(folder, *artifacts);
  }
  return status_of_data(*loaded) == done ? done : warnings;
}

}  // namespace baocao::cli
