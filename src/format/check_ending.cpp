// The signature and Nơi nhận.
#include "format/checks.hpp"
#include "format/ending.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

std::string letters_only(std::string_view mark) {
  std::string out;
  for (const char c : mark) {
    if (c != '.' && c != '/') {
      out.push_back(c);
    }
  }
  return out;
}

bool is_committee(const Subject& subject, std::string_view body) {
  const auto& all = subject.profile.committees;
  return std::any_of(all.begin(), all.end(), [&](const std::string& committee) {
    return text::name_key(body).starts_with(text::name_key(committee));
  });
}

void check_mark(const Subject& subject, const Line& line, const AuthorityMark& mark) {
  const auto& forms = subject.profile.authorities;
  const auto wanted = std::find_if(forms.begin(), forms.end(), [&](const std::string& form) {
    return letters_only(form) == mark.letters;
  });
  if (wanted == forms.end()) {
    return;
  }
  const std::string& text = subject.document.paragraphs()[line.paragraph].text.text;
  const bool spaced = text.substr(line.begin + mark.length - 1, 1) == " ";
  if (mark.mark != *wanted || !spaced) {
    subject.findings.at(
        line,
        {"D402",
         "quyền hạn ghi \"" + mark.mark + "\", quy định \"" + *wanted + "\"",
         "ghi \"" + *wanted + " …\"",
         {TextEdit{line.paragraph, line.begin, line.begin + mark.length, *wanted + " "}}});
  }
}

void check_deputy(const Subject& subject, const Line& line, const AuthorityMark& mark) {
  if (mark.letters != letters_only(subject.profile.deputy_for)) {
    return;
  }
  std::string issuer;
  for (const Line& each : subject.layout.issuer) {
    issuer += (issuer.empty() ? "" : " ") + each.text;
  }
  if (is_committee(subject, issuer)) {
    subject.findings.at(line,
                        {"D403",
                         "văn bản của cấp ủy ghi \"" + mark.mark + "\" (ký thay)",
                         "phó bí thư ký thay mặt: \"T/M …\" rồi đến \"PHÓ BÍ THƯ\"",
                         {}});
  }
}

// "PHÓ BÍ THƯ TỈNH ỦY": the post alone is enough.
void check_post(const Subject& subject, const Line& post) {
  static constexpr std::array<std::string_view, 2> heads{"phó bí thư ", "bí thư "};
  const std::string key = text::name_key(post.text);
  for (const std::string_view head : heads) {
    const std::string name = text::name_key(head);
    if (key.starts_with(name) && key.size() > name.size() + 1) {
      subject.findings.at(post,
                          {"D404",
                           "chức vụ kèm tên cơ quan, quy định chỉ ghi chức vụ",
                           "bỏ tên cơ quan sau chức vụ",
                           {}});
      return;
    }
  }
}

// No rank, degree or title before the name.
void check_name(const Subject& subject, const Line& signer) {
  static constexpr std::array<std::string_view, 10> titles{
      "TS.", "ThS.", "PGS.", "GS.", "CN.", "BS.", "Đ/c ", "Ông ", "Bà ", "Tiến sĩ "};
  for (const std::string_view title : titles) {
    if (signer.text.starts_with(title)) {
      subject.findings.at(signer,
                          {"D405",
                           "trước họ tên người ký ghi \"" + std::string(title) + "\"",
                           "chỉ ghi họ và tên",
                           {}});
    }
  }
}

void check_label(const Subject& subject) {
  const Line& label = *subject.layout.recipients;
  if (label.text != "Nơi nhận:") {
    subject.findings.at(label,
                        {"D411",
                         "ghi \"" + label.text + "\", quy định \"Nơi nhận:\"",
                         "ghi \"Nơi nhận:\"",
                         {TextEdit{label.paragraph, label.begin, label.end, "Nơi nhận:"}}});
  }
}

