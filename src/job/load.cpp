#include "job/load.hpp"

#include "base/sha256.hpp"
#include "check/check.hpp"
#include "check/missing_units.hpp"
#include "job/definitions.hpp"
#include "job/inputs.hpp"
#include "resolution/task_reports.hpp"
#include "table/bind.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

// The units are where everything else belongs.
constexpr std::string_view units_table = "don_vi";

struct Inputs {
  std::vector<table::File> files;
  std::set<std::string> incomplete;  // tables of which a file is missing or cannot be read
};

Inputs read_all(Loaded& loaded, const Options& options, diag::Sink& fatal) {
  std::vector<Reading> readings = list_files(loaded.job, loaded.schema, fatal);
  read_files(readings, loaded.job.folder, options.threads);
  Inputs inputs;
  for (const TableFiles& listed : loaded.job.files) {
    inputs.incomplete.insert(listed.table);
  }
  for (const Reading& reading : readings) {
    inputs.incomplete.erase(reading.file.table);
  }
  for (Reading& reading : readings) {
    loaded.faults.append(std::move(reading.faults));
    loaded.inputs.push_back(
        {reading.file.name, reading.sha256, loaded.job.folder, reading.on_disk});
    if (reading.fatal.has_errors()) {
      inputs.incomplete.insert(reading.file.table);
      fatal.append(std::move(reading.fatal));
      continue;
    }
    settle(loaded.job, reading.file);
    inputs.files.push_back(std::move(reading.file));
  }
  return inputs;
}

// Without the whole list of persons, the records of a person would seem to be of a stranger.
void drop_records_of_strangers(Inputs& inputs, const schema::Schema& schema) {
  for (const auto& table : schema.tables()) {
    if (table->persons && inputs.incomplete.contains(table->name)) {
      std::erase_if(inputs.files,
                    [&](const table::File& file) { return schema.find(file.table)->per_person; });
    }
  }
}

// [unit_of] and [columns] must name files of this job, or a settled question is silently lost.
void check_settlements(const JobFile& job, const std::vector<InputFile>& files, diag::Sink& fatal) {
  std::vector<std::string> names;
  for (const InputFile& file : files) {
    names.push_back(file.name);
  }
  const auto demand = [&](const std::string& name, const std::string& where) {
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      return;
    }
    const auto guess = text::nearest(name, names);
    fatal.add({.code = "J206",
               .message = where + " nêu tệp \"" + name + "\" nhưng mục [files] không có tệp này",
               .help = guess ? "ý bạn là \"" + *guess + "\"?" : "sửa tên tệp, hoặc xóa dòng này",
               .span = {.file = job.display + "/job.toml"}});
  };
  for (const auto& [name, unit] : job.unit_of) {
    demand(name, "[unit_of]");
  }
  for (const auto& [name, words] : job.columns) {
    demand(name, "[columns]");
  }
}

// A person who belongs to no unit would be missing from every total.
void demand_units(const table::Dataset& dataset, diag::Sink& fatal) {
  for (const auto& [name, table] : dataset.tables) {
    for (std::size_t row = 0; row < table.rows; ++row) {
      if (table.unit[row] != table::Table::no_unit) {
        continue;
      }
      diag::Span span = table.span(row);
      span.cell.clear();
      fatal.add({.code = "J207",
                 .message = "không rõ người hoặc số liệu từ hàng này thuộc xã, phường nào",
                 .help = "ghi mã đơn vị của tệp vào mục [unit_of] của job.toml, hoặc sửa tên đơn "
                         "vị trong tệp",
                 .span = span});
      while (row + 1 < table.rows && table.origin[row + 1].source == table.origin[row].source) {
        ++row;
      }
    }
  }
}

// A fault of a whole file, not of a row or cell, means that what was delivered is not counted at
// all.
void demand_whole_files(const diag::Sink& faults, diag::Sink& fatal) {
  for (const diag::Diagnostic& fault : faults.all()) {
    if (fault.severity == diag::Severity::error && fault.span.cell.empty() && fault.span.row == 0) {
      fatal.add(fault);
    }
  }
}

void find_issuing_unit(Loaded& loaded, diag::Sink& fatal) {
  if (const auto unit = loaded.dataset.units.find_code(loaded.job.unit)) {
    loaded.unit = *unit;
    return;
  }
  fatal.add({.code = "J208",
             .message = "đơn vị \"" + loaded.job.unit + "\" không có trong danh sách đơn vị",
             .help = "ghi mã của một đơn vị có trong tệp của bảng don_vi",
             .span = {.file = loaded.job.display + "/job.toml"},
             .field = "unit",
             .value = loaded.job.unit});
}

