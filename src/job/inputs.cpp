#include "job/inputs.hpp"

#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "input/reader.hpp"
#include "text/suggest.hpp"
#include "text/unicode.hpp"

namespace baocao::job {
namespace {

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

void read_one(const base::Folder& folder, Reading& reading) {
  table::File& file = reading.file;
  const auto bytes = folder.read(reading.on_disk);
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
}

}  // namespace

std::vector<std::string> names_of(const JobFile& job, const TableFiles& listed) {
  std::vector<std::string> names;
  for (const std::string& pattern : listed.patterns) {
    const auto found = job.folder.glob(pattern);
    names.insert(names.end(), found.begin(), found.end());
  }
  return names;
}

std::vector<Reading> list_files(const JobFile& job,
                                const schema::Schema& schema,
                                diag::Sink& fatal) {
  std::vector<Reading> readings;
  for (const TableFiles& files : job.files) {
    if (!known_table(files, schema, fatal)) {
      continue;
    }
    const std::vector<std::string> names = names_of(job, files);
    for (const std::string& name : names) {
      Reading& reading = readings.emplace_back();
      reading.file.table = files.table;
      reading.file.name = text::nfc(name);
      reading.on_disk = name;
      reading.named_at = files.span;
    }
    if (names.empty()) {
      fatal.add(no_files(files, job));
    }
  }
  return readings;
}

void read_files(std::vector<Reading>& readings, const base::Folder& folder, unsigned threads) {
  base::parallel_for(
      readings.size(), threads, [&](std::size_t i) { read_one(folder, readings[i]); });
}

void settle(const JobFile& job, table::File& file) {
  if (const auto unit = job.unit_of.find(file.name); unit != job.unit_of.end()) {
    file.unit = unit->second;
  }
  if (const auto columns = job.columns.find(file.name); columns != job.columns.end()) {
    file.columns = columns->second;
  }
}

}  // namespace baocao::job
