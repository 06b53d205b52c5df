#include "format/checks.hpp"
#include "format/lengths.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

std::string size_range(const Range& range) {
  return points_text(range.low) + (range.low == range.high ? "" : " - " + points_text(range.high));
}

std::string_view align_name(Align align) {
  static constexpr std::array<std::string_view, 4> names{
      "căn trái", "căn giữa", "căn phải", "căn đều hai lề"};
  return names[static_cast<std::size_t>(align)];
}

std::string align_value(Align align) {
  static constexpr std::array<const char*, 4> values{"left", "center", "right", "both"};
  return values[static_cast<std::size_t>(align)];
}

bool is_legacy(std::string_view font) {
  return font.starts_with(".Vn") || font.starts_with("VNI-") || font.starts_with("VNtimes");
}

bool is_black(std::string_view color) {
  return color == "auto" || color == "000000";
}

// One element on one line against what the profile says of it.
class LettersCheck {
 public:
  LettersCheck(const Subject& subject, const Letters& wanted, const Line& line)
      : subject_(subject),
        wanted_(wanted),
        line_(line),
        paragraph_(subject.document.paragraphs()[line.paragraph]),
        pieces_(subject.document.pieces(line)) {}

  void run() {
    size();
    style("đậm", "w:b", "w:bCs", wanted_.bold, [](const RunLook& look) { return look.bold; });
    style(
        "nghiêng", "w:i", "w:iCs", wanted_.italic, [](const RunLook& look) { return look.italic; });
    underline();
    upper();
    align();
  }

 private:
  std::string subject_name() const { return text::capitalized(wanted_.name); }

  void report(diag::Code code, std::string found, std::string help, std::vector<Edit> edits) {
    subject_.findings.at(
        line_, {code, subject_name() + " " + std::move(found), std::move(help), std::move(edits)});
  }

  void size() {
    int found = 0;
    std::vector<Edit> edits;
    for (const Document::Piece& piece : pieces_) {
      if (wanted_.size.holds(piece.look.size)) {
        continue;
      }
      found = piece.look.size;
      const std::string size =
          std::to_string(std::clamp(found, wanted_.size.low, wanted_.size.high));
      edits.emplace_back(run_property(paragraph_, piece.run, "w:sz", {{"w:val", size}}));
      edits.emplace_back(run_property(paragraph_, piece.run, "w:szCs", {{"w:val", size}}));
    }
    if (!edits.empty()) {
      report("D111",
             "cỡ chữ " + points_text(found) + ", quy định " + size_range(wanted_.size),
             "đặt lại cỡ chữ",
             std::move(edits));
    }
  }

  template <class Has>
  void style(std::string_view name,
             const char* property,
             const char* complex_property,
             bool wanted,
             Has has) {
    std::vector<Edit> edits;
    for (const Document::Piece& piece : pieces_) {
      if (has(piece.look) != wanted) {
        const Attributes value{{"w:val", wanted ? "1" : "0"}};
        edits.emplace_back(run_property(paragraph_, piece.run, property, value));
        edits.emplace_back(run_property(paragraph_, piece.run, complex_property, value));
      }
    }
    if (!edits.empty()) {
      const std::string what = "chữ " + std::string(name);
      report("D112",
             wanted ? "chưa in " + what : "in " + what + ", quy định không " + std::string(name),
             wanted ? "đặt " + what : "bỏ " + what,
             std::move(edits));
    }
  }

  void underline() {
    std::vector<Edit> edits;
    for (const Document::Piece& piece : pieces_) {
      if (piece.look.underlined != wanted_.underlined) {
        edits.emplace_back(run_property(
            paragraph_, piece.run, "w:u", {{"w:val", wanted_.underlined ? "single" : "none"}}));
      }
    }
    if (!edits.empty()) {
      report("D113",
             wanted_.underlined ? "chưa gạch chân" : "có gạch chân, quy định không gạch chân",
             wanted_.underlined ? "gạch chân dòng này" : "bỏ gạch chân",
             std::move(edits));
    }
  }

  void upper() {
    const bool capitals =
        std::all_of(pieces_.begin(), pieces_.end(), [](const Document::Piece& piece) {
          return piece.look.capitals || text::upper(piece.text) == piece.text;
        });
    if (wanted_.upper && !capitals && !has_tag(line_.text)) {
      const std::string_view raw = paragraph_.text.text;
      report("D114",
             "chưa viết in hoa",
             "viết in hoa cả dòng",
             {TextEdit{line_.paragraph,
                       line_.begin,
                       line_.end,
                       text::upper(raw.substr(line_.begin, line_.end - line_.begin))}});
    }
  }

  void align() {
    const Align found = subject_.document.looks().paragraph(paragraph_.node).align;
    if (wanted_.align && found != *wanted_.align && line_.column == 0 && !tabbed()) {
      report(
          "D115",
          std::string(align_name(found)) + ", quy định " + std::string(align_name(*wanted_.align)),
          "đặt lại cách căn",
          {paragraph_property(paragraph_, "w:jc", {{"w:val", align_value(*wanted_.align)}})});
    }
  }

  // Two columns made with a tab cannot be centred by the paragraph's alignment.
  bool tabbed() const { return paragraph_.text.text.find('\t') != std::string::npos; }

