#include "format/ending.hpp"

#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

constexpr std::size_t signature_lines = 30;  // how far it may stand from Nơi nhận

bool is_recipients_label(const Line& line) {
  std::string key = text::name_key(line.text);
  key.erase(key.find_last_not_of(" :.;") + 1);
  return key == "nơi nhận";
}

bool is_post(std::string_view text) {
  static constexpr std::array<std::string_view, 14> posts{"BÍ THƯ",
                                                          "PHÓ BÍ THƯ",
                                                          "CHỦ TỊCH",
                                                          "PHÓ CHỦ TỊCH",
                                                          "TRƯỞNG",
                                                          "PHÓ TRƯỞNG",
                                                          "CHÁNH",
                                                          "PHÓ CHÁNH",
                                                          "GIÁM ĐỐC",
                                                          "PHÓ GIÁM ĐỐC",
                                                          "CHỦ NHIỆM",
                                                          "PHÓ CHỦ NHIỆM",
                                                          "ỦY VIÊN",
                                                          "UỶ VIÊN"};
  return is_upper(text) && std::any_of(posts.begin(), posts.end(), [&](std::string_view post) {
           return text.starts_with(post);
         });
}

class EndFinder {
 public:
  EndFinder(const Document& document, std::size_t from, Layout& out)
      : document_(document), lines_(document.lines()), from_(from), out_(out) {}

  void run() {
    find_label();
    find_recipients();
    find_signature();
  }

 private:
  pugi::xml_node holder(const Line& line) const {
    return document_.paragraphs()[line.paragraph].holder;
  }

  void find_label() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_recipients_label(lines_[i]) && lines_[i].paragraph >= from_) {
        out_.recipients = lines_[i];
        label_ = i;
      }
    }
  }

  void find_recipients() {
    for (std::size_t i = label_ + 1; out_.recipients && i < lines_.size(); ++i) {
      const bool in_cell = static_cast<bool>(holder(*out_.recipients));
      if (holder(lines_[i]) != holder(*out_.recipients)) {
        return;
      }
      if (lines_[i].column != out_.recipients->column || is_statement(lines_[i].text)) {
        continue;
      }
      if (!in_cell && !lines_[i].text.starts_with("-")) {
        return;
      }
      out_.recipient.push_back(lines_[i]);
    }
  }

  // Beside Nơi nhận in its table, else near it or at the end.
  Lines candidates() const {
    Lines out;
    const std::size_t middle = out_.recipients ? label_ : lines_.size();
    const std::size_t begin = middle > signature_lines ? middle - signature_lines : 0;
    const std::size_t end = std::min(lines_.size(), middle + signature_lines);
    const pugi::xml_node table =
        out_.recipients ? docx::ancestor(holder(*out_.recipients), "w:tbl") : pugi::xml_node();
    for (std::size_t i = begin; i < end; ++i) {
      const bool mine = out_.recipients && holder(lines_[i]) == holder(*out_.recipients) &&
                        lines_[i].column == out_.recipients->column;
      const bool beside = !table || docx::ancestor(holder(lines_[i]), "w:tbl") == table;
      if (lines_[i].paragraph >= from_ && beside && !is_statement(lines_[i].text) &&
          !(table && mine) && !is_recipient(lines_[i])) {
        out.push_back(lines_[i]);
      }
    }
    return out;
  }

  bool is_recipient(const Line& line) const {
    return is_recipients_label(line) ||
           std::any_of(out_.recipient.begin(), out_.recipient.end(), [&](const Line& each) {
             return each.paragraph == line.paragraph && each.begin == line.begin;
           });
  }

  void find_signature() {
    const Lines lines = candidates();
    std::size_t at = 0;
    const auto begins = [](const Line& line) {
      return (authority_of(line.text) && is_upper(line.text)) || is_post(line.text) ||
             is_tag_of(line, "quyen_han") || is_tag_of(line, "chuc_vu");
    };
    while (at < lines.size() && !begins(lines[at])) {
      ++at;
    }
    for (; at < lines.size(); ++at) {
      if (!take(lines[at])) {
        return;
      }
    }
  }

  // Of "{%p if … %} post {%p else %} post {%p endif %}" one will be there.
  bool is_alternative(const Line& line) const {
    return has_tag(line.text) &&
           std::any_of(out_.posts.begin(), out_.posts.end(), [&](const Line& post) {
             return post.text == line.text;
           });
  }

  // False when the signature is over.
  bool take(const Line& line) {
    if (!out_.authority && out_.posts.empty() &&
        (authority_of(line.text) || is_tag_of(line, "quyen_han"))) {
      out_.authority = line;
      return true;
    }
    if (is_upper(line.text) || is_tag_of(line, "chuc_vu")) {
      if (!is_alternative(line)) {
        out_.posts.push_back(line);
      }
      return true;
    }
    const bool is_note = line.text.starts_with("(") || line.text.starts_with("[");
    if (!is_note) {
      out_.signer = line;
    }
    return is_note;
  }

  const Document& document_;
  const Lines& lines_;
  std::size_t from_;
  Layout& out_;
  std::size_t label_ = 0;
};

}  // namespace

std::optional<AuthorityMark> authority_of(std::string_view text) {
  static constexpr std::array<std::string_view, 5> known{"TM", "KT", "TL", "TUQ", "Q"};
  std::string letters;
  std::size_t at = 0;
  bool marked = false;
  while (at < text.size() && text[at] != ' ') {
    if (text[at] == '.' || text[at] == '/') {
      marked = true;
    } else {
      letters.push_back(text[at]);
    }
    ++at;
    if (marked && letters == "Q") {
      break;
    }
  }
  const bool is_known = std::find(known.begin(), known.end(), letters) != known.end();
  const bool ambiguous = letters == "Q" && !marked;
  if (!is_known || ambiguous || at == text.size()) {
    // "TM.BAN THƯỜNG VỤ": the mark and the body in one word.
    const std::size_t dot = text.find_first_of("./");
    const bool glued = dot != std::string_view::npos && dot + 1 < text.size() &&
                       std::find(known.begin(), known.end(), text.substr(0, dot)) != known.end();
    if (!glued) {
      return std::nullopt;
    }
    return AuthorityMark{
        std::string(text.substr(0, dot)), std::string(text.substr(0, dot + 1)), dot + 1};
  }
  const std::size_t end = text.find_first_not_of(' ', at);
  return AuthorityMark{letters, std::string(text.substr(0, at)), end};
}

void find_ending(const Document& document, std::size_t from, Layout& out) {
  EndFinder(document, from, out).run();
}

}  // namespace baocao::format
