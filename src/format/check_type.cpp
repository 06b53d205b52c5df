// The type of the document, its subject and whom it goes to.
#include "format/checks.hpp"
#include "format/lengths.hpp"
#include "format/ruled_line.hpp"
#include "text/keys.hpp"

namespace baocao::format {
namespace {

void check_separator(const Subject& subject) {
  const std::string& wanted = subject.profile.separator;
  const Line& last =
      subject.layout.subject.empty() ? *subject.layout.type : subject.layout.subject.back();
  const auto& found = subject.layout.separator;
  if (wanted.empty()) {
    const auto rule = line_under(subject.document, last);
    const bool drawn =
        rule && (rule->made == RuledLine::Made::border || rule->made == RuledLine::Made::shape);
    if (!drawn) {
      subject.findings.at(last,
                          {"D303",
                           "dưới trích yếu chưa có đường kẻ ngang nét liền",
                           "vẽ đường kẻ dài từ 1/3 đến 1/2 dòng chữ, ở giữa",
                           {}});
    }
    return;
  }
  if (!found) {
    subject.findings.at(last,
                        {"D303",
                         "dưới trích yếu chưa có dòng \"" + wanted + "\"",
                         "thêm một dòng năm dấu gạch nối, căn giữa",
                         inserted_after(subject.document, last, wanted)});
  } else if (found->text != wanted) {
    subject.findings.at(*found,
                        {"D303",
                         "dưới trích yếu là \"" + found->text + "\", quy định \"" + wanted + "\"",
                         "thay bằng năm dấu gạch nối",
                         {TextEdit{found->paragraph, found->begin, found->end, wanted}}});
  }
}

bool is_type(const Subject& subject, std::string_view key) {
  for (const DocumentType& type : subject.profile.types) {
    if (type.key == key && subject.layout.type &&
        text::name_key(type.name) == text::name_key(subject.layout.type->text)) {
      return true;
    }
  }
  return false;
}

void check_word(const Subject& subject, const std::string& wanted) {
  const Line& line = *subject.layout.addressee;
  if (text::name_key(line.text).starts_with(text::name_key(wanted))) {
    return;
  }
  const std::string& text = subject.document.paragraphs()[line.paragraph].text.text;
  const std::size_t colon = text.find(':', line.begin);
  subject.findings.at(
      line,
      {"D306",
       "ghi \"" + text.substr(line.begin, colon - line.begin) + "\", quy định \"" + wanted + "\"",
       "ghi \"" + wanted + ":\"",
       {TextEdit{line.paragraph, line.begin, colon, wanted}}});
}

}  // namespace

void check_type(const Subject& subject) {
  if (subject.layout.is_letter()) {
    return;  // a công văn has no name of its own
  }
  if (!subject.layout.type) {
    subject.findings.whole(
        {"D301",
         "không thấy tên loại văn bản",
         "ghi tên loại (BÁO CÁO, KẾ HOẠCH…) trên một dòng riêng, in hoa, đậm, căn giữa",
         {}},
        "đầu trang 1");
    return;
  }
  if (subject.layout.subject.empty()) {
    subject.findings.at(*subject.layout.type,
                        {"D302",
                         "dưới tên loại chưa có trích yếu nội dung",
                         "ghi trích yếu ngay dưới tên loại, chữ đậm, căn giữa",
                         {}});
  }
  check_separator(subject);
}

void check_addressee(const Subject& subject) {
  const bool has_addressee = subject.layout.addressee.has_value();
  const bool request = is_type(subject, "TTr");
  if (!has_addressee && (request || subject.layout.is_letter())) {
    subject.findings.whole(
        {"D305",
         "chưa có dòng \"" +
             (request ? subject.profile.request_word : subject.profile.letter_word) + ":\"",
         "ghi cơ quan nhận ở giữa trang, trên phần nội dung",
         {}},
        "đầu trang 1");
    return;
  }
  if (!has_addressee) {
    return;
  }
  if (request) {
    check_word(subject, subject.profile.request_word);
  } else if (subject.layout.is_letter()) {
    check_word(subject, subject.profile.letter_word);
  } else if (is_type(subject, "BC")) {
    subject.findings.at(*subject.layout.addressee,
                        {"D304",
                         "báo cáo không có dòng \"Kính gửi\"",
                         "bỏ dòng này; ghi cơ quan nhận ở mục Nơi nhận",
                         {}});
  }
}

}  // namespace baocao::format
