#include "job/checked.hpp"

#include "job/check_alone.hpp"
#include "job/inputs.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <set>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

fs::path whole(const fs::path& path) {
  std::error_code error;
  fs::path found = fs::weakly_canonical(path, error);
  return error ? path : found;
}

// Names of the files relative to `folder`, as job.toml writes them.
std::set<std::string> names_in(const fs::path& folder, const std::vector<fs::path>& files) {
  std::set<std::string> names;
  for (const fs::path& file : files) {
    names.insert(text::nfc(whole(file).lexically_relative(whole(folder)).generic_string()));
  }
  return names;
}

bool names_all(const fs::path& folder, const std::vector<fs::path>& files) {
  diag::Sink unheard;
  const auto job = load_job_file(folder, unheard);
  if (!job) {
    return false;
  }
  std::set<std::string> left = names_in(folder, files);
  for (const TableFiles& listed : job->files) {
    for (const std::string& name : names_of(*job, listed)) {
      left.erase(fs::path(text::nfc(name)).lexically_normal().generic_string());
    }
  }
  return left.empty();
}

// The nearest folder, from the first file's upwards, whose job.toml names all the files.
std::optional<fs::path> job_of(const std::vector<fs::path>& files) {
  for (fs::path folder = whole(files.front()).parent_path();; folder = folder.parent_path()) {
    std::error_code error;
    if (fs::is_regular_file(folder / "job.toml", error) && names_all(folder, files)) {
      return folder;
    }
    if (folder == folder.parent_path()) {
      return std::nullopt;
    }
  }
}

bool is_about(const diag::Diagnostic& fault,
              const std::set<std::string>& names,
              const std::vector<InputFile>& inputs) {
  const std::string& file = fault.span.file;
  const bool is_input = std::any_of(
      inputs.begin(), inputs.end(), [&](const InputFile& input) { return input.name == file; });
  // What is said of the job as a whole keeps nobody's file from being judged.
  return is_input ? names.contains(file) : inputs.empty();
}

Checked check_within(const fs::path& folder, const FileRequest& request, const Options& options) {
  Checked all = check_job(folder.lexically_proximate(fs::current_path()), options);
  const std::set<std::string> names = names_in(folder, request.files);
  Checked some;
  some.folder = all.folder;
  some.faults.add({.code = "J219",
                   .severity = diag::Severity::note,
                   .message = "tệp thuộc một công việc nên được kiểm tra cùng các tệp khác của nó",
                   .help = "chỉ nêu lỗi của tệp đã hỏi; muốn xem tất cả thì chạy lệnh check với "
                           "thư mục công việc",
                   .span = {.file = all.folder + "/job.toml"}});
  for (const diag::Diagnostic& fault : all.faults.all()) {
    if (is_about(fault, names, all.files)) {
      some.faults.add(fault);
    }
  }
  for (InputFile& file : all.files) {
    if (names.contains(file.name)) {
      some.files.push_back(std::move(file));
    }
  }
  for (table::SheetAccount& account : all.accounts) {
    if (names.contains(account.file)) {
      some.accounts.push_back(std::move(account));
    }
  }
  return some;
}

}  // namespace

Checked checked_of(Loaded&& loaded) {
  return {.folder = loaded.job.display,
          .files = std::move(loaded.inputs),
          .accounts = std::move(loaded.dataset.accounts),
          .faults = std::move(loaded.faults)};
}

Checked check_job(const fs::path& path, const Options& options) {
  diag::Sink fatal;
  auto loaded = inspect(path, options, fatal);
  Checked checked = loaded ? checked_of(std::move(*loaded)) : Checked();
  checked.faults.append(std::move(fatal));
  return checked;
}

Checked check_files(const FileRequest& request, const Options& options) {
  const auto folder = job_of(request.files);
  return folder ? check_within(*folder, request, options) : check_alone(request, options);
}

}  // namespace baocao::job
