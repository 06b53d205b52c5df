// Spelling of tones, dates in the text, bodies that are no more, marks of unfinished work.
#include "base/date.hpp"
#include "format/checks.hpp"
#include "text/dates.hpp"
#include "text/letters.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cctype>

#include <unicode/uchar.h>

namespace baocao::format {
namespace {

struct Word {
  std::size_t paragraph = 0;
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::u32string letters;
};

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

template <class Take>
void each_word(const std::string& text, std::size_t paragraph, Take take) {
  Word word{paragraph, 0, 0, {}};
  std::size_t at = 0;
  for (const char32_t c : text::code_points(text)) {
    const std::size_t size = text::utf8({&c, 1}).size();
    if (is_letter(c)) {
      word.begin = word.letters.empty() ? at : word.begin;
      word.letters.push_back(c);
      word.end = at + size;
    } else if (!word.letters.empty()) {
      take(word);
      word.letters.clear();
    }
    at += size;
  }
  if (!word.letters.empty()) {
    take(word);
  }
}

enum class Style : std::uint8_t { neither, old_style, new_style };

// The open rhymes oa, oe, uy bear the tone on the first vowel (old: hòa) or the second (hoà).
Style style_of(const std::u32string& word) {
  constexpr char32_t last_ascii = 0x7F;  // a tone needs a letter beyond
  if (word.size() < 2 || (word.back() <= last_ascii && word[word.size() - 2] <= last_ascii)) {
    return Style::neither;
  }
  const std::u32string lower = text::lower_code_points(text::utf8(word));
  if (lower.size() != word.size() || lower.starts_with(U"qu")) {
    return Style::neither;
  }
  const text::Letter first = text::split(lower[lower.size() - 2]);
  const text::Letter second = text::split(lower.back());
  const bool rhyme = (first.base == U'o' && (second.base == U'a' || second.base == U'e')) ||
                     (first.base == U'u' && second.base == U'y');
  const bool on_first = first.tone != text::Tone::ngang;
  const bool on_second = second.tone != text::Tone::ngang;
  if (!rhyme || on_first == on_second) {
    return Style::neither;
  }
  return on_first ? Style::old_style : Style::new_style;
}

// The tone moved to the other vowel, capitals kept.
std::string moved(const std::u32string& word) {
  std::u32string out = word;
  const std::u32string lower = text::lower_code_points(text::utf8(word));
  text::Letter first = text::split(lower[lower.size() - 2]);
  text::Letter second = text::split(lower.back());
  std::swap(first.tone, second.tone);
  const auto put = [&](std::size_t at, text::Letter letter) {
    const char32_t joined = text::joined(letter);
    out[at] = lower[at] == word[at] ? joined : text::capital(joined);
  };
  put(word.size() - 2, first);
  put(word.size() - 1, second);
  return text::utf8(out);
}

std::vector<Word> words_with_tones(const Document& document) {
  std::vector<Word> out;
  for (std::size_t i = 0; i < document.paragraphs().size(); ++i) {
    each_word(document.paragraphs()[i].text.text, i, [&](const Word& word) {
      if (style_of(word.letters) != Style::neither) {
        out.push_back(word);
      }
    });
  }
  return out;
}

// With a capital it may be the name of a person or place, which nobody but its owner may respell;
// "Ủy" of "Ủy ban" is none.
bool may_be_name(const std::u32string& word) {
  const std::u32string lower = text::lower_code_points(text::utf8(word));
  return lower.front() != word.front() && lower != U"ủy" && lower != U"uỷ";
}

void check_tones(const Subject& subject) {
  const std::vector<Word> words = words_with_tones(subject.document);
  const auto news = std::count_if(words.begin(), words.end(), [](const Word& word) {
    return style_of(word.letters) == Style::new_style;
  });
  const auto olds = static_cast<std::ptrdiff_t>(words.size()) - news;
  if (news == 0 || olds == 0) {
    return;
  }
  const bool keeps_new = news == olds ? subject.profile.new_tones : news > olds;
  for (const Word& word : words) {
    if ((style_of(word.letters) == Style::new_style) != keeps_new) {
      const std::string wanted = moved(word.letters);
      std::vector<Edit> edits;
      if (!may_be_name(word.letters)) {
        edits.emplace_back(TextEdit{word.paragraph, word.begin, word.end, wanted});
      }
      subject.findings.at(word.paragraph,
                          word.begin,
                          word.end,
                          {"D330",
                           "văn bản lẫn hai cách đặt dấu thanh: \"" + text::utf8(word.letters) +
                               "\", phần lớn viết như \"" + wanted + "\"",
                           "viết thống nhất \"" + wanted + "\"; tên riêng thì theo giấy tờ",
                           std::move(edits)});
    }
  }
}

// The year the document bears, as far as it is written.
int year_of(const Subject& subject) {
  const std::string text = subject.layout.date ? subject.layout.date->text : "";
  const std::size_t at = text.find_last_of("0123456789");
  constexpr std::size_t digits = 4;
  return at != std::string::npos && at + 1 >= digits &&
                 std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at + 1 - digits),
                             text.begin() + static_cast<std::ptrdiff_t>(at + 1),
                             [](unsigned char c) { return std::isdigit(c) != 0; })
             ? std::stoi(text.substr(at + 1 - digits, digits))
             : 0;
}

