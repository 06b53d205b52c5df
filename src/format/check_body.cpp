#include "format/checks.hpp"
#include "format/lengths.hpp"
#include "text/keys.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

constexpr int indent_tolerance = 29;  // 0,5 mm
constexpr int gap_tolerance = 2;
constexpr int line_tolerance = 2;

class BodyCheck {
 public:
  explicit BodyCheck(const Subject& subject)
      : subject_(subject), letters_(subject.profile.letters_of(Element::body)) {}

  void run() {
    for (const std::size_t index : subject_.layout.body) {
      const Paragraph& paragraph = subject_.document.paragraphs()[index];
      const ParagraphLook look = subject_.document.looks().paragraph(paragraph.node);
      if (is_statement(text_of(paragraph)) || is_caption(paragraph, look)) {
        previous_ = 0;
        continue;
      }
      size(index, paragraph);
      if (look.align != Align::centre && look.align != Align::right) {
        setting(index, paragraph, look);
      }
      previous_ = index + 1;
    }
    last_line();
  }

 private:
  static std::string text_of(const Paragraph& paragraph) {
    return text::cleaned(paragraph.text.text);
  }

  // Beside a table: its name, its unit ("Đơn vị tính: …"), a note in italics.
  bool is_caption(const Paragraph& paragraph, const ParagraphLook& look) const {
    const bool beside = docx::is(paragraph.node.next_sibling(), "w:tbl") ||
                        docx::is(paragraph.node.previous_sibling(), "w:tbl");
    const auto pieces = subject_.document.pieces(paragraph, 0, paragraph.text.text.size());
    const bool italic = std::all_of(
        pieces.begin(), pieces.end(), [](const auto& piece) { return piece.look.italic; });
    return beside && (italic || look.align == Align::right || look.align == Align::centre);
  }

  void report(std::size_t index, Fault fault) {
    const std::size_t end = subject_.document.paragraphs()[index].text.text.size();
    subject_.findings.at(index, 0, end, std::move(fault));
  }

  void size(std::size_t index, const Paragraph& paragraph) {
    int found = 0;
    std::vector<Edit> edits;
    for (const auto& piece : subject_.document.pieces(paragraph, 0, paragraph.text.text.size())) {
      if (letters_ != nullptr && !letters_->size.holds(piece.look.size)) {
        found = piece.look.size;
        const std::string size =
            std::to_string(std::clamp(found, letters_->size.low, letters_->size.high));
        edits.emplace_back(run_property(paragraph, piece.run, "w:sz", {{"w:val", size}}));
        edits.emplace_back(run_property(paragraph, piece.run, "w:szCs", {{"w:val", size}}));
      }
    }
    if (!edits.empty()) {
      report(index,
             {"D111",
              "Nội dung cỡ chữ " + points_text(found) + ", quy định " +
                  points_text(letters_->size.low) + " - " + points_text(letters_->size.high),
              "đặt lại cỡ chữ",
              std::move(edits)});
    }
  }

  void setting(std::size_t index, const Paragraph& paragraph, const ParagraphLook& look) {
    align(index, paragraph, look);
    first_line(index, paragraph, look);
    line(index, paragraph, look);
    gap(index, paragraph, look);
  }

  void align(std::size_t index, const Paragraph& paragraph, const ParagraphLook& look) {
    if (look.align != Align::justified) {
      report(index,
             {"D311",
              "nội dung chưa căn đều hai lề",
              "căn đều hai lề (Justify)",
              {paragraph_property(paragraph, "w:jc", {{"w:val", "both"}})}});
    }
  }

  // A list hangs by its own numbers; a tab at the front is an indent made by hand.
  void first_line(std::size_t index, const Paragraph& paragraph, const ParagraphLook& look) {
    const Range& wanted = subject_.profile.body.first_line;
    const int found = look.first_line + look.left;
    if (look.listed ||
        (wanted.low - indent_tolerance <= found && found <= wanted.high + indent_tolerance)) {
      return;
    }
    report(index,
           {"D312",
            "dòng đầu đoạn lùi " + mm_text(std::max(found, 0)) + " mm, quy định " +
                mm_text(wanted.low) +
                (wanted.low == wanted.high ? "" : " - " + mm_text(wanted.high)) + " mm",
            "đặt lùi dòng đầu (First line) thay cho dấu cách và Tab",
            {paragraph_property(paragraph,
                                "w:ind",
                                {{"w:firstLine", std::to_string(preferred_indent())},
                                 {"w:hanging", ""},
                                 {"w:left", "0"},
                                 {"w:start", ""},
                                 {"w:firstLineChars", ""}})}});
  }

