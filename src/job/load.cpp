#include "job/load.hpp"

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "check/check.hpp"
#include "input/reader.hpp"
#include "table/bind.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

// A file to read, then its sheets and faults.
struct Reading {
  table::File file;
  std::string on_disk;  // the name's own bytes; file.name is its NFC
  diag::Span named_at;  // place in job.toml
  std::string sha256;
  diag::Sink faults;
  diag::Sink fatal;
};

std::vector<std::string> table_names(const schema::Schema& schema) {
  std::vector<std::string> names;
  for (const auto& table : schema.tables()) {
    names.push_back(table->name);
  }
  return names;
}

bool known_table(const TableFiles& files, const schema::Schema& schema, diag::Sink& fatal) {
  if (schema.find(files.table) != nullptr) {
    return true;
  }
  const auto guess = text::nearest(files.table, table_names(schema));
  fatal.add(
      {.code = "J203",
       .message = "[files] có bảng \"" + files.table + "\" không có trong danh mục bảng",
       .help = guess ? "ý bạn là \"" + *guess + "\"?" : "xem tên các bảng trong templates/schema",
       .span = files.span});
  return false;
}

diag::Diagnostic no_files(const TableFiles& files, const JobFile& job) {
  std::string patterns;
  for (const std::string& pattern : files.patterns) {
    patterns += (patterns.empty() ? "\"" : ", \"") + pattern + "\"";
  }
  return {.code = "J204",
          .message = "không có tệp nào khớp với " + patterns,
          .help = "chép tệp vào thư mục " + job.display + ", hoặc sửa lại mục [files]",
          .span = files.span};
}

std::vector<Reading> list_files(const JobFile& job,
                                const schema::Schema& schema,
                                diag::Sink& fatal) {
  std::vector<Reading> readings;
  for (const TableFiles& files : job.files) {
    if (!known_table(files, schema, fatal)) {
      continue;
    }
    std::size_t found = 0;
    for (const std::string& pattern : files.patterns) {
      for (const std::string& name : base::glob(job.folder, pattern)) {
        Reading reading;
        reading.file.table = files.table;
        reading.file.name = text::nfc(name);
        reading.on_disk = name;
        reading.named_at = files.span;
        readings.push_back(std::move(reading));
        ++found;
      }
    }
    if (found == 0) {
      fatal.add(no_files(files, job));
    }
  }
  return readings;
}

void read_one(const JobFile& job, Reading& reading) {
  table::File& file = reading.file;
  const auto bytes = base::read_file(job.folder / reading.on_disk);
  if (!bytes) {
    reading.fatal.add({.code = "J205",
                       .message = "không mở được tệp \"" + file.name + "\"",
                       .help = "kiểm tra tên tệp và quyền đọc; đóng tệp nếu đang mở trong Excel",
                       .span = reading.named_at});
    return;
  }
  reading.sha256 = base::sha256_hex(*bytes);
  auto sheets = input::read(*bytes, file.name, reading.faults);
  if (!sheets) {
    reading.fatal.add(sheets.error());
    return;
  }
  file.sheets = std::move(*sheets);
  if (const auto unit = job.unit_of.find(file.name); unit != job.unit_of.end()) {
    file.unit = unit->second;
  }
  if (const auto columns = job.columns.find(file.name); columns != job.columns.end()) {
    file.columns = columns->second;
  }
}

std::vector<table::File> read_all(Loaded& loaded, const Options& options, diag::Sink& fatal) {
  std::vector<Reading> readings = list_files(loaded.job, loaded.schema, fatal);
  base::parallel_for(
      readings.size(), options.threads, [&](std::size_t i) { read_one(loaded.job, readings[i]); });
  std::vector<table::File> files;
  for (Reading& reading : readings) {
    loaded.faults.append(std::move(reading.faults));
    fatal.append(std::move(reading.fatal));
    loaded.inputs.push_back({reading.file.name, reading.sha256});
    files.push_back(std::move(reading.file));
  }
  return files;
}

// [unit_of] and [columns] must name files of this job, or a settled question is silently lost.
void check_settlements(const JobFile& job,
                       const std::vector<table::File>& files,
                       diag::Sink& fatal) {
  std::vector<std::string> names;
  for (const table::File& file : files) {
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
  const fs::path folder = options.templates / "resolutions" / loaded.job.resolution;
  if (!fs::is_directory(folder)) {
    fatal.add({.code = "J209",
               .message = "không có bộ mẫu của nghị quyết \"" + loaded.job.resolution + "\"",
               .help = "ghi khóa resolution bằng tên một thư mục trong templates/resolutions",
               .span = {.file = loaded.job.display + "/job.toml"},
               .field = "resolution",
               .value = loaded.job.resolution});
    return;
  }
  auto pack = resolution::load(folder, fatal);
  if (pack) {
    loaded.pack = std::move(*pack);
  }
}

void load_data(Loaded& loaded, const Options& options, diag::Sink& fatal) {
  const std::vector<table::File> files = read_all(loaded, options, fatal);
  check_settlements(loaded.job, files, fatal);
  if (fatal.has_errors()) {
    return;
  }
  loaded.dataset = table::bind(loaded.schema, files, loaded.faults, options.threads);
  demand_whole_files(loaded.faults, fatal);
  find_issuing_unit(loaded, fatal);
  demand_units(loaded.dataset, fatal);
  const expr::Context context{loaded.job.as_of, loaded.job.period, loaded.pack.parameters};
  check::run(loaded.dataset, context, loaded.faults, fatal);
}

}  // namespace

diag::Result<std::unique_ptr<Loaded>> load(const fs::path& path,
                                           const Options& options,
                                           diag::Sink& fatal) {
  auto job = load_job_file(path, fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  auto loaded = std::make_unique<Loaded>();
  loaded->job = std::move(*job);
  load_definitions(*loaded, options, fatal);
  if (!fatal.has_errors()) {
    load_data(*loaded, options, fatal);
  }
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  return loaded;
}

}  // namespace baocao::job
