#include "cli/check_request.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/json.hpp"
#include "diag/render.hpp"
#include "job/marked_files.hpp"

namespace baocao::cli {
namespace {

// {"diagnostics":[…],"counts":{…}}, with --explain and "sheets":[{"file","sheet","text"}…].
std::string json(const job::Checked& checked, bool explain) {
  std::string out = diag::json(checked.faults.all());
  if (!explain) {
    return out + "\n";
  }
  std::string sheets;
  for (const table::SheetAccount& account : checked.accounts) {
    sheets += (sheets.empty() ? "{" : ",{") + std::string("\"file\":") +
              diag::json_string(account.file) + ",\"sheet\":" + diag::json_string(account.sheet) +
              ",\"table\":" + diag::json_string(account.table) +
              ",\"records\":" + std::to_string(account.records) +
              ",\"text\":" + diag::json_string(table::text(account)) + "}";
  }
  out.pop_back();
  return out + ",\"sheets\":[" + sheets + "]}\n";
}

void print_text(const job::Checked& checked, bool explain) {
  print_faults(checked.faults.all(), checked.folder);
  for (const table::SheetAccount& account : checked.accounts) {
    print(explain ? table::text(account) + "\n" : "");
  }
  print("Kiểm tra xong: " + std::to_string(checked.faults.count(diag::Severity::error)) + " lỗi, " +
        std::to_string(checked.faults.count(diag::Severity::warning)) + " cảnh báo, " +
        std::to_string(checked.faults.count(diag::Severity::note)) + " ghi chú.\n");
}

// False when something could not be written.
bool annotate(const CheckCommand& command,
              const job::Checked& checked,
              const job::Options& options) {
  const job::MarkedFiles written = job::write_marked_files(checked, command.annotate, options);
  print_faults(written.faults.all(), checked.folder);
  if (!command.json) {
    print("Đã ghi vào " + command.annotate + ": " + std::to_string(written.copies.size()) +
          " bản đánh dấu và rejects.csv; " + std::to_string(written.clean) +
          " tệp không có lỗi nên không chép.\n");
  }
  return !written.faults.has_errors();
}

Exit refuse(const diag::Diagnostic& fault) {
  print_error(diag::text(fault));
  return wrong_usage;
}

Exit tell(const CheckCommand& command, const job::Checked& checked, const job::Options& options) {
  if (!command.annotate.empty() && job::would_overwrite(checked, command.annotate)) {
    return refuse({.code = "U108",
                   .message = "--annotate nêu chính thư mục chứa các tệp được kiểm tra",
                   .help = "chọn thư mục khác, ví dụ --annotate outputs/tra-lai"});
  }
  if (command.json) {
    print(json(checked, command.explain));
  } else {
    print_text(checked, command.explain);
  }
  const bool written = command.annotate.empty() || annotate(command, checked, options);
  if (!written || checked.faults.has_errors()) {
    return errors;
  }
  return checked.faults.count(diag::Severity::warning) > 0 ? warnings : done;
}

}  // namespace

int run(const CheckCommand& command) {
  const job::Options options = options_for(command.common);
  if (options.templates.empty()) {
    return errors;
  }
  if (names_job(command)) {
    if (const auto demanded = demand_job_options(command); !demanded) {
      return refuse(demanded.error());
    }
    return tell(command, job::check_job(command.paths.front(), options), options);
  }
  const auto request = file_request(command, options);
  return request ? tell(command, job::check_files(*request, options), options)
                 : refuse(request.error());
}

}  // namespace baocao::cli
