#include "format/heading_block.hpp"

#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

constexpr std::size_t top_lines = 40;  // where the head of a document may stand
constexpr std::size_t addressee_lines = 60;
constexpr std::size_t longest_subject = 8;
constexpr std::size_t longest_date = 160;  // bytes

constexpr std::string_view party_title = "ĐẢNG CỘNG SẢN VIỆT NAM";
constexpr std::string_view state_title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view state_motto = "Độc lập - Tự do - Hạnh phúc";

// Compared without blanks and dashes, which everyone types in another way.
std::string loose_key(std::string_view text) {
  std::u32string out;
  for (const char32_t c : text::code_points(text::name_key(text))) {
    if (c != U' ' && c != U'-' && !(c >= 0x2010 && c <= 0x2015)) {
      out.push_back(c);
    }
  }
  return text::utf8(out);
}

bool same(std::string_view a, std::string_view b) {
  return loose_key(a) == loose_key(b);
}

bool is_number(const Line& line) {
  static constexpr std::array<std::string_view, 4> words{"Số ", "Số:", "SỐ ", "SỐ:"};
  const bool begins = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return line.text.starts_with(word);
  });
  return begins && (line.text.find('/') != std::string::npos || has_tag(line.text)) &&
         line.text.size() < longest_date;
}

bool is_date(const Line& line) {
  if (is_tag_of(line, "dia_danh_ngay")) {
    return true;
  }
  const std::string key = text::name_key(line.text);
  const std::size_t day = key.find("ngày");
  const std::size_t month = key.find("tháng", day == std::string::npos ? 0 : day);
  return day != std::string::npos && month != std::string::npos &&
         key.find("năm", month) != std::string::npos && key.size() < longest_date &&
         key.find(',') < day;
}

class HeadFinder {
 public:
  HeadFinder(const Document& document, const Profile& profile, Layout& out)
      : document_(document), profile_(profile), lines_(document.lines()), out_(out) {}

  std::size_t run() {
    find_singles();
    find_bodies();
    find_type();
    find_letter_subject();
    find_addressee();
    return end_;
  }

 private:
  std::size_t top() const { return std::min(top_lines, lines_.size()); }

  const Paragraph& paragraph(const Line& line) const {
    return document_.paragraphs()[line.paragraph];
  }

  bool together(const Line& a, const Line& b) const {
    return paragraph(a).holder == paragraph(b).holder && a.column == b.column;
  }

  void reach(const Line& line) { end_ = std::max(end_, line.paragraph + 1); }

  void find_singles() {
    const std::string_view title = out_.kind == Kind::party ? party_title : state_title;
    for (std::size_t i = 0; i < top(); ++i) {
      const Line& line = lines_[i];
      const auto take = [&](std::optional<Line>& into, bool fits) {
        if (!into && fits) {
          into = line;
          reach(line);
        }
      };
      take(out_.title, same(line.text, title));
      take(out_.motto, out_.kind == Kind::state && same(line.text, state_motto));
      take(out_.number, is_number(line));
      take(out_.date, is_date(line));
      if (!out_.urgency && is_one_of(profile_.urgency, line)) {
        out_.urgency = line;
      }
    }
  }

