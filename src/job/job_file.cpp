#include "job/job_file.hpp"

#include "config/fields.hpp"
#include "config/node.hpp"
#include "diag/codes.hpp"
#include "text/id_numbers.hpp"
#include "text/unicode.hpp"

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

void read_signer(config::Fields& document, DocumentSettings& settings, diag::Sink& sink) {
  if (const config::Node* node = document.table("signer")) {
    config::Fields signer(*node, document.file(), "[document] signer", sink);
    settings.authority = signer.optional_string("authority");
    settings.signer_title = signer.optional_string("title").value_or("");
    settings.signer_name = signer.optional_string("name").value_or("");
    signer.finish();
  }
}

DocumentSettings read_document(const config::Node& node,
                               const std::string& file,
                               diag::Sink& sink) {
  config::Fields fields(node, file, "[document]", sink);
  DocumentSettings settings;
  settings.number = fields.optional_integer("number");
  settings.symbol = fields.optional_string("symbol").value_or("");
  settings.date = fields.optional_date("date");
  settings.place = fields.optional_string("place").value_or("");
  settings.recipients = fields.optional_strings("recipients");
  read_signer(fields, settings, sink);
  fields.finish();
  return settings;
}

std::vector<TableFiles> read_files(const config::Node& node,
                                   const std::string& file,
                                   diag::Sink& sink) {
  config::Fields fields(node, file, "[files]", sink);
  std::vector<TableFiles> files;
  for (const std::string& table : fields.keys()) {
    files.push_back({table, fields.strings(table), fields.span(table)});
  }
  return files;
}

std::map<std::string, std::string> read_words(const config::Node& node,
                                              const std::string& file,
                                              const std::string& where,
                                              diag::Sink& sink) {
  config::Fields fields(node, file, where, sink);
  std::map<std::string, std::string> words;
  for (const std::string& key : fields.keys()) {
    words[key] = fields.string(key);
  }
  return words;
}

void read_settlements(config::Fields& fields, JobFile& job, diag::Sink& sink) {
  if (const config::Node* node = fields.table("unit_of")) {
    job.unit_of = read_words(*node, fields.file(), "[unit_of]", sink);
  }
  if (const config::Node* node = fields.table("columns")) {
    config::Fields columns(*node, fields.file(), "[columns]", sink);
    for (const std::string& file : columns.keys()) {
      if (const config::Node* words = columns.table(file)) {
        job.columns[file] = read_words(*words, fields.file(), "[columns.\"" + file + "\"]", sink);
      }
    }
  }
}

void read_acknowledgements(config::Fields& fields, JobFile& job, diag::Sink& sink) {
  const config::Node* node = fields.table("acknowledge");
  if (node == nullptr) {
    return;
  }
  config::Fields codes(*node, fields.file(), "[acknowledge]", sink);
  for (const std::string& code : codes.keys()) {
    // Reasons travel with what is handed up.
    const std::string reason = text::hide_id_numbers(text::nfc(codes.string(code)));
    const bool is_line = reason.find_first_not_of(' ') != std::string::npos &&
                         reason.find_first_of("\t\r\n") == std::string::npos;
    if (diag::find_code(code) == nullptr || !is_line) {
      codes.fault("G208",
                  code,
                  "mục [acknowledge] phải ghi mã cảnh báo = \"lý do\", ở đây là " + code + " = \"" +
                      reason + "\"",
                  "ghi lại, ví dụ: N203 = \"đang chờ bổ sung hồ sơ\"");
    }
    job.acknowledge[code] = {reason, codes.span(code)};
  }
}

// At least 2, for a count of 1 is the smallest that tells of somebody.
constexpr std::int64_t least_limit = 2;
constexpr std::int64_t greatest_limit = 100;

void read_privacy(config::Fields& fields, JobFile& job, diag::Sink& sink) {
  const config::Node* node = fields.table("privacy");
  if (node == nullptr) {
    return;
  }
  config::Fields privacy(*node, fields.file(), "[privacy]", sink);
  job.small_cells_below = privacy.optional_integer("small_cells_below");
  const std::int64_t below = job.small_cells_below.value_or(least_limit);
  if (below < least_limit || below > greatest_limit) {
    privacy.fault(
        "J231",
        "small_cells_below",
        "mức small_cells_below là " + std::to_string(below) + ", ngoài khoảng từ 2 đến 100",
        "ghi số người mà dưới mức đó thì đánh dấu, ví dụ: small_cells_below = 3; không cần "
        "đánh dấu thì xóa dòng này");
  }
  privacy.finish();
}

base::Period read_period(config::Fields& fields) {
  const std::string text = fields.string("period");
  const auto period = base::Period::parse(text);
  if (!period && !text.empty()) {
    fields.fault("J201",
                 "period",
                 "kỳ báo cáo \"" + text + "\" không đúng dạng",
                 "ghi một trong các dạng: 2026, 2026-H1, 2026-Q3, 2026-07");
  }
  return period.value_or(base::Period{});
}

void read_job(const config::Node& root, const std::string& file, JobFile& job, diag::Sink& sink) {
  config::Fields fields(root, file, "tệp job.toml", sink);
  job.resolution = fields.string("resolution");
  job.period = read_period(fields);
  job.as_of = fields.date("as_of");
  job.unit = fields.string("unit");
  job.previous = fields.optional_string("previous").value_or("");
  if (const config::Node* node = fields.table("document")) {
    job.document = read_document(*node, file, sink);
  }
  if (const config::Node* node = fields.table("files")) {
    job.files = read_files(*node, file, sink);
  } else {
    fields.fault("J103",
                 "files",
                 "tệp job.toml thiếu mục [files]",
                 "thêm mục [files] và ghi tệp của từng bảng, ví dụ: can_bo = \"can-bo/*.xlsx\"");
  }
  read_settlements(fields, job, sink);
  read_acknowledgements(fields, job, sink);
  read_privacy(fields, job, sink);
  fields.finish();
}

diag::Failure failed(diag::Diagnostic fault, diag::Sink& sink) {
  sink.add(fault);
  return diag::Failure(std::move(fault));
}

}  // namespace

diag::Result<JobFile> load_job_file(const base::Folder& folder,
                                    const std::string& name,
                                    diag::Sink& sink) {
  const std::string file = folder.path(name);
  const auto bytes = folder.read(name);
  if (!bytes) {
    return failed({.code = "J202",
                   .message = "không mở được tệp công việc job.toml",
                   .help = "kiểm tra lại tên thư mục; trong thư mục phải có tệp job.toml",
                   .span = {.file = file}},
                  sink);
  }
  const auto root = config::parse(*bytes, file);
  if (!root) {
    return failed(root.error(), sink);
  }
  JobFile job;
  job.folder = folder;
  job.name = name;
  job.display = folder.path().lexically_normal().generic_string();
  diag::Sink faults;
  read_job(*root, file, job, faults);
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return job;
}

diag::Result<JobFile> load_job_file(const fs::path& path, diag::Sink& sink) {
  const fs::path file = fs::is_directory(path) ? path / "job.toml" : path;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  return load_job_file(base::Folder(folder), file.filename().string(), sink);
}

}  // namespace baocao::job
