#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/json.hpp"
#include "diag/render.hpp"
#include "format/checker.hpp"

#include <algorithm>
#include <map>

namespace baocao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_alike = 3;  // of one kind of finding that are shown one by one

std::string finding_json(const diag::Diagnostic& finding) {
  return "{\"code\":" + diag::json_string(finding.code.id()) +
         ",\"severity\":" + diag::json_string(diag::severity_name(finding.severity)) +
         ",\"message\":" + diag::json_string(finding.message) +
         ",\"part\":" + diag::json_string(finding.span.part) +
         ",\"address\":" + diag::json_string(finding.span.address) +
         ",\"quote\":" + diag::json_string(finding.value) +
         ",\"help\":" + diag::json_string(finding.help) + "}";
}

std::string json(const format::Profile& profile, const std::vector<diag::Diagnostic>& findings) {
  std::string list;
  for (const diag::Diagnostic& finding : findings) {
    list += (list.empty() ? "" : ",") + finding_json(finding);
  }
  return "{\"profile\":" + diag::json_string(profile.id) + ",\"findings\":[" + list + "]}\n";
}

std::size_t count(const std::vector<diag::Diagnostic>& findings, diag::Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const diag::Diagnostic& finding) {
        return finding.severity == severity;
      }));
}

// A fault that every paragraph has is told at its first places; --json has them all.
void print_findings(const std::vector<diag::Diagnostic>& findings) {
  std::map<std::string, std::size_t> alike;
  for (diag::Diagnostic finding : findings) {
    const std::string kind = std::string(finding.code.id()) + finding.message;
    if (++alike[kind] > most_alike) {
      continue;
    }
    if (!finding.value.empty()) {
      finding.notes.insert(finding.notes.begin(), "chỗ này ghi: \"" + finding.value + "\"");
    }
    print_error(diag::text(finding));
  }
  for (const auto& [kind, times] : alike) {
    if (times > most_alike) {
      print_error("… và " + std::to_string(times - most_alike) + " chỗ khác: [" +
                  kind.substr(0, 4) + "] " + kind.substr(4) + "\n");
    }
  }
}

Exit status_of(const std::vector<diag::Diagnostic>& findings) {
  if (count(findings, diag::Severity::error) > 0) {
    return errors;
  }
  return count(findings, diag::Severity::warning) > 0 ? warnings : done;
}

Exit refuse(const diag::Diagnostic& fault, Exit status) {
  print_error(diag::text(fault));
  return status;
}

std::string summary(const format::Profile& profile, const std::vector<diag::Diagnostic>& findings) {
  return "Kiểm tra theo hồ sơ " + profile.id + ": " +
         std::to_string(count(findings, diag::Severity::error)) + " lỗi, " +
         std::to_string(count(findings, diag::Severity::warning)) + " cảnh báo, " +
         std::to_string(count(findings, diag::Severity::note)) + " ghi chú.\n";
}

Exit tell(const FormatCommand& command,
          const format::Profile& profile,
          const std::vector<diag::Diagnostic>& findings) {
  if (command.json) {
    print(json(profile, findings));
  } else {
    print_findings(findings);
    print(summary(profile, findings));
  }
  return status_of(findings);
}

fs::path repaired_path(const FormatCommand& command) {
  if (!command.out.empty()) {
    return command.out;
  }
  const fs::path file(command.file);
  return file.parent_path() / (file.stem().string() + "-da-sua.docx");
}

Exit repair(const FormatCommand& command, const format::Profile& profile, base::ByteView docx) {
  const fs::path out = repaired_path(command);
  std::error_code error;
  if (fs::equivalent(out, command.file, error)) {
    return refuse({.code = "D905",
                   .message = "tệp để ghi chính là tệp được kiểm tra",
                   .help = "chọn tên khác cho --out"},
                  wrong_usage);
  }
  const auto repaired = format::repair(docx, command.file, profile);
  if (!repaired) {
    return refuse(repaired.error(), errors);
  }
  if (!base::write_file(out, repaired->docx)) {
    return refuse({.code = "U105",
                   .message = "không ghi được tệp \"" + out.string() + "\"",
                   .help = "kiểm tra quyền ghi và chỗ trống của thư mục"},
                  errors);
  }
  if (!command.json) {
    print("Đã sửa " + std::to_string(repaired->repaired) + " chỗ, ghi vào " + out.generic_string() +
          "; còn lại:\n");
  }
  return tell(command, profile, repaired->remaining);
}

// By --profile, else by the words on top of the document.
std::string profile_id(const FormatCommand& command, base::ByteView docx) {
  if (!command.profile.empty()) {
    return command.profile;
  }
  return format::kind_of_file(docx, command.file) == format::Kind::state ? "hanh-chinh-nd30-2020"
                                                                         : "dang-hd05-2026";
}

}  // namespace

int run(const FormatCommand& command) {
  const fs::path templates = find_templates(command.common);
  if (templates.empty()) {
    return errors;
  }
  if (!command.out.empty() && !command.fix) {
    return refuse({.code = "U109",
                   .message = "--out chỉ dùng cùng --fix",
                   .help = "thêm --fix để ghi bản đã sửa"},
                  wrong_usage);
  }
  const auto docx = base::read_file(command.file);
  if (!docx) {
    return refuse({.code = "D904",
                   .message = "không đọc được tệp \"" + command.file + "\"",
                   .help = "kiểm tra tên tệp và quyền đọc"},
                  errors);
  }
  diag::Sink faults;
  const auto profile = format::load_profile(templates, profile_id(command, *docx), faults);
  if (!profile) {
    print_faults(faults.all(), "");
    return faults.all().empty() ? refuse(profile.error(), wrong_usage) : errors;
  }
  if (command.fix) {
    return repair(command, *profile, *docx);
  }
  const auto findings = format::check(*docx, command.file, *profile);
  return findings ? tell(command, *profile, *findings) : refuse(findings.error(), errors);
}

}  // namespace baocao::cli
