#include "xlsx/workbook.hpp"

#include "base/file.hpp"

#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

#include <unistd.h>
#include <xlsxwriter.h>

namespace baocao::xlsx {
namespace {

constexpr std::size_t longest_sheet_name = 31;  // Excel's limit, in characters

diag::Diagnostic scratch_fault(const std::filesystem::path& place, const std::string& reason) {
  return {.code = "X701",
          .message = "không ghi được tệp tạm khi lập bảng Excel",
          .help = "xem quyền ghi và dung lượng trống của thư mục đã nêu rồi chạy lại",
          .span = {.file = place.string()},
          .notes = {"hệ điều hành báo: " + reason}};
}

diag::Diagnostic scratch_fault(const std::filesystem::path& place, int error) {
  return scratch_fault(place, std::system_category().message(error));
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The first `limit` characters of a UTF-8 text.
std::string_view head(std::string_view text, std::size_t limit) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (continues_character(text[i])) {
      continue;
    }
    if (characters == limit) {
      return text.substr(0, i);
    }
    ++characters;
  }
  return text;
}

std::string legal_sheet_name(std::string name) {
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) {
      c = '-';
    }
  }
  // Excel does not allow an apostrophe at either end.
  while (name.starts_with('\'')) {
    name.erase(0, 1);
  }
  name = head(name, longest_sheet_name);
  while (name.ends_with('\'')) {
    name.pop_back();
  }
  return name.empty() ? "Trang" : name;
}

// Noon in Việt Nam of that day. Never 0, which libxlsxwriter takes for "now".
time_t creation_time(base::Date created) {
  constexpr time_t seconds_per_day = 86400;
  constexpr time_t noon = time_t{5} * 3600;
  return created.days() * seconds_per_day + noon;
}

// libxlsxwriter formats the creation time with gmtime(), whose result all threads share.
std::mutex& closing() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

diag::Result<Workbook> Workbook::create(const std::filesystem::path& scratch,
                                        base::Date created,
                                        const std::string& title,
                                        const std::string& author) {
  std::string path = (scratch / "bang-XXXXXX").string();
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) {
    return diag::Failure(scratch_fault(scratch, errno));
  }
  ::close(descriptor);
  std::string folder = scratch.string();
  lxw_workbook_options options = {};
  options.tmpdir = folder.data();
  lxw_workbook* workbook = ::workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) {
    ::unlink(path.c_str());
    return diag::Failure(scratch_fault(scratch, ENOMEM));
  }
  std::string own_title = title;
  std::string own_author = author;
  lxw_doc_properties properties = {};
  properties.title = own_title.data();
  properties.author = own_author.data();
  properties.created = creation_time(created);
  ::workbook_set_properties(workbook, &properties);
  return Workbook(workbook, path);
}

Workbook::Workbook(lxw_workbook* workbook, std::filesystem::path path)
    : workbook_(workbook), path_(std::move(path)) {}

Workbook::Workbook(Workbook&& other) noexcept
    : workbook_(std::exchange(other.workbook_, nullptr)), path_(std::move(other.path_)) {
  other.path_.clear();
}

Workbook& Workbook::operator=(Workbook&& other) noexcept {
  std::swap(workbook_, other.workbook_);
  std::swap(path_, other.path_);
  return *this;
}

Workbook::~Workbook() {
  if (workbook_ != nullptr) {
    ::lxw_workbook_free(workbook_);
  }
  if (!path_.empty()) {
    ::unlink(path_.c_str());
  }
}

lxw_worksheet* Workbook::add_sheet(const std::string& name) {
  const std::string legal = legal_sheet_name(name);
  std::string free_name = legal;
  for (int number = 2; ::workbook_validate_sheet_name(workbook_, free_name.c_str()) ==
                       LXW_ERROR_SHEETNAME_ALREADY_USED;
       ++number) {
    const std::string ending = " (" + std::to_string(number) + ")";
    free_name = std::string(head(legal, longest_sheet_name - ending.size())) + ending;
  }
  return ::workbook_add_worksheet(workbook_, free_name.c_str());
}

lxw_format* Workbook::add_format() {
  lxw_format* format = ::workbook_add_format(workbook_);
  ::format_set_font_name(format, "Times New Roman");
  ::format_set_font_size(format, 12);
  return format;
}

diag::Result<base::Bytes> Workbook::finish() {
  lxw_error error = LXW_NO_ERROR;
  {
    const std::lock_guard lock(closing());
    error = ::workbook_close(std::exchange(workbook_, nullptr));
  }
  if (error != LXW_NO_ERROR) {
    return diag::Failure(scratch_fault(path_, ::lxw_strerror(error)));
  }
  auto bytes = base::read_file(path_);
  if (!bytes) {
    return diag::Failure(scratch_fault(path_, bytes.error().code.message()));
  }
  return std::move(*bytes);
}

}  // namespace baocao::xlsx
