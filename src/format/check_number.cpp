// The line of number and symbol, and that of place and date.
#include "base/date.hpp"
#include "format/checks.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t number_word = std::string_view("Số").size();

// Past blanks and what drafts put in place of a number: no-break blanks, dots, underscores.
std::size_t after_blanks(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 6> blanks{" ", "\u00A0", ".", "_", "…", "\t"};
  for (bool goes_on = true; goes_on && at < text.size();) {
    const auto blank = std::find_if(blanks.begin(), blanks.end(), [&](std::string_view each) {
      return text.substr(at).starts_with(each);
    });
    goes_on = blank != blanks.end();
    at += goes_on ? blank->size() : 0;
  }
  return at;
}

// "Số: 5-BC/ĐU" taken apart; offsets are bytes of the line's own text.
struct NumberParts {
  std::size_t colon = std::string::npos;
  std::size_t digits_begin = 0;
  std::size_t digits_end = 0;
  std::string symbol;  // behind the number: "-BC/ĐU"
};

std::string raw_text(const Subject& subject, const Line& line) {
  return subject.document.paragraphs()[line.paragraph].text.text.substr(line.begin,
                                                                        line.end - line.begin);
}

NumberParts parts_of(const std::string& text) {
  NumberParts out;
  std::size_t at = after_blanks(text, number_word);
  if (at < text.size() && text[at] == ':') {
    out.colon = at;
    at = after_blanks(text, at + 1);
  }
  out.digits_begin = at;
  out.digits_end = std::min(text.find_first_not_of(digits, at), text.size());
  out.symbol = text::cleaned(text.substr(after_blanks(text, out.digits_end)));
  return out;
}

void check_colon(const Subject& subject, const Line& line, const NumberParts& parts) {
  const bool wanted = subject.profile.has_colon();
  const bool found = parts.colon != std::string::npos;
  if (wanted == found) {
    return;
  }
  const std::size_t word_end = line.begin + number_word;
  const TextEdit edit = found ? TextEdit{line.paragraph, word_end, line.begin + parts.colon + 1, ""}
                              : TextEdit{line.paragraph, word_end, word_end, ":"};
  subject.findings.at(line,
                      {"D211",
                       found ? "sau chữ \"Số\" có dấu hai chấm, quy định không có"
                             : "sau chữ \"Số\" chưa có dấu hai chấm",
                       found ? "bỏ dấu hai chấm: \"Số ...\"" : "thêm dấu hai chấm: \"Số: ...\"",
                       {edit}});
}

void check_padding(const Subject& subject,
                   const Line& line,
                   const std::string& text,
                   const NumberParts& parts) {
  if (parts.digits_end == parts.digits_begin + 1 && text[parts.digits_begin] != '0') {
    const std::size_t at = line.begin + parts.digits_begin;
    subject.findings.at(line,
                        {"D212",
                         "số nhỏ hơn 10 chưa có số 0 ở trước",
                         std::string("ghi \"0") + text[parts.digits_begin] + "\"",
                         {TextEdit{line.paragraph, at, at, "0"}}});
  }
}

bool is_word(std::string_view text) {
  return !text.empty() && text.find_first_of("/ ") == std::string_view::npos;
}

// Party: "-BC/ĐU"; State: "/BC-UBND" or, for a công văn, "/UBND-VP".
bool has_form(Kind kind, std::string_view symbol) {
  const char first = kind == Kind::party ? '-' : '/';
  const char second = kind == Kind::party ? '/' : '-';
  if (!symbol.starts_with(first)) {
    return false;
  }
  const std::size_t between = symbol.find(second, 1);
  return between != std::string_view::npos && is_word(symbol.substr(1, between - 1)) &&
         is_word(symbol.substr(between + 1));
}

std::string type_letters(Kind kind, std::string_view symbol) {
  const std::size_t end = symbol.find(kind == Kind::party ? '/' : '-', 1);
  return std::string(symbol.substr(1, end == std::string_view::npos ? end : end - 1));
}

void check_symbol(const Subject& subject, const Line& line, const std::string& symbol) {
  const Kind kind = subject.profile.kind;
  if (!has_form(kind, symbol)) {
    subject.findings.at(
        line,
        {"D213",
         "ký hiệu \"" + symbol + "\" sai dạng",
         kind == Kind::party ? "ghi theo dạng: Số 05-BC/ĐU" : "ghi theo dạng: Số: 05/BC-UBND",
         {}});
    return;
  }
  const auto& types = subject.profile.types;
  const std::string letters = type_letters(kind, symbol);
  if (!subject.layout.type) {
    return;
  }
  const std::string name = text::name_key(subject.layout.type->text);
  const auto wanted = std::find_if(types.begin(), types.end(), [&](const DocumentType& type) {
    return text::name_key(type.name) == name;
  });
  const bool known = std::any_of(types.begin(), types.end(), [&](const DocumentType& type) {
    return text::name_key(type.name) == name && type.key == letters;
  });
  if (wanted != types.end() && !known) {
    subject.findings.at(line,
                        {"D214",
                         "ký hiệu ghi \"" + letters + "\" nhưng tên loại là \"" +
                             subject.layout.type->text + "\" (" + wanted->key + ")",
                         "sửa ký hiệu hoặc tên loại cho khớp nhau",
                         {}});
  }
}

