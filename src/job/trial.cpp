#include "job/trial.hpp"

#include "job/compute.hpp"
#include "job/report_input.hpp"
#include "report/model.hpp"

#include <string>
#include <utility>

namespace baocao::job {

std::vector<table::File> made_units(const resolution::Pack& pack) {
  std::vector<table::File> files(1);
  table::File& file = files.front();
  file.table = "don_vi";
  input::Sheet& sheet = file.sheets.emplace_back();
  const auto write = [&sheet](std::uint32_t row, const std::vector<std::string>& cells) {
    for (std::uint32_t column = 0; column < cells.size(); ++column) {
      if (!cells[column].empty()) {
        sheet.add(row, column, input::CellKind::text, cells[column]);
      }
    }
  };
  write(0, {"code", "name", "full_name", "type", "parent"});
  for (std::uint32_t row = 1; row <= pack.levels.size(); ++row) {
    const auto& kinds = pack.levels[row - 1].kinds;
    const std::string number = std::to_string(row);
    const std::string name = "Đơn vị " + number;
    write(row, {number, name, name, kinds.empty() ? "" : kinds.front(), row == 1 ? "" : "1"});
  }
  return files;
}

void set_first_year(Loaded& trial) {
  trial.job.resolution = trial.pack.id;
  trial.job.period = {base::Period::Kind::year, trial.pack.first_year, 0};
  trial.job.as_of = trial.job.period.last();
}

diag::Result<std::vector<report::Value>> models_without_data(const base::Folder& folder,
                                                             const Options& options,
                                                             diag::Sink& sink) {
  diag::Sink faults;
  Loaded trial;
  if (auto schema = schema::Schema::load(options.templates / "schema", faults)) {
    trial.schema = std::move(*schema);
  }
  if (auto pack = resolution::load(folder, faults)) {
    trial.pack = std::move(*pack);
  }
  std::vector<report::Value> models;
  if (!faults.has_errors()) {
    set_first_year(trial);
    trial.job.small_cells_below = 3;  // so that the words for it have their type
    trial.dataset = table::bind(trial.schema, made_units(trial.pack), faults);
    trial.faults.add({.code = "K301"});
    trial.exceptions.push_back({trial.faults.all().front(), "", "", "", "", trial.job.as_of});
    if (const auto computed = compute(trial, options, faults)) {
      for (std::uint16_t unit = 0; unit < trial.dataset.units.all.size(); ++unit) {
        models.push_back(report::build_model(report_input(trial, **computed, unit)));
      }
    }
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return models;
}

}  // namespace baocao::job
