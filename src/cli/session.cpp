#include "cli/session.hpp"

#include "base/parallel.hpp"
#include "cli/console.hpp"
#include "diag/render.hpp"

namespace baocao::cli {
namespace {

namespace fs = std::filesystem;

// A period before the one a command is about.
struct Period {
  std::unique_ptr<job::Loaded> loaded;
  std::unique_ptr<job::Computed> computed;
};

std::optional<fs::path> upwards(fs::path from) {
  while (!from.empty()) {
    std::error_code error;
    if (fs::is_directory(from / "templates" / "schema", error)) {
      return from / "templates";
    }
    if (from == from.parent_path()) {
      break;
    }
    from = from.parent_path();
  }
  return std::nullopt;
}

}  // namespace

fs::path find_templates(const Common& common) {
  if (!common.templates.empty()) {
    return common.templates;
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (const fs::path& start : {program.parent_path(), fs::current_path(error)}) {
    if (auto found = upwards(start)) {
      return *found;
    }
  }
  print_error(
      diag::text({.code = "U102",
                  .message = "không tìm thấy thư mục templates",
                  .help = "chạy lệnh trong thư mục của baocao, hoặc thêm --templates THƯ_MỤC"}));
  return {};
}

unsigned threads_of(const Common& common) {
  return common.threads == 0 ? base::default_threads() : common.threads;
}

job::Options options_for(const Common& common) {
  return {.templates = find_templates(common), .threads = threads_of(common), .progress = {}};
}

std::unique_ptr<job::Loaded> load(const std::string& path, const job::Options& options) {
  if (!options.templates.is_named()) {
    return nullptr;
  }
  diag::Sink fatal;
  auto loaded = job::load(path, options, fatal);
  if (!loaded) {
    print_faults(fatal.all(), "");
    return nullptr;
  }
  return std::move(*loaded);
}

std::unique_ptr<job::Computed> compute(const job::Loaded& loaded, const job::Options& options) {
  diag::Sink fatal;
  auto computed = job::compute(loaded, options, fatal);
  if (!computed) {
    print_faults(fatal.all(), "");
    return nullptr;
  }
  return std::move(*computed);
}

namespace {

// A change since a period that comes later would be told the wrong way round.
void not_before(const job::Loaded& now, const job::Loaded& named) {
  print_error(diag::text(
      {.code = "J232",
       .message = "kỳ trước \"" + now.job.previous + "\" chốt ngày " + named.job.as_of.iso() +
                  ", không trước ngày chốt của kỳ này, " + now.job.as_of.iso(),
       .help = "sửa khóa previous thành thư mục công việc của một kỳ trước, hoặc xóa khóa này",
       .span = {.file = now.job.display + "/" + now.job.name},
       .field = "previous",
       .value = now.job.previous}));
}

}  // namespace

bool add_history(const job::Loaded& loaded, const job::Options& options, job::Computed& computed) {
  std::vector<Period> past;  // the last first
  const job::Loaded* after = &loaded;
  while (!after->job.previous.empty()) {
    Period period;
    period.loaded = load(after->job.folder.path(after->job.previous), options);
    if (period.loaded && period.loaded->job.as_of >= after->job.as_of) {
      if (!past.empty()) {
        break;
      }
      not_before(loaded, *period.loaded);
      return false;
    }
    period.computed = period.loaded ? compute(*period.loaded, options) : nullptr;
    if (!period.computed) {
      return false;
    }
    past.push_back(std::move(period));
    after = past.back().loaded.get();
  }
  for (auto period = past.rbegin(); period != past.rend(); ++period) {
    computed.history.add(period->computed->findings, period->loaded->dataset.units);
  }
  return true;
}

std::optional<std::vector<std::uint16_t>> choose_units(const job::Loaded& loaded,
                                                       const UnitChoice& choice) {
  const table::Units& units = loaded.dataset.units;
  if (choice.all) {
    return units.subtree(loaded.unit);
  }
  if (choice.code.empty()) {
    return std::vector<std::uint16_t>{loaded.unit};
  }
  if (const auto unit = units.find_code(choice.code)) {
    return std::vector<std::uint16_t>{*unit};
  }
  print_error(diag::text({.code = "U103",
                          .message = "không có đơn vị nào mang mã \"" + choice.code + "\"",
                          .help = "xem mã đơn vị trong tệp của bảng don_vi"}));
  return std::nullopt;
}

Exit status_of_data(const job::Loaded& loaded) {
  if (loaded.faults.has_errors()) {
    return errors;
  }
  return loaded.faults.count(diag::Severity::warning) > 0 ? warnings : done;
}

}  // namespace baocao::cli
