#include "desk/previous.hpp"

#include "desk/tell.hpp"

#include <algorithm>
#include <utility>

namespace baocao::desk {
namespace {

// The last run of the period that says what it found; nothing when there is none.
const archive::Run* last_run(const std::vector<archive::Run>& runs) {
  const auto tells = [](const archive::Run& run) {
    return std::any_of(run.files.begin(), run.files.end(), [](const archive::RunFileEntry& file) {
      return file.name == found_file;
    });
  };
  const auto last = std::find_if(runs.rbegin(), runs.rend(), tells);
  return last == runs.rend() ? nullptr : &*last;
}

bool is_of(const archive::Run& run, const std::vector<archive::Package>& accepted) {
  std::vector<std::string> hashes;
  for (const archive::Package& package : accepted) {
    hashes.push_back(package.sha256);
  }
  std::sort(hashes.begin(), hashes.end());
  return hashes == run.packages;
}

}  // namespace

diag::Result<Previous> previous_of(const archive::Archive& archive,
                                   const archive::Period& now,
                                   const job::JobFile& job) {
  const std::string file = job.display + "/" + job.name;
  const std::string named = "previous = \"" + job.previous + "\"";
  const auto refused = [&](const std::string& message, const std::string& help) {
    return diag::Failure(about(file, "G324", named + ": " + message, help));
  };
  const archive::PeriodKey key{now.key.resolution, job.previous};
  const auto period = archive.period(key);
  if (!period) {
    return refused("kho không có kỳ này",
                   "ghi mã một kỳ của cùng nghị quyết trong kho (xem bằng lệnh archive list), hoặc "
                   "bỏ khóa previous");
  }
  if (period->as_of >= now.as_of) {
    return refused("kỳ này chốt ngày " + period->as_of.iso() + ", không trước ngày " +
                       now.as_of.iso() + " của báo cáo",
                   "ghi mã một kỳ trước, hoặc bỏ khóa previous");
  }
  const auto runs = archive.runs(key);
  const auto accepted = archive.packages(
      {.resolution = key.resolution, .period = key.period, .state = archive::State::accepted});
  if (!runs || !accepted) {
    return diag::Failure(runs ? accepted.error() : runs.error());
  }
  const archive::Run* run = last_run(*runs);
  if (run == nullptr) {
    return refused("kho chưa giữ báo cáo nào của kỳ này kèm số liệu để so",
                   "lập báo cáo của kỳ ấy từ kho trước (report --archive), hoặc bỏ khóa previous");
  }
  auto history = archive.run_file(run->id, found_file);
  if (!history) {
    return diag::Failure(history.error());
  }
  Previous previous{.history = std::move(*history), .outdated = {}};
  if (!is_of(*run, *accepted)) {
    previous.outdated =
        about(file,
              "G325",
              named + ": các gói của kỳ này đã thay đổi sau báo cáo số " + std::to_string(run->id) +
                  "; so với số liệu của báo cáo ấy",
              "nếu số liệu kỳ ấy phải theo gói mới thì lập lại báo cáo của kỳ ấy trước");
    previous.outdated->severity = diag::Severity::warning;
  }
  return previous;
}

}  // namespace baocao::desk
