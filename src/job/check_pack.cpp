#include "job/check_pack.hpp"

#include "base/file.hpp"
#include "diag/render.hpp"
#include "docx/lint.hpp"
#include "job/report.hpp"
#include "job/trial.hpp"
#include "resolution/check_schema.hpp"
#include "resolution/example.hpp"
#include "table/bind.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

// Without conditions and parameters every expression that uses them would seem to be wrong.
bool is_resolution_read(const diag::Sink& faults, const fs::path& folder) {
  const std::string file = (folder / "resolution.toml").generic_string();
  const auto& all = faults.all();
  return std::none_of(all.begin(), all.end(), [&file](const diag::Diagnostic& fault) {
    return fault.span.file == file;
  });
}

class PackCheck {
 public:
  PackCheck(const fs::path& folder, const Options& options) : folder_(folder), options_(options) {}

  CheckedPack check();

 private:
  void check_definitions();
  bool lint_templates();
  void fill_in_templates();
  void keep(diag::Sink&& found);

  const fs::path& folder_;
  const Options& options_;
  Loaded trial_;  // a job without data
  CheckedPack checked_;
  std::set<std::string> told_;
};

void PackCheck::keep(diag::Sink&& found) {
  for (diag::Diagnostic fault : found.all()) {
    if (!fault.span.file.empty() && !fs::path(fault.span.file).has_parent_path()) {
      fault.span.file = (folder_ / fault.span.file).generic_string();
    }
    if (told_.insert(diag::text(fault)).second) {
      checked_.faults.add(std::move(fault));
    }
  }
}

void PackCheck::check_definitions() {
  const resolution::Pack& pack = trial_.pack;
  std::vector<indicator::Definition> definitions = pack.figures;
  for (const resolution::Indicator& indicator : pack.indicators) {
    definitions.push_back(indicator.definition);
  }
  diag::Sink faults;
  const indicator::Context context =
      resolution::context_of(pack, trial_.job.as_of, trial_.job.period);
  resolution::check_schema(pack, trial_.schema, context, faults);
  const auto plan = indicator::Plan::make(definitions, trial_.schema, context, faults);
  if (plan) {
    checked_.examples = resolution::run_examples(pack, trial_.schema, faults);
  }
  keep(std::move(faults));
}

// Without data most branches of a template are not taken, so its tags are judged as well.
bool PackCheck::lint_templates() {
  diag::Sink faults;
  const auto models = models_without_data(folder_, options_, faults);
  for (std::size_t i = 0; models && i < models->size(); ++i) {
    const std::string name = "report-" + trial_.pack.levels[i].key + ".docx";
    if (const auto docx = base::read_file(folder_ / name)) {
      for (diag::Diagnostic& fault : docx::lint(*docx, name, report::shape_of((*models)[i]))) {
        faults.add(std::move(fault));
      }
    }
  }
  const bool sound = !faults.has_errors();
  keep(std::move(faults));
  return sound;
}

void PackCheck::fill_in_templates() {
  diag::Sink faults;
  trial_.dataset = table::bind(trial_.schema, made_units(trial_.pack), faults);
  const auto computed = compute(trial_, options_, faults);
  if (computed && !faults.has_errors()) {
    ReportRequest request;
    request.docx = lint_templates();  // one fault is not told twice
    for (std::uint16_t unit = 0; unit < trial_.dataset.units.all.size(); ++unit) {
      request.units.push_back(unit);
    }
    if (make_report(trial_, **computed, request, options_, faults) && request.docx) {
      checked_.templates = 2 * request.units.size() + 1;  // report and summary; the appendices
    }
  }
  keep(std::move(faults));
}

CheckedPack PackCheck::check() {
  diag::Sink faults;
  auto schema = schema::Schema::load(options_.templates / "schema", faults);
  trial_.pack = resolution::read(folder_, faults);
  checked_.indicators = trial_.pack.indicators.size();
  checked_.tasks = trial_.pack.tasks.size();
  const bool can_bind = schema && is_resolution_read(faults, folder_);
  const bool is_sound = !faults.has_errors();
  keep(std::move(faults));
  if (!can_bind) {
    return std::move(checked_);
  }
  trial_.schema = std::move(*schema);
  set_first_year(trial_);
  check_definitions();
  if (is_sound) {
    fill_in_templates();
  }
  return std::move(checked_);
}

}  // namespace

CheckedPack check_pack(const fs::path& folder, const Options& options) {
  return PackCheck(folder, options).check();
}

}  // namespace baocao::job
