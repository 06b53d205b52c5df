// docs/the-thuc.md is made from the profiles. BAOCAO_UPDATE_DOCS=1 writes it anew.
#include "base/file.hpp"
#include "format/lengths.hpp"
#include "unit/format/documents.hpp"

#include <cstdlib>
#include <sstream>

#include <gtest/gtest.h>

namespace baocao::format {
namespace {

std::string range(const Range& range, int unit) {
  const auto text = [unit](int value) {
    return unit == 0 ? mm_text(value) : points_text(value * 2 / unit);
  };
  return text(range.low) + (range.low == range.high ? "" : " - " + text(range.high));
}

std::string look(const Letters& letters) {
  std::string out;
  const auto add = [&](bool has, const char* word) {
    out += has ? (out.empty() ? "" : ", ") + std::string(word) : "";
  };
  add(letters.upper, "in hoa");
  add(letters.bold, "đậm");
  add(letters.italic, "nghiêng");
  add(letters.underlined, "gạch chân");
  add(letters.align == Align::centre, "căn giữa");
  return out.empty() ? "đứng" : out;
}

std::string line(const Body& body) {
  if (body.exact_lines) {
    return "đúng (Exactly) " + range(body.line, twips_per_point) + " pt";
  }
  return "từ " + points_text(body.line.low * 2 / twips_per_line) + " đến " +
         points_text(body.line.high * 2 / twips_per_line) + " dòng";
}

void append_measures(std::ostream& out, const Profile& profile) {
  const Page& page = profile.page;
  out << "Khổ giấy " << mm_text(page.width) << " × " << mm_text(page.height) << " mm; lề trên "
      << range(page.top, 0) << ", dưới " << range(page.bottom, 0) << ", trái "
      << range(page.left, 0) << ", phải " << range(page.right, 0) << " mm. Phông " << profile.font
      << ". Nội dung: dòng đầu lùi " << range(profile.body.first_line, 0) << " mm, cách dòng "
      << line(profile.body) << ", các đoạn cách nhau ít nhất " << points_text(profile.body.gap / 10)
      << " pt.\n\n";
  out << "| Thành phần | Cỡ chữ | Kiểu chữ |\n|---|---|---|\n";
  for (const auto& letters : profile.letters) {
    if (letters) {
      out << "| " << letters->name << " | " << range(letters->size, 2) << " | " << look(*letters)
          << " |\n";
    }
  }
}

void append_rules(std::ostream& out, const Profile& profile) {
  out << "\n| Mã | Mức | Quy tắc | Căn cứ | Nguồn |\n|---|---|---|---|---|\n";
  for (const Rule& rule : profile.rules) {
    const char* level = rule.severity == diag::Severity::error     ? "lỗi"
                        : rule.severity == diag::Severity::warning ? "cảnh báo"
                                                                   : "ghi chú";
    out << "| " << rule.code << " | " << level << " | " << rule.says << " | " << rule.law << " | "
        << rule.sure << " |\n";
  }
}

std::string page() {
  std::ostringstream out;
  out << "# Thể thức văn bản\n\n"
         "Trang này sinh ra từ các hồ sơ trong `templates/format`; không sửa bằng tay. Lệnh "
         "`baocao "
         "format VĂN_BẢN.docx`\nkiểm tra một tệp Word bất kỳ theo một hồ sơ: mỗi chỗ sai có mã quy "
         "tắc, mức, phần, địa chỉ và câu chữ tại đó.\nKhông nêu `--profile` thì chọn theo tiêu đề: "
         "có Quốc hiệu là văn bản hành chính, còn lại là văn bản của Đảng. Thêm\n`--fix` để sửa "
         "những chỗ máy sửa được vào một tệp mới (`<tên>-da-sua.docx` hoặc `--out`); phần khác của "
         "tệp giữ nguyên.\n`baocao template new --profile HỒ_SƠ --type BC --out MẪU.docx` dựng mẫu "
         "BC, KH, TTr, CV, TB đúng thể thức, có phụ lục.\n\n"
         "Cột “Nguồn” nói quy tắc chắc đến đâu: *chắc chắn* là có trong câu chữ của văn bản quy "
         "định; *nhiều nguồn* là nhiều tài\nliệu độc lập ghi giống nhau; *một nguồn* là mới thấy ở "
         "một nơi; *thực tế* là cách các cơ quan vẫn làm. **Toàn văn Hướng\ndẫn 05-HD/VPTW chưa "
         "được đối chiếu: trước khi dùng chính thức, văn thư cần so bảng cỡ chữ dưới đây với bản "
         "gốc.**\nDấu chỉ độ mật, và dấu chỉ mức độ khẩn của văn bản hành chính, được nhận ra "
         "nhưng "
         "không xét chỗ đặt: chưa có nguồn.\nSửa một số đo hay bỏ một quy tắc là sửa tệp `.toml`, "
         "không phải sửa chương "
         "trình.\n";
  for (const char* id : {"dang-hd05-2026", "dang-hd36-2018", "hanh-chinh-nd30-2020"}) {
    const Profile each = profile(id);
    out << "\n## `" << id << "`\n\n" << each.name << ". Căn cứ: " << each.law << ".\n\n";
    append_measures(out, each);
    append_rules(out, each);
  }
  return out.str();
}

TEST(FormatPage, SaysWhatTheProfilesSay) {
  const std::string path = std::string(BAOCAO_SOURCE_DIR) + "/docs/the-thuc.md";
  if (std::getenv("BAOCAO_UPDATE_DOCS") != nullptr) {
    ASSERT_TRUE(base::write_file(path, page()));
  }
  EXPECT_TRUE(base::read_file(path).value() == page())
      << "run format_tests with BAOCAO_UPDATE_DOCS=1";
}

}  // namespace
}  // namespace baocao::format
