// docs/bo-loc.md is made from the declarations. BAOCAO_UPDATE_DOCS=1 writes it anew.
#include "report/filters.hpp"
#include "report/tests.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '|' ? std::string("\\|") : std::string(1, c);
  }
  return out;
}

std::string names(std::string_view name, std::string_view alias) {
  const std::string first = "`" + std::string(name) + "`";
  return alias.empty() ? first : first + ", `" + std::string(alias) + "`";
}

template <class Declaration>
void append_results(std::ostream& out, std::span<const Declaration> all) {
  out << "| Tên | Tác dụng | Ví dụ | Kết quả |\n|---|---|---|---|\n";
  for (const Declaration& one : all) {
    out << "| " << names(one.name, one.alias) << " | " << one.summary << " | `{{ "
        << escaped(one.example) << " }}` | " << escaped(one.gives) << " |\n";
  }
}

std::string page() {
  std::ostringstream out;
  out << "# Bộ lọc, hàm và phép thử trong mẫu\n\n"
         "Trang này sinh ra từ khai báo trong `src/report`; không sửa bằng tay. Mỗi ví dụ được "
         "chạy "
         "như một phép thử.\nGiá trị trống đi qua các bộ lọc định dạng vẫn trống; dùng `rong` để "
         "in "
         "chữ thay thế. Không có bộ lọc thì số in\nvới dấu phẩy thập phân (không tách hàng nghìn), "
         "ngày in dạng 05/09/2026.\n\n## Bộ lọc: `{{ giá_trị | bộ_lọc }}`\n\n";
  append_results(out, all_filters());
  out << "\n## Hàm: `{{ hàm(…) }}`\n\n";
  append_results(out, all_functions());
  out << "\n## Phép thử: `{% if giá_trị is phép_thử %}`\n\n"
         "| Tên | Đúng khi giá trị | Ví dụ |\n|---|---|---|\n";
  for (const report::Test& test : all_tests()) {
    out << "| " << names(test.name, test.alias) << " | " << test.summary << " | `"
        << escaped(test.example) << "` |\n";
  }
  return out.str();
}

TEST(FilterPage, SaysWhatTheDeclarationsSay) {
  const std::string path = std::string(BAOCAO_SOURCE_DIR) + "/docs/bo-loc.md";
  if (std::getenv("BAOCAO_UPDATE_DOCS") != nullptr) {
    std::ofstream(path) << page();
  }
  std::ostringstream found;
  found << std::ifstream(path).rdbuf();
  EXPECT_EQ(found.str(), page()) << "chạy lại với BAOCAO_UPDATE_DOCS=1 để ghi trang mới";
}

}  // namespace
}  // namespace baocao::report
