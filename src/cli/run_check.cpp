#include "cli/check_request.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/json.hpp"
#include "diag/render.hpp"
#include "job/check_pack.hpp"
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

std::string counts_of(const diag::Sink& faults) {
  return std::to_string(faults.count(diag::Severity::error)) + " lỗi, " +
         std::to_string(faults.count(diag::Severity::warning)) + " cảnh báo, " +
         std::to_string(faults.count(diag::Severity::note)) + " ghi chú.\n";
}

Exit status_of(const diag::Sink& faults) {
  if (faults.has_errors()) {
    return errors;
  }
  return faults.count(diag::Severity::warning) > 0 ? warnings : done;
}

void print_text(const job::Checked& checked, bool explain) {
  print_faults(checked.faults.all(), checked.folder);
  for (const table::SheetAccount& account : checked.accounts) {
    print(explain ? table::text(account) + "\n" : "");
  }
  print("Kiểm tra xong: " + counts_of(checked.faults));
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
  return written ? status_of(checked.faults) : errors;
}

Exit tell(const CheckCommand& command, const job::CheckedPack& checked) {
  if (command.json) {
    print(diag::json(checked.faults.all()) + "\n");
    return status_of(checked.faults);
  }
  print_faults(checked.faults.all(), "");
  print("Kiểm tra xong bộ nghị quyết: " + std::to_string(checked.indicators) + " chỉ tiêu, " +
        std::to_string(checked.tasks) + " nhiệm vụ; chạy " + std::to_string(checked.examples) +
        " ví dụ, điền thử " + std::to_string(checked.templates) + " mẫu; " +
        counts_of(checked.faults));
  return status_of(checked.faults);
}

}  // namespace

int run(const CheckCommand& command) {
  const job::Options options = options_for(command.common);
  if (!options.templates.is_named()) {
    return errors;
  }
  if (const auto pack = named_pack(command)) {
    const auto demanded = demand_pack_options(command);
    return demanded ? tell(command, job::check_pack(*pack, options)) : refuse(demanded.error());
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