  int preferred_indent() const {
    const Range& wanted = subject_.profile.body.first_line;
    return std::clamp(twips_of_mm(10), wanted.low, wanted.high);
  }

  void line(std::size_t index, const Paragraph& paragraph, const ParagraphLook& look) {
    const Body& body = subject_.profile.body;
    const LineRule rule = body.exact_lines ? LineRule::exact : LineRule::multiple;
    const bool held =
        look.line + line_tolerance >= body.line.low && look.line - line_tolerance <= body.line.high;
    if (look.line_rule == rule && held) {
      return;
    }
    const bool at_least = look.line_rule == LineRule::at_least;
    const std::string found =
        look.line_rule == LineRule::multiple
            ? decimal(look.line * 100 / twips_per_line) + " dòng"
            : (at_least ? "ít nhất " : "đúng ") + points_text(look.line / 10) + " pt";
    const int value = body.exact_lines ? std::min(body.line.low + twips_per_point, body.line.high)
                                       : body.line.low;
    report(index,
           {"D313",
            "cách dòng " + found + ", quy định " + wanted_line(),
            "đặt cách dòng (Line spacing) " + wanted_line(),
            {paragraph_property(paragraph,
                                "w:spacing",
                                {{"w:line", std::to_string(value)},
                                 {"w:lineRule", body.exact_lines ? "exact" : "auto"}})}});
  }

  static std::string decimal(int hundredths) {
    std::string out = std::to_string(hundredths / 100);
    const int rest = hundredths % 100;
    if (rest != 0) {
      out += "," + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
    }
    return out;
  }

  std::string wanted_line() const {
    const Body& body = subject_.profile.body;
    return body.exact_lines ? "đúng (Exactly) " + points_text(body.line.low / 10) + " - " +
                                  points_text(body.line.high / 10) + " pt"
                            : decimal(body.line.low * 100 / twips_per_line) + " - " +
                                  decimal(body.line.high * 100 / twips_per_line) + " dòng";
  }

  // Between this paragraph and the one before it.
  void gap(std::size_t index, const Paragraph& paragraph, const ParagraphLook& look) {
    if (previous_ == 0) {
      return;
    }
    const Paragraph& before = subject_.document.paragraphs()[previous_ - 1];
    const ParagraphLook above = subject_.document.looks().paragraph(before.node);
    const bool joined = look.style == above.style && (look.contextual || above.contextual);
    const int found = joined ? 0 : above.after + look.before;
    const bool adjacent = paragraph.node.previous_sibling() == before.node;
    if (!adjacent || found + gap_tolerance >= subject_.profile.body.gap) {
      return;
    }
    report(index,
           {"D314",
            "cách đoạn trên " + points_text(found / 10) + " pt, quy định ít nhất " +
                points_text(subject_.profile.body.gap / 10) + " pt",
            "đặt khoảng cách trước đoạn (Spacing Before) 6 pt",
            {paragraph_property(paragraph,
                                "w:spacing",
                                {{"w:before", std::to_string(subject_.profile.body.gap)},
                                 {"w:beforeAutospacing", ""}}),
             paragraph_property(paragraph, "w:contextualSpacing", {{"w:val", "0"}})}});
  }

  void last_line() {
    if (subject_.layout.body.empty()) {
      subject_.findings.whole({"D301", "văn bản không có nội dung", "ghi nội dung văn bản", {}});
      return;
    }
    const std::size_t index = subject_.layout.body.back();
    const std::string& text = subject_.document.paragraphs()[index].text.text;
    const std::size_t end = text.find_last_not_of(" \t\n\r") + 1;
    const std::string_view used = std::string_view(text).substr(0, end);
    if (const std::size_t slashed = used.rfind("./.");
        slashed != std::string_view::npos && slashed + 3 == used.size()) {
      report(index,
             {"D315",
              "nội dung kết thúc bằng \"./.\", quy định kết thúc bằng dấu chấm",
              "bỏ \"/.\"",
              {TextEdit{index, slashed + 1, end, ""}}});
    } else if (!used.ends_with('.') && !has_tag(used) && !may_end(used)) {
      report(index, {"D315", "nội dung chưa kết thúc bằng dấu chấm", "thêm dấu chấm", {}});
    }
  }

  // A placeholder, a quotation, a list that a table goes on with.
  static bool may_end(std::string_view used) {
    return used.ends_with("]") || used.ends_with(":") || used.ends_with("”") ||
           used.ends_with("…") || used.ends_with("?") || used.ends_with("!");
  }

  const Subject& subject_;
  const Letters* letters_;
  std::size_t previous_ = 0;  // index + 1 of the paragraph above, when it is one of the text
};

}  // namespace

void check_body(const Subject& subject) {
  BodyCheck(subject).run();
}

}  // namespace baocao::format
