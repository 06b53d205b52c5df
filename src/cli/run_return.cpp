#include "base/file.hpp"
#include "base/sha256.hpp"
#include "cli/archive_session.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/answer.hpp"
#include "desk/desk_files.hpp"
#include "diag/render.hpp"
#include "docx/template.hpp"
#include "job/marked_files.hpp"
#include "text/dates.hpp"

#include <filesystem>

namespace baocao::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* letter_name = "cong-van-tra-lai.docx";

// Notes in the archive that the package was sent back; false after a fault was printed.
bool send_back(const ReturnCommand& command, base::ByteView zip, const archive::Act& act) {
  auto archive = open_archive(command.desk, archive::Access::write);
  if (!archive) {
    return false;
  }
  diag::Sink warned;
  const auto returned =
      archive->return_package(base::sha256_hex(zip), archive::Locked::refuse, act, warned);
  print_faults(warned.all(), "");
  if (!returned && returned.error().code != diag::Code("A210")) {
    fail(returned.error());
    return false;
  }
  if (!returned) {
    print("Gói chưa được nhận vào kho nên kho không thay đổi.\n");
  }
  return true;
}

bool write_letter(const desk::Answer& answer, const job::Options& options, const fs::path& file) {
  diag::Sink faults;
  const auto bytes = desk::render_word(options.templates, "tra-lai.docx", answer.letter, faults);
  print_faults(faults.all(), "");
  if (!bytes) {
    return false;
  }
  if (!base::write_file(file, *bytes)) {
    fail({.code = "U105",
          .message = "không ghi được tệp \"" + file.generic_string() + "\"",
          .help = "kiểm tra quyền ghi và chỗ trống của thư mục"});
    return false;
  }
  return true;
}

}  // namespace

int run(const ReturnCommand& command) {
  const auto act = act_for(command.desk);
  const auto due = text::parse_date(command.due);
  if (!act || (!command.due.empty() && (!due || !due->exact()))) {
    print_error(diag::text(act ? diag::Diagnostic{.code = "U111",
                                                  .message = "hạn nộp lại \"" + command.due +
                                                             "\" không phải là một ngày",
                                                  .help = "ghi ngày dạng 15/10/2026"}
                               : act.error()));
    return wrong_usage;
  }
  const job::Options options = options_for(command.common);
  const auto zip = base::read_file(command.file);
  if (!options.templates.is_named() || !zip) {
    return zip ? errors
               : fail({.code = "U113",
                       .message = "không đọc được tệp \"" + command.file + "\"",
                       .help = "kiểm tra lại tên tệp và quyền đọc"});
  }
  desk::ReturnRequest request{.file = fs::path(command.file).filename().string(),
                              .reason = act->why};
  if (due) {
    request.due = due->first;
  }
  const desk::Answer answer = desk::answer(*zip, std::move(request), options);
  const fs::path out = command.out;
  if (!write_letter(answer, options, out / letter_name)) {
    return errors;
  }
  const job::MarkedFiles marked = job::write_marked_files(answer.checked, out, options);
  print_faults(marked.faults.all(), "");
  print("Đã ghi vào " + command.out + ": " + letter_name + ", " +
        std::to_string(marked.copies.size()) + " bản đánh dấu và rejects.csv.\n");
  if (!command.desk.archive.empty() && !send_back(command, *zip, *act)) {
    return errors;
  }
  return marked.faults.has_errors() ? errors : done;
}

}  // namespace baocao::cli
