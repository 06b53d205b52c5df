#include "cli/check_request.hpp"

#include "text/dates.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace baocao::cli {
namespace {

namespace fs = std::filesystem;

// Names of the .toml files or folders in a folder of the templates, in byte order.
std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const bool is_definition = entry.path().extension() == ".toml";
    const bool is_pack = fs::exists(entry.path() / "resolution.toml", error);
    if (is_definition || is_pack) {
      names.push_back(entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

diag::Failure unusable(std::string message, std::string help) {
  return diag::Failure(
      diag::Diagnostic{.code = "U109", .message = std::move(message), .help = std::move(help)});
}

diag::Result<void> demand_known(const std::string& word,
                                const std::string& what,
                                const fs::path& folder) {
  const std::vector<std::string> names = names_in(folder);
  if (word.empty() || std::find(names.begin(), names.end(), word) != names.end()) {
    return {};
  }
  std::string all;
  for (const std::string& name : names) {
    all += (all.empty() ? "" : ", ") + name;
  }
  const auto guess = text::nearest(word, names);
  return unusable("không có " + what + " \"" + word + "\"",
                  guess ? "ý bạn là \"" + *guess + "\"?" : "chọn một trong: " + all);
}

diag::Result<std::optional<base::Date>> day(const std::string& text) {
  if (text.empty()) {
    return std::nullopt;
  }
  const auto date = text::parse_date(text);
  if (!date || !date->exact()) {
    return unusable("\"" + text + "\" không phải là một ngày",
                    "ghi ngày theo dạng 30/9/2026 hoặc 2026-09-30");
  }
  return std::optional(date->first);
}

}  // namespace

bool names_job(const CheckCommand& command) {
  if (command.paths.size() != 1) {
    return false;
  }
  const fs::path path = command.paths.front();
  std::error_code error;
  const bool may_be_folder = !path.has_extension() && !fs::is_regular_file(path, error);
  return fs::is_directory(path, error) || path.filename() == "job.toml" || may_be_folder;
}

std::optional<fs::path> named_pack(const CheckCommand& command) {
  if (command.paths.size() != 1) {
    return std::nullopt;
  }
  const std::string main_file = "resolution.toml";
  fs::path folder = fs::path(command.paths.front()).lexically_normal();
  if (folder.filename() == main_file || folder.filename().empty()) {
    folder = folder.parent_path();
  }
  std::error_code error;
  const bool has_definitions =
      fs::exists(folder / main_file, error) || fs::exists(folder / "indicators.toml", error);
  const bool is_pack = has_definitions && !fs::exists(folder / "job.toml", error);
  return is_pack ? std::optional(folder) : std::nullopt;
}

diag::Result<job::FileRequest> file_request(const CheckCommand& command,
                                            const job::Options& options) {
  job::FileRequest request{.files = {command.paths.begin(), command.paths.end()},
                           .table = command.table,
                           .resolution = command.resolution,
                           .as_of = {}};
  for (const fs::path& path : request.files) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      return diag::Failure(diag::Diagnostic{
          .code = "U107",
          .message = "\"" + path.generic_string() + "\" là thư mục, không phải tệp",
          .help = "kiểm tra thư mục công việc bằng một lệnh riêng"});
    }
  }
  auto table = demand_known(command.table, "bảng", options.templates.path() / "schema");
  auto pack = demand_known(
      command.resolution, "bộ mẫu nghị quyết", options.templates.path() / "resolutions");
  const auto as_of = day(command.as_of);
  if (!table || !pack || !as_of) {
    return diag::Failure(!table ? table.error() : !pack ? pack.error() : as_of.error());
  }
  request.as_of = *as_of;
  return request;
}

diag::Result<void> demand_pack_options(const CheckCommand& command) {
  if (demand_job_options(command) && command.annotate.empty() && !command.explain) {
    return {};
  }
  return unusable("kiểm tra bộ nghị quyết chỉ dùng --json, --threads, --templates",
                  "bỏ các tùy chọn khác");
}

diag::Result<void> demand_job_options(const CheckCommand& command) {
  if (command.table.empty() && command.resolution.empty() && command.as_of.empty()) {
    return {};
  }
  return unusable("--table, --resolution, --as-of chỉ dùng khi kiểm tra tệp",
                  "với công việc, các mục này ghi trong job.toml");
}

}  // namespace baocao::cli