void load_definitions(Loaded& loaded, const Options& options, diag::Sink& fatal) {
  auto schema = schema::Schema::load(options.templates / "schema", fatal);
  if (schema) {
    loaded.schema = std::move(*schema);
  }
  const base::Folder packs = options.templates / "resolutions";
  if (loaded.job.resolution.empty() || !packs.contains(loaded.job.resolution)) {
    fatal.add(no_resolution(loaded.job.resolution, loaded.job.display + "/job.toml"));
    return;
  }
  auto pack = resolution::load(packs / loaded.job.resolution, fatal);
  if (pack) {
    loaded.pack = std::move(*pack);
  }
}

// The exceptions of one file; most jobs have none.
std::vector<check::Override> read_overrides(Loaded& loaded,
                                            const OverrideFile& file,
                                            diag::Sink& fatal) {
  const base::Folder& folder = loaded.job.folder;
  if (!folder.contains(file.name)) {
    return {};
  }
  const std::string display = loaded.job.display + "/" + file.name;
  const auto bytes = folder.read(file.name);
  if (!bytes) {
    fatal.add({.code = "J205",
               .message = "không mở được tệp \"" + file.name + "\"",
               .help = "kiểm tra quyền đọc của tệp",
               .span = {.file = display}});
    return {};
  }
  loaded.inputs.push_back({file.name, base::sha256_hex(*bytes), folder, file.name});
  auto overrides = check::read_overrides(*bytes, display, loaded.dataset, fatal);
  std::erase_if(overrides, [&](const check::Override& each) {
    return !file.unit.empty() && !each.record.unit.empty() && each.record.unit != file.unit;
  });
  for (check::Override& each : overrides) {
    each.record.file = each.record.file.empty() ? "" : file.below + each.record.file;
  }
  return overrides;
}

void apply_overrides(Loaded& loaded, diag::Sink& fatal) {
  std::vector<check::Override> all;
  for (const OverrideFile& file : loaded.job.overrides) {
    std::vector<check::Override> overrides = read_overrides(loaded, file, fatal);
    std::move(overrides.begin(), overrides.end(), std::back_inserter(all));
  }
  loaded.exceptions = check::apply_overrides(all, loaded.dataset, loaded.job.as_of, loaded.faults);
}

void load_data(Loaded& loaded, const Options& options, diag::Sink& fatal) {
  Inputs inputs = read_all(loaded, options, fatal);
  check_settlements(loaded.job, loaded.inputs, fatal);
  if (inputs.incomplete.contains(std::string(units_table))) {
    return;
  }
  drop_records_of_strangers(inputs, loaded.schema);
  loaded.dataset = table::bind(loaded.schema, inputs.files, loaded.faults, options.threads);
  find_issuing_unit(loaded, fatal);
  demand_units(loaded.dataset, fatal);
  const expr::Context context{loaded.job.as_of, loaded.job.period, loaded.pack.parameters};
  check::run(loaded.dataset, context, loaded.faults, fatal, options.threads);
  resolution::task_reports(loaded.pack, loaded.dataset, loaded.job.as_of, loaded.faults);
  if (!fatal.has_errors()) {
    check::check_missing_units(loaded.dataset, loaded.unit, loaded.faults);
    apply_overrides(loaded, fatal);
  }
}

}  // namespace

std::unique_ptr<Loaded> inspect(JobFile job, const Options& options, diag::Sink& fatal) {
  auto loaded = std::make_unique<Loaded>();
  loaded->job = std::move(job);
  load_definitions(*loaded, options, fatal);
  if (fatal.has_errors()) {
    return nullptr;
  }
  load_data(*loaded, options, fatal);
  return loaded;
}

std::unique_ptr<Loaded> inspect(const fs::path& path, const Options& options, diag::Sink& fatal) {
  auto job = load_job_file(path, fatal);
  return job ? inspect(std::move(*job), options, fatal) : nullptr;
}

diag::Result<std::unique_ptr<Loaded>> load(JobFile job, const Options& options, diag::Sink& fatal) {
  auto loaded = inspect(std::move(job), options, fatal);
  if (loaded) {
    demand_whole_files(loaded->faults, fatal);
  }
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  return loaded;
}

diag::Result<std::unique_ptr<Loaded>> load(const fs::path& path,
                                           const Options& options,
                                           diag::Sink& fatal) {
  auto job = load_job_file(path, fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  return load(std::move(*job), options, fatal);
}

}  // namespace baocao::job
