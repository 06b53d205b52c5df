#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/render.hpp"

namespace baocao::cli {

int run(const CheckCommand& command) {
  const job::Options options = options_for(command.common);
  if (options.templates.empty()) {
    return errors;
  }
  diag::Sink fatal;
  const auto loaded = job::load(command.job, options, fatal);
  const diag::Sink& faults = loaded ? (*loaded)->faults : fatal;
  if (command.json) {
    print(diag::json(faults.all()) + "\n");
  } else {
    print_faults(faults.all(), loaded ? (*loaded)->job.display : "");
    print("Kiểm tra xong: " + std::to_string(faults.count(diag::Severity::error)) + " lỗi, " +
          std::to_string(faults.count(diag::Severity::warning)) + " cảnh báo, " +
          std::to_string(faults.count(diag::Severity::note)) + " ghi chú.\n");
  }
  return loaded ? status_of_data(**loaded) : errors;
}

}  // namespace baocao::cli
