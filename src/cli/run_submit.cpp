#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/render.hpp"
#include "job/cut.hpp"
#include "job/submit.hpp"

#include <algorithm>
#include <optional>

namespace baocao::cli {
namespace {

// The bytes of a file named on the command line, or nothing after a fault was printed.
std::optional<base::Bytes> read_named(const std::string& path) {
  auto bytes = base::read_file(path);
  if (bytes) {
    return std::move(*bytes);
  }
  print_error(diag::text({.code = "G209",
                          .message = "không mở được tệp khóa hoặc chứng thư số \"" + path + "\"",
                          .help = "kiểm tra tên tệp và quyền đọc"}));
  return std::nullopt;
}

// The request as the options say, or nothing after a fault was printed.
std::optional<job::SubmitRequest> request_for(const SubmitCommand& command) {
  job::SubmitRequest request;
  request.revision = command.revision;
  request.version = BAOCAO_VERSION;
  if (!command.sign.empty()) {
    const auto key = read_named(command.sign[0]);
    const auto certificate = key ? read_named(command.sign[1]) : std::nullopt;
    if (!certificate) {
      return std::nullopt;
    }
    request.signing =
        submission::SigningKey{*key, *certificate, base::Date::parse_iso(command.signed_on)};
  }
  if (!command.encrypt.empty()) {
    auto certificate = read_named(command.encrypt);
    if (!certificate) {
      return std::nullopt;
    }
    request.receiver_pem = std::move(*certificate);
  }
  return request;
}

bool is_day(const std::string& text) {
  if (text.empty() || base::Date::parse_iso(text)) {
    return true;
  }
  print_error(diag::text({.code = "U109",
                          .message = "ngày ký \"" + text + "\" không đúng dạng",
                          .help = "ghi dạng 2026-10-05"}));
  return false;
}

// The job's unit or one without others below it; nothing after a fault was printed.
std::optional<std::uint16_t> unit_for(const SubmitCommand& command, const job::Loaded& loaded) {
  const table::Units& units = loaded.dataset.units;
  const auto chosen = choose_units(loaded, {command.unit, false});
  if (!chosen) {
    return std::nullopt;
  }
  const std::uint16_t unit = chosen->front();
  const auto below = units.subtree(loaded.unit);
  const bool is_below = std::find(below.begin(), below.end(), unit) != below.end();
  if (unit == loaded.unit || (is_below && units.is_leaf(unit))) {
    return unit;
  }
  const std::string& own = units.all[loaded.unit].code;
  print_error(diag::text({.code = "G203",
                          .message = "công việc này là của đơn vị \"" + own +
                                     "\", không nộp thay \"" + command.unit + "\" được",
                          .help = "dùng thư mục công việc của đơn vị \"" + command.unit + "\"",
                          .span = {.file = loaded.job.display + "/" + loaded.job.name}}));
  return std::nullopt;
}

// An encrypted package says so in its name.
std::string out_path(const SubmitCommand& command) {
  const bool named = command.encrypt.empty() || command.out.ends_with(".p7m");
  return named ? command.out : command.out + ".p7m";
}

std::string summary(const submission::Manifest& m,
                    const SubmitCommand& command,
                    std::size_t bytes) {
  std::string text = "Đã lập gói nộp " + out_path(command) + " (" +
                     std::to_string((bytes + 1023) / 1024) + " KB): " + m.unit_name + ", kỳ " +
                     m.period.code() + ", lần nộp " + std::to_string(m.revision) + ".\n  " +
                     std::to_string(m.entries.size()) + " tệp, " + std::to_string(m.persons) +
                     " người, " + std::to_string(m.counts.warning) + " cảnh báo có lý do, " +
                     std::to_string(m.overrides) + " ngoại lệ; đã mở lại và tính lại đúng từng " +
                     "con số.\n";
  text += command.sign.empty() ? "  Chưa ký số." : "  Đã ký số.";
  text += command.encrypt.empty() ? "\n" : " Đã mã hóa cho nơi nhận.\n";
  return text;
}

// Puts the job of `unit` in the place of the one that holds it; false after faults were printed.
bool cut_to(std::uint16_t unit,
            const job::Options& options,
            std::unique_ptr<job::Loaded>& loaded,
            std::unique_ptr<job::Computed>& computed,
            job::SubmitRequest& request) {
  diag::Sink faults;
  auto cut = job::cut(*loaded, *computed, unit, options, faults);
  print_faults(faults.all(), "");
  if (!cut) {
    return false;
  }
  computed = compute(*cut->loaded, options);
  loaded = std::move(cut->loaded);
  request.extracts = std::move(cut->extracts);
  return computed != nullptr;
}

}  // namespace

int run(const SubmitCommand& command) {
  if (!is_day(command.signed_on)) {
    return wrong_usage;
  }
  const job::Options options = options_for(command.common);
  auto request = request_for(command);
  auto loaded = request ? load(command.job, options) : nullptr;
  const auto unit = loaded ? unit_for(command, *loaded) : std::nullopt;
  auto computed = unit ? compute(*loaded, options) : nullptr;
  if (!computed) {
    return errors;
  }
  if (*unit != loaded->unit && !cut_to(*unit, options, loaded, computed, *request)) {
    return errors;
  }
  print_faults(loaded->faults.all(), loaded->job.display);
  if (!add_history(*loaded, options, *computed)) {
    return errors;
  }
  diag::Sink faults;
  const auto made = job::make_submission(*loaded, *computed, *request, options, faults);
  print_faults(faults.all(), "");
  if (!made) {
    return errors;
  }
  const std::string path = out_path(command);
  if (!base::write_file(path, made->bytes)) {
    print_error(diag::text({.code = "J212",
                            .message = "không ghi được tệp \"" + path + "\"",
                            .help = "kiểm tra quyền ghi và chỗ trống của thư mục rồi chạy lại"}));
    return errors;
  }
  if (command.json) {
    print(submission::to_json(made->manifest));
  } else {
    print(summary(made->manifest, command, made->bytes.size()));
  }
  return done;
}

}  // namespace baocao::cli
