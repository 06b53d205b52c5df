#include "submission/entry_names.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <map>

namespace baocao::submission {
namespace {

// "..", ".", an empty part: what another program may take for another place.
bool leads_elsewhere(const std::string& name) {
  const std::string framed = "/" + name + "/";
  return name.empty() || name.find_first_of("\\:") != std::string::npos ||
         framed.find("/../") != std::string::npos || framed.find("/./") != std::string::npos ||
         name.front() == '/' || name.find("//") != std::string::npos;
}

bool is_plain_text(const std::string& name) {
  const bool has_control = std::any_of(
      name.begin(), name.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
  return !has_control && text::is_valid_utf8(name) && text::nfc(name) == name;
}

}  // namespace

void check_names(const std::vector<package::DirectoryEntry>& entries,
                 const std::string& file,
                 diag::Sink& faults) {
  std::map<std::string, std::string> known;  // lower case → as it is written
  for (const package::DirectoryEntry& entry : entries) {
    const auto refuse = [&](diag::Code code, const std::string& what) {
      faults.add({.code = code,
                  .message = what,
                  .help = "không dùng gói này; đề nghị nơi gửi lập lại bằng lệnh submit",
                  .span = {.file = file, .part = text::nfc(entry.name)}});
    };
    if (entry.name.find('\0') != std::string::npos || leads_elsewhere(entry.name)) {
      refuse("G104", "tên tệp trong gói trỏ ra ngoài gói");
    } else if (!is_plain_text(entry.name)) {
      refuse("G106", "tên tệp trong gói không phải là chữ Unicode dựng sẵn");
    }
    if (entry.is_special()) {
      refuse("G108", "gói có liên kết thay cho tệp");
    } else if (entry.is_directory()) {
      refuse("G109", "gói có thư mục ghi riêng, chỉ được có tệp");
    }
    const auto [at, is_new] = known.emplace(text::lower(text::nfc(entry.name)), entry.name);
    if (!is_new && at->second == entry.name) {
      refuse("G103", "hai tệp trong gói trùng tên, không rõ tệp nào là thật");
    } else if (!is_new) {
      refuse("G107", "tên tệp chỉ khác \"" + at->second + "\" ở chữ hoa, chữ thường");
    }
  }
}

}  // namespace baocao::submission