void check_abolished_symbol(const Subject& subject, const Line& line, const std::string& symbol) {
  for (const std::string& body : subject.profile.abolished_symbols) {
    if (symbol.ends_with("/" + body) || symbol.ends_with("-" + body)) {
      subject.findings.at(line,
                          {"D215",
                           "\"" + body + "\" không phải ký hiệu của cơ quan đang hoạt động",
                           "ghi ký hiệu của cơ quan hiện nay, ví dụ ĐU (đảng ủy xã), TU (tỉnh ủy)",
                           {}});
    }
  }
}

// A number in the line of the date.
struct Figure {
  std::size_t begin = 0;
  std::size_t end = 0;
  int value = -1;  // none: left blank to be filled in
};

Figure figure_after(const std::string& text, std::string_view word, std::size_t from) {
  const std::size_t at = text.find(word, from);
  if (at == std::string::npos) {
    return {};
  }
  const std::size_t begin = after_blanks(text, at + word.size());
  const std::size_t end = std::min(text.find_first_not_of(digits, begin), text.size());
  constexpr std::size_t longest = 4;
  if (end == begin || end - begin > longest) {
    return {};
  }
  return {begin, end, std::stoi(text.substr(begin, end - begin))};
}

constexpr int padded_below = 10;
constexpr int last_padded_month = 2;

void check_figure(const Subject& subject,
                  const Line& line,
                  const std::string& text,
                  const Figure& figure,
                  bool padded,
                  std::string_view what) {
  if (figure.value < 0 || figure.value >= padded_below) {
    return;
  }
  const std::string wanted = (padded ? "0" : "") + std::to_string(figure.value);
  const std::string found = text.substr(figure.begin, figure.end - figure.begin);
  if (found != wanted) {
    subject.findings.at(
        line,
        {"D221",
         std::string(what) + " ghi \"" + found + "\", quy định \"" + wanted + "\"",
         "ngày dưới 10 và tháng 1, 2 thêm số 0; các tháng khác không thêm",
         {TextEdit{line.paragraph, line.begin + figure.begin, line.begin + figure.end, wanted}}});
  }
}

void check_calendar(const Subject& subject,
                    const Line& line,
                    const Figure& day,
                    const Figure& month,
                    const Figure& year) {
  if (day.value >= 0 && month.value >= 0 && year.value >= 0 &&
      !base::Date::from_ymd(year.value, month.value, day.value)) {
    subject.findings.at(
        line,
        {"D222",
         "ngày " + std::to_string(day.value) + " tháng " + std::to_string(month.value) + " năm " +
             std::to_string(year.value) + " không có trong lịch",
         "ghi lại ngày, tháng, năm",
         {}});
  }
}

bool stands_under(const Document& document, const Line& line, const Line& above) {
  return document.paragraphs()[line.paragraph].holder ==
             document.paragraphs()[above.paragraph].holder &&
         line.column == above.column &&
         (line.paragraph > above.paragraph ||
          (line.paragraph == above.paragraph && line.begin >= above.end));
}

void check_urgency(const Subject& subject, const Line& number) {
  const auto& urgency = subject.layout.urgency;
  if (urgency && !stands_under(subject.document, *urgency, number)) {
    subject.findings.at(*urgency,
                        {"D216",
                         "\"" + urgency->text + "\" không ở dưới số và ký hiệu",
                         "đặt mức độ khẩn ngay dưới dòng số và ký hiệu, cùng cột",
                         {}});
  }
}

}  // namespace

void check_number(const Subject& subject) {
  if (!subject.layout.number) {
    subject.findings.whole({"D210",
                            "không thấy dòng số và ký hiệu",
                            subject.profile.kind == Kind::party ? "ghi theo dạng: Số 05-BC/ĐU"
                                                                : "ghi theo dạng: Số: 05/BC-UBND",
                            {}},
                           "đầu trang 1");
    return;
  }
  const Line& line = *subject.layout.number;
  const std::string text = raw_text(subject, line);
  const NumberParts parts = parts_of(text);
  check_colon(subject, line, parts);
  check_urgency(subject, line);
  if (has_tag(text)) {
    return;
  }
  check_padding(subject, line, text, parts);
  check_symbol(subject, line, parts.symbol);
  check_abolished_symbol(subject, line, parts.symbol);
}

void check_date(const Subject& subject) {
  if (!subject.layout.date) {
    subject.findings.whole({"D220",
                            "không thấy dòng địa danh, ngày tháng năm",
                            "ghi theo dạng: Công Hải, ngày 05 tháng 02 năm 2026",
                            {}},
                           "đầu trang 1");
    return;
  }
  const Line& line = *subject.layout.date;
  const std::string text = raw_text(subject, line);
  const std::size_t word = text.find("ngày") == std::string::npos ? 0 : text.find("ngày");
  const Figure day = figure_after(text, "ngày", word);
  const Figure month = figure_after(text, "tháng", word);
  const Figure year = figure_after(text, "năm", word);
  check_figure(subject, line, text, day, true, "ngày");
  check_figure(subject, line, text, month, month.value <= last_padded_month, "tháng");
  check_calendar(subject, line, day, month, year);
}

}  // namespace baocao::format