  const Subject& subject_;
  const Letters& wanted_;
  const Line& line_;
  const Paragraph& paragraph_;
  std::vector<Document::Piece> pieces_;
};

void check_line(const Subject& subject, Element element, const Line& line) {
  if (const Letters* wanted = subject.profile.letters_of(element)) {
    LettersCheck(subject, *wanted, line).run();
  }
}

void check_all(const Subject& subject, Element element, const Lines& lines) {
  for (const Line& line : lines) {
    check_line(subject, element, line);
  }
}

void check_one(const Subject& subject, Element element, const std::optional<Line>& line) {
  if (line) {
    check_line(subject, element, *line);
  }
}

void check_elements(const Subject& subject) {
  const Layout& layout = subject.layout;
  check_one(subject, Element::title, layout.title);
  check_one(subject, Element::motto, layout.motto);
  check_all(subject, Element::superior, layout.superior);
  check_all(subject, Element::issuer, layout.issuer);
  check_one(subject, Element::number, layout.number);
  check_one(subject, Element::date, layout.date);
  check_one(subject, Element::type, layout.type);
  for (const Line& line : layout.subject) {
    if (!line.text.starts_with("(")) {  // "(Từ ngày … đến ngày …)" is set as the office likes
      check_line(subject, Element::subject, line);
    }
  }
  check_all(subject, Element::letter_subject, layout.letter_subject);
  check_one(subject, Element::urgency, layout.urgency);
  check_one(subject, Element::authority, layout.authority);
  check_all(subject, layout.authority ? Element::post : Element::lone_post, layout.posts);
  check_one(subject, Element::signer, layout.signer);
  check_one(subject, Element::recipients, layout.recipients);
  check_all(subject, Element::recipient, layout.recipient);
  for (const Appendix& appendix : layout.appendices) {
    check_line(subject, Element::appendix, appendix.label);
    check_all(subject, Element::appendix_title, appendix.titles);
    check_one(subject, Element::appendix_source, appendix.source);
  }
}

// Fonts and colours of the whole text, one finding for each paragraph.
class FontCheck {
 public:
  explicit FontCheck(const Subject& subject) : subject_(subject) {}

  void paragraph(std::size_t index) {
    const Paragraph& paragraph = subject_.document.paragraphs()[index];
    const std::size_t end = paragraph.text.text.size();
    std::vector<Edit> fonts;
    std::vector<Edit> colors;
    std::string font;
    for (const Document::Piece& piece : subject_.document.pieces(paragraph, 0, end)) {
      for (const std::string& found : {piece.look.font, piece.look.other_font}) {
        if (found != subject_.profile.font) {
          font = found;
          fonts.emplace_back(font_edit(paragraph, piece.run));
        }
      }
      if (!is_black(piece.look.color)) {
        colors.emplace_back(run_property(paragraph,
                                         piece.run,
                                         "w:color",
                                         {{"w:val", "000000"},
                                          {"w:themeColor", ""},
                                          {"w:themeShade", ""},
                                          {"w:themeTint", ""}}));
      }
    }
    report_font(index, font, std::move(fonts));
    if (!colors.empty() && !is_statement(text::cleaned(paragraph.text.text))) {
      subject_.findings.at(
          index,
          0,
          end,
          {"D116", "chữ không phải màu đen", "đặt màu chữ đen (Automatic)", std::move(colors)});
    }
  }

 private:
  Edit font_edit(const Paragraph& paragraph, pugi::xml_node run) const {
    const std::string& font = subject_.profile.font;
    return run_property(paragraph,
                        run,
                        "w:rFonts",
                        {{"w:ascii", font},
                         {"w:hAnsi", font},
                         {"w:cs", font},
                         {"w:asciiTheme", ""},
                         {"w:hAnsiTheme", ""},
                         {"w:cstheme", ""}});
  }

  void report_font(std::size_t index, const std::string& font, std::vector<Edit> edits) {
    if (edits.empty()) {
      return;
    }
    const bool legacy = is_legacy(font);
    const std::size_t end = subject_.document.paragraphs()[index].text.text.size();
    subject_.findings.at(
        index,
        0,
        end,
        {"D110",
         "phông \"" + font + "\", quy định \"" + subject_.profile.font + "\"",
         legacy ? "chữ gõ bằng bảng mã cũ: đổi sang Unicode bằng công cụ chuyển mã, rồi đổi phông"
                : "đổi phông cả đoạn",
         legacy ? std::vector<Edit>() : std::move(edits)});
  }

  const Subject& subject_;
};

}  // namespace

void check_letters(const Subject& subject) {
  check_elements(subject);
  FontCheck fonts(subject);
  for (std::size_t i = 0; i < subject.document.paragraphs().size(); ++i) {
    fonts.paragraph(i);
  }
}

PropertyEdit run_property(const Paragraph& paragraph,
                          pugi::xml_node run,
                          std::string name,
                          std::vector<std::pair<std::string, std::string>> attributes) {
  return {paragraph.part, run, std::move(name), std::move(attributes)};
}

PropertyEdit paragraph_property(const Paragraph& paragraph,
                                std::string name,
                                std::vector<std::pair<std::string, std::string>> attributes) {
  return {paragraph.part, paragraph.node, std::move(name), std::move(attributes)};
}

}  // namespace baocao::format
