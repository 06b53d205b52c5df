#include "sample/data_file.hpp"

#include "base/file.hpp"

#include <utility>

namespace baocao::sample {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace

diag::Result<std::string> read_text(const std::filesystem::path& path) {
  auto bytes = base::read_file(path);
  if (!bytes) {
    return diag::Failure(
        {.code = "M101",
         .message = "không đọc được tệp \"" + path.filename().string() + "\" để tạo dữ liệu mẫu",
         .help = "kiểm tra mã nghị quyết và thư mục templates",
         .span = {.file = path.string()},
         .notes = {"hệ điều hành báo: " + bytes.error().code.message()}});
  }
  return std::move(*bytes);
}

diag::Result<config::Node> read_toml(const std::filesystem::path& path) {
  const auto text = read_text(path);
  if (!text) {
    return diag::Failure(text.error());
  }
  return config::parse(*text, path.string());
}

diag::Result<std::vector<std::vector<std::string>>> read_rows(const std::filesystem::path& path,
                                                              std::size_t columns) {
  const auto text = read_text(path);
  if (!text) {
    return diag::Failure(text.error());
  }
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(*text, '\n')) {
    if (line.empty()) {
      continue;
    }
    rows.push_back(split(line, ','));
    if (rows.back().size() != columns) {
      return diag::Failure(contradiction(
          path, "hàng \"" + line + "\" không có đủ " + std::to_string(columns) + " cột"));
    }
  }
  if (!rows.empty()) {
    rows.erase(rows.begin());
  }
  return rows;
}

diag::Diagnostic contradiction(const std::filesystem::path& path, std::string message) {
  return {.code = "M104",
          .message = std::move(message),
          .help = "sửa tệp đã nêu cho khớp rồi chạy lại",
          .span = {.file = path.string()}};
}

}  // namespace baocao::sample
