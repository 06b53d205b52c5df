#include "submission/manifest_rules.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <set>

namespace baocao::submission {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view lower_case = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper_case = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool made_of(std::string_view text, std::initializer_list<std::string_view> letters) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return std::any_of(letters.begin(), letters.end(), [&](std::string_view set) {
      return set.find(c) != std::string_view::npos;
    });
  });
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && made_of(text, {digits, "abcdef"});
}

// The name of a folder of templates/resolutions.
bool is_resolution(std::string_view text) {
  return !text.empty() && text.size() <= 100 && made_of(text, {digits, lower_case, "-"});
}

bool is_unit_code(std::string_view text) {
  return !text.empty() && text.size() <= 32 && text.front() != '.' &&
         made_of(text, {digits, lower_case, upper_case, "-_."});
}

bool is_code(std::string_view text) {
  return text.size() == 4 && made_of(text.substr(0, 1), {upper_case}) &&
         made_of(text.substr(1), {digits});
}

// One line that says something.
bool is_line(std::string_view text) {
  const bool has_control =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
  return !has_control && text.find_first_not_of(' ') != std::string_view::npos &&
         text::nfc(text) == text;
}

class Checker {
 public:
  Checker(const Manifest& manifest, const std::string& file, diag::Sink& faults)
      : manifest_(manifest), file_(file), faults_(faults) {}

  void check_values() {
    demand(is_resolution(manifest_.resolution), "nghị quyết \"" + manifest_.resolution + "\"");
    demand(is_unit_code(manifest_.unit), "mã đơn vị \"" + manifest_.unit + "\"");
    demand(is_line(manifest_.unit_name), "tên đơn vị \"" + manifest_.unit_name + "\"");
    demand(is_line(manifest_.program), "tên chương trình \"" + manifest_.program + "\"");
    demand(manifest_.revision > 0, "lần nộp " + std::to_string(manifest_.revision));
    for (const Acknowledged& each : manifest_.acknowledged) {
      demand(is_code(each.code), "mã cảnh báo \"" + each.code + "\"");
      demand(is_line(each.reason), "lý do của cảnh báo " + each.code);
    }
    for (const DefinitionFile& each : manifest_.definitions.files) {
      demand(is_line(each.name) && is_sha256(each.sha256), "tệp định nghĩa \"" + each.name + "\"");
    }
    std::set<std::string_view> names;
    for (const Entry& entry : manifest_.entries) {
      demand(is_sha256(entry.sha256), "mã băm của \"" + entry.name + "\"");
      demand(names.insert(entry.name).second, "tệp ghi hai lần \"" + entry.name + "\"");
    }
  }

  void check_definitions() {
    if (manifest_.definitions.sha256 != hash_of(manifest_.definitions.files)) {
      add({.code = "G121", .message = "mã băm của bộ định nghĩa không khớp danh sách tệp của nó"});
    }
  }

  void check_counts() {
    std::uint64_t acknowledged = 0;
    std::set<std::string_view> codes;
    for (const Acknowledged& each : manifest_.acknowledged) {
      acknowledged += each.count;
      codes.insert(each.code);
    }
    if (manifest_.counts.error != 0) {
      add({.code = "G120",
           .message = "gói ghi còn " + std::to_string(manifest_.counts.error) + " lỗi chưa xử lý"});
    }
    if (acknowledged != manifest_.counts.warning || codes.size() != manifest_.acknowledged.size()) {
      add({.code = "G120",
           .message = "gói có " + std::to_string(manifest_.counts.warning) +
                      " cảnh báo nhưng lý do chỉ nêu cho " + std::to_string(acknowledged)});
    }
  }

  void check_roles() {
    demand_one(Role::job, "inputs/job.toml");
    demand_one(Role::results, "results.json");
    for (const Role role : {Role::report, Role::appendix, Role::summary}) {
      if (of(role).size() > 1) {
        misplaced("có hai tệp cùng vai trò " + std::string(name(role)));
      }
    }
    for (const Entry& entry : manifest_.entries) {
      const bool is_input = entry.role == Role::input || entry.role == Role::extract;
      const bool is_output =
          entry.role == Role::report || entry.role == Role::appendix || entry.role == Role::summary;
      if ((is_input && !entry.name.starts_with("inputs/")) ||
          (is_output && !entry.name.starts_with("outputs/"))) {
        misplaced("tệp \"" + entry.name + "\" không nằm đúng chỗ của vai trò " +
                  std::string(name(entry.role)));
      }
    }
  }

 private:
  std::vector<std::string> of(Role role) const {
    std::vector<std::string> names;
    for (const Entry& entry : manifest_.entries) {
      if (entry.role == role) {
        names.push_back(entry.name);
      }
    }
    return names;
  }

  void demand_one(Role role, const std::string& place) {
    if (of(role) != std::vector<std::string>{place}) {
      misplaced("phải có đúng một tệp vai trò " + std::string(name(role)) + " là \"" + place +
                "\"");
    }
  }

  void demand(bool is_good, const std::string& what) {
    if (!is_good) {
      add({.code = "G114", .message = "tệp kê khai của gói: " + what + " không hợp lệ"});
    }
  }

  void misplaced(const std::string& what) { add({.code = "G119", .message = what}); }

  void add(diag::Diagnostic fault) {
    fault.help = "đề nghị nơi gửi lập lại gói bằng lệnh submit";
    fault.span = {.file = file_, .part = "META-INF/manifest.json"};
    faults_.add(std::move(fault));
  }

  const Manifest& manifest_;
  const std::string& file_;
  diag::Sink& faults_;
};

}  // namespace

void check_manifest(const Manifest& manifest, const std::string& file, diag::Sink& faults) {
  Checker checker(manifest, file, faults);
  checker.check_values();
  checker.check_definitions();
  checker.check_counts();
  checker.check_roles();
}

}  // namespace baocao::submission