bool whole_word(const std::string& text, std::size_t begin, std::size_t end) {
  const std::u32string before = text::code_points(text.substr(0, begin));
  const std::u32string after = text::code_points(text.substr(end));
  return (before.empty() || !is_letter(before.back())) &&
         (after.empty() || !is_letter(after.front()));
}

void find_abolished(const Subject& subject,
                    std::size_t paragraph,
                    const std::string& lower,
                    const std::string& word) {
  const std::string& text = subject.document.paragraphs()[paragraph].text.text;
  for (std::size_t at = lower.find(word); at != std::string::npos;
       at = lower.find(word, at + word.size())) {
    if (whole_word(lower, at, at + word.size())) {
      subject.findings.at(paragraph,
                          at,
                          at + word.size(),
                          {"D331",
                           "\"" + text.substr(at, word.size()) + "\" không còn hoạt động từ ngày " +
                               text::short_date(subject.profile.abolished_since),
                           "ghi cơ quan hiện nay, hoặc thêm \"(trước đây)\" nếu nhắc việc cũ",
                           {}});
    }
  }
}

// Lower case may take another number of bytes: then the place is not sure and is not told.
void check_abolished(const Subject& subject) {
  if (const int year = year_of(subject);
      year != 0 && year < subject.profile.abolished_since.year()) {
    return;  // an old document
  }
  std::vector<std::string> words;
  for (const std::string& body : subject.profile.abolished) {
    words.push_back(text::lower(body));
  }
  for (std::size_t i = 0; i < subject.document.paragraphs().size(); ++i) {
    const std::string lower = text::lower(subject.document.paragraphs()[i].text.text);
    if (lower.size() == subject.document.paragraphs()[i].text.text.size()) {
      for (const std::string& word : words) {
        find_abolished(subject, i, lower, word);
      }
    }
  }
}

// "5/9/2026" and "05/09/2026" in a sentence: 05/9/2026.
struct ShortDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string wanted;
};

std::size_t digits_from(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) {
    ++end;
  }
  return end - at;
}

std::optional<ShortDate> date_at(const std::string& text, std::size_t at) {
  const std::size_t day = digits_from(text, at);
  const std::size_t month_at = at + day + 1;
  if (day == 0 || day > 2 || month_at >= text.size() || text[month_at - 1] != '/') {
    return std::nullopt;
  }
  const std::size_t month = digits_from(text, month_at);
  const std::size_t year_at = month_at + month + 1;
  if (month == 0 || month > 2 || year_at >= text.size() || text[year_at - 1] != '/' ||
      digits_from(text, year_at) != 4) {
    return std::nullopt;
  }
  const int day_value = std::stoi(text.substr(at, day));
  const int month_value = std::stoi(text.substr(month_at, month));
  if (!base::Date::from_ymd(std::stoi(text.substr(year_at, 4)), month_value, day_value)) {
    return std::nullopt;
  }
  const auto padded = [](int value, bool pad) {
    return (pad && value < 10 ? "0" : "") + std::to_string(value);
  };
  return ShortDate{
      at, month_at + month, padded(day_value, true) + "/" + padded(month_value, month_value < 3)};
}

void check_dates(const Subject& subject) {
  static constexpr std::string_view word = "ngày ";
  for (const std::size_t index : subject.layout.body) {
    const std::string& text = subject.document.paragraphs()[index].text.text;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto date = date_at(text, at + word.size());
      if (date && text.substr(date->begin, date->end - date->begin) != date->wanted) {
        const std::size_t end = date->end + 5;  // with the year
        subject.findings.at(
            index,
            date->begin,
            end,
            {"D332",
             "ghi \"" + text.substr(date->begin, end - date->begin) + "\", quy định \"" +
                 date->wanted + text.substr(date->end, 5) + "\"",
             "ngày dưới 10 và tháng 1, 2 thêm số 0; các tháng khác không thêm",
             {TextEdit{index, date->begin, date->end, date->wanted}}});
      }
    }
  }
}

// What must not leave the office: changes not yet accepted.
void check_changes(const Subject& subject) {
  for (const Paragraph& paragraph : subject.document.paragraphs()) {
    const pugi::xml_node change = paragraph.node.find_node([](pugi::xml_node node) {
      return docx::is(node, "w:ins") || docx::is(node, "w:del") || docx::is(node, "w:moveFrom");
    });
    if (change) {
      subject.findings.at(paragraph,
                          {"D333",
                           "còn sửa đổi đang theo dõi (Track Changes) chưa được duyệt",
                           "duyệt hoặc bỏ từng sửa đổi trước khi ký",
                           {}});
    }
  }
}

}  // namespace

void check_words(const Subject& subject) {
  check_tones(subject);
  check_abolished(subject);
  check_dates(subject);
  check_changes(subject);
}

}  // namespace baocao::format