  bool is_bold(const Line& line) const {
    const auto pieces = document_.pieces(line);
    return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [](const auto& piece) {
      return piece.look.bold;
    });
  }

  bool is_one_of(const std::vector<std::string>& words, const Line& line) const {
    return std::any_of(
        words.begin(), words.end(), [&](const std::string& word) { return same(line.text, word); });
  }

  // KHẨN, MẬT: stamped or typed anywhere around the head, part of nothing else in it.
  bool is_mark(const Line& line) const {
    return is_one_of(profile_.urgency, line) || is_one_of(profile_.secrecy, line);
  }

  // Without a table, title and date may stand over the number as well.
  bool is_known(const Line& line) const {
    const auto is = [&](const std::optional<Line>& known) {
      return known && known->paragraph == line.paragraph && known->begin == line.begin;
    };
    return is(out_.title) || is(out_.motto) || is(out_.date) || is_mark(line);
  }

  // The lines over the number, in its column.
  Lines over_number() {
    Lines above;
    for (std::size_t i = 0; i < top(); ++i) {
      const Line& line = lines_[i];
      const bool before =
          line.paragraph < out_.number->paragraph ||
          (line.paragraph == out_.number->paragraph && line.end <= out_.number->begin);
      if (!before || !together(line, *out_.number) || is_statement(line.text) || is_known(line)) {
        continue;
      }
      if (is_signs(line.text)) {
        out_.star = line;
      } else {
        above.push_back(line);
      }
    }
    return above;
  }

  // The issuing body is in bold, over it the body it belongs to.
  void find_bodies() {
    if (!out_.number) {
      return;
    }
    Lines above = over_number();
    if (above.empty()) {
      return;
    }
    std::size_t issuer = above.size() - 1;
    while (issuer > 0 && is_bold(above[issuer]) && is_bold(above[issuer - 1])) {
      --issuer;
    }
    if (issuer == 0) {  // all alike: the last paragraph
      issuer = above.size() - 1;
      while (issuer > 0 && above[issuer - 1].paragraph == above[issuer].paragraph) {
        --issuer;
      }
    }
    out_.superior.assign(above.begin(), above.begin() + static_cast<std::ptrdiff_t>(issuer));
    out_.issuer.assign(above.begin() + static_cast<std::ptrdiff_t>(issuer), above.end());
  }

  bool is_type(const Line& line) const {
    return std::any_of(profile_.types.begin(), profile_.types.end(), [&](const DocumentType& type) {
      return !type.name.empty() && same(line.text, type.name);
    });
  }

  void find_type() {
    for (std::size_t i = 0; i < top() && !out_.type; ++i) {
      if (is_type(lines_[i]) && lines_[i].paragraph + 1 >= end_) {
        out_.type = lines_[i];
        reach(lines_[i]);
        find_subject(i + 1);
      }
    }
  }

  bool ends_subject(const Line& line) const {
    const std::string key = text::name_key(line.text);
    return !together(line, *out_.type) || key.starts_with("kính ") ||
           document_.looks().paragraph(paragraph(line).node).align != Align::centre;
  }

  void find_subject(std::size_t from) {
    for (std::size_t i = from; i < std::min(from + longest_subject, lines_.size()); ++i) {
      if (is_signs(lines_[i].text)) {
        out_.separator = lines_[i];
        reach(lines_[i]);
        return;
      }
      if (ends_subject(lines_[i])) {
        return;
      }
      out_.subject.push_back(lines_[i]);
      reach(lines_[i]);
    }
  }

  // Of a công văn: what stands under the number, in its column.
  void find_letter_subject() {
    if (out_.type || !out_.number || !paragraph(*out_.number).holder) {
      return;
    }
    for (std::size_t i = 0; i < top(); ++i) {
      if (lines_[i].paragraph > out_.number->paragraph && together(lines_[i], *out_.number) &&
          !is_signs(lines_[i].text) && !is_statement(lines_[i].text) && !is_mark(lines_[i])) {
        out_.letter_subject.push_back(lines_[i]);
        reach(lines_[i]);
      }
    }
  }

  void find_addressee() {
    for (std::size_t i = 0; i < std::min(addressee_lines, lines_.size()); ++i) {
      const std::string key = text::name_key(lines_[i].text);
      if (!out_.addressee &&
          (key.starts_with(text::name_key("kính gửi")) ||
           key.starts_with(text::name_key("kính trình"))) &&
          key.find(':') != std::string::npos) {
        out_.addressee = lines_[i];
        end_of_addressees(i);
      }
    }
  }

  // Names of several addressees stand on lines of their own, each with a dash.
  void end_of_addressees(std::size_t at) {
    reach(lines_[at]);
    const bool goes_on = lines_[at].text.ends_with(':');
    for (std::size_t i = at + 1; goes_on && i < lines_.size(); ++i) {
      if (!lines_[i].text.starts_with("-") && !is_statement(lines_[i].text)) {
        return;
      }
      reach(lines_[i]);
    }
  }

  const Document& document_;
  const Profile& profile_;
  const Lines& lines_;
  Layout& out_;
  std::size_t end_ = 0;
};

}  // namespace

std::optional<Kind> kind_of(const Document& document) {
  for (std::size_t i = 0; i < std::min(top_lines, document.lines().size()); ++i) {
    if (same(document.lines()[i].text, party_title)) {
      return Kind::party;
    }
    if (same(document.lines()[i].text, state_title) ||
        same(document.lines()[i].text, state_motto)) {
      return Kind::state;
    }
  }
  return std::nullopt;
}

std::size_t find_heading_block(const Document& document, const Profile& profile, Layout& out) {
  return HeadFinder(document, profile, out).run();
}

}  // namespace baocao::format