void check_end(const Subject& subject, const Line& line, bool is_last) {
  const char wanted = is_last ? subject.profile.recipient_last : subject.profile.recipient_end;
  const std::string& text = subject.document.paragraphs()[line.paragraph].text.text;
  std::size_t end = line.end;
  while (end > line.begin &&
         std::string_view(";.,: ").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  const std::string found = text.substr(end, line.end - end);
  if (has_tag(line.text) || found == std::string(1, wanted)) {
    return;
  }
  subject.findings.at(line,
                      {is_last ? diag::Code("D413") : diag::Code("D412"),
                       (is_last ? "dòng cuối của Nơi nhận " : "dòng của Nơi nhận ") +
                           (found.empty() ? std::string("không có dấu cuối dòng")
                                          : "kết thúc bằng \"" + found + "\"") +
                           ", quy định \"" + wanted + "\"",
                       std::string("kết thúc dòng bằng \"") + wanted + "\"",
                       {TextEdit{line.paragraph, end, line.end, std::string(1, wanted)}}});
}

void check_dash(const Subject& subject, const Line& line) {
  const Paragraph& paragraph = subject.document.paragraphs()[line.paragraph];
  const bool listed = subject.document.looks().paragraph(paragraph.node).listed;
  if (line.text.starts_with("- ") || listed) {
    return;
  }
  const std::string& text = paragraph.text.text;
  static constexpr std::string_view long_dash = "–";
  const bool dashed = text.compare(line.begin, long_dash.size(), long_dash) == 0;
  const std::size_t first =
      text.find_first_not_of("-+* ", line.begin + (dashed ? long_dash.size() : 0));
  const std::size_t end = first < line.end ? first : line.begin;
  subject.findings.at(line,
                      {"D414",
                       "dòng của Nơi nhận chưa bắt đầu bằng \"- \"",
                       "bắt đầu dòng bằng dấu gạch nối và một dấu cách",
                       {TextEdit{line.paragraph, line.begin, end, "- "}}});
}

// Lines that go on where a recipient's name was too long are not recipients of their own.
bool begins_recipient(const Subject& subject, const Line& line) {
  const Paragraph& paragraph = subject.document.paragraphs()[line.paragraph];
  const bool first_in_paragraph = paragraph.text.text.find_first_not_of(" \t\n\r") == line.begin;
  return first_in_paragraph || line.text.starts_with("-");
}

void check_recipient_lines(const Subject& subject) {
  const Lines& lines = subject.layout.recipient;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_last = i + 1 == lines.size();
    const bool goes_on = !is_last && !begins_recipient(subject, lines[i + 1]);
    if (begins_recipient(subject, lines[i])) {
      check_dash(subject, lines[i]);
    }
    if (!goes_on) {
      check_end(subject, lines[i], is_last);
    }
  }
}

// The copy that the body keeps stands last: "- Lưu Văn phòng Đảng ủy.", "- Lưu: VT, …".
void check_kept_copy(const Subject& subject) {
  const Line& last = subject.layout.recipient.back();
  const std::string& text = subject.document.paragraphs()[last.paragraph].text.text;
  const std::size_t at = text.find("Lưu", last.begin);
  const bool kept = at != std::string::npos && at < last.end;
  if (has_tag(last.text)) {
    return;
  }
  const std::size_t after = kept ? at + std::string_view("Lưu").size() : 0;
  const bool colon = kept && after < text.size() && text[after] == ':';
  const bool wanted = subject.profile.has_colon();
  if (!kept) {
    subject.findings.at(
        last,
        {"D415",
         "dòng cuối của Nơi nhận không phải dòng lưu",
         wanted ? "ghi \"- Lưu: VT, ….\" ở dòng cuối" : "ghi \"- Lưu Văn phòng ….\" ở dòng cuối",
         {}});
  } else if (colon != wanted) {
    subject.findings.at(
        last,
        {"D415",
         wanted ? "sau chữ \"Lưu\" chưa có dấu hai chấm"
                : "sau chữ \"Lưu\" có dấu hai chấm, quy định không có",
         wanted ? "ghi \"- Lưu: VT, ….\"" : "ghi \"- Lưu Văn phòng ….\"",
         {TextEdit{last.paragraph, after, after + (colon ? 1 : 0), wanted ? ":" : ""}}});
  }
}

}  // namespace

void check_signature(const Subject& subject) {
  const Layout& layout = subject.layout;
  if (!layout.authority && layout.posts.empty()) {
    subject.findings.whole(
        {"D401",
         "không thấy quyền hạn, chức vụ của người ký",
         "ghi quyền hạn (nếu ký thay mặt, ký thay), chức vụ, họ tên ở cuối văn bản, bên phải",
         {}},
        "cuối văn bản");
    return;
  }
  if (layout.authority && !has_tag(layout.authority->text)) {
    if (const auto mark = authority_of(layout.authority->text)) {
      check_mark(subject, *layout.authority, *mark);
      check_deputy(subject, *layout.authority, *mark);
    }
  }
  for (const Line& post : layout.posts) {
    check_post(subject, post);
  }
  if (layout.signer) {
    check_name(subject, *layout.signer);
  }
}

void check_recipients(const Subject& subject) {
  if (!subject.layout.recipients) {
    subject.findings.whole({"D410",
                            "không thấy mục \"Nơi nhận:\"",
                            "ghi \"Nơi nhận:\" và các nơi nhận ở cuối văn bản, bên trái",
                            {}},
                           "cuối văn bản");
    return;
  }
  check_label(subject);
  if (subject.layout.recipient.empty()) {
    subject.findings.at(
        *subject.layout.recipients,
        {"D410", "dưới \"Nơi nhận:\" chưa ghi nơi nhận nào", "ghi từng nơi nhận", {}});
    return;
  }
  check_recipient_lines(subject);
  check_kept_copy(subject);
}

}  // namespace baocao::format
