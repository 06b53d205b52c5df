#include "docx/headings.hpp"

#include "docx/foreign_xml.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

constexpr int body_text_level = 9;  // w:outlineLvl of text that is no heading
constexpr int longest_style_chain = 20;
constexpr std::size_t longest_number = 12;

bool is_on(pugi::xml_node toggle) {
  const std::string_view value = toggle.attribute("w:val").value();
  return toggle && value != "0" && value != "false" && value != "off";
}

bool has_outline_level(pugi::xml_node properties) {
  const pugi::xml_node level = properties.child("w:outlineLvl");
  return level && level.attribute("w:val").as_int(body_text_level) < body_text_level;
}

bool names_a_heading(std::string_view name) {
  return name.substr(0, 8) == "heading " || name.substr(0, 8) == "Heading ";
}

// "I-", "2.", "1.3.", "IV –", "Phần I": a number and a sign, or a word that always has a number.
bool is_numbered(std::string_view text) {
  static constexpr std::array<std::string_view, 6> words{
      "Phần ", "PHẦN ", "Chương ", "CHƯƠNG ", "Mục ", "MỤC "};
  if (std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.substr(0, word.size()) == word;
      })) {
    return true;
  }
  const std::size_t number = text.find_first_not_of("IVXLC0123456789.");
  if (number == std::string_view::npos || number == 0 || number > longest_number) {
    return false;
  }
  const std::string_view rest = text.substr(number);
  static constexpr std::array<std::string_view, 8> signs{"-", " -", "–", " –", ")", "/", "—", " —"};
  return text[number - 1] == '.' ||
         std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
           return rest.substr(0, sign.size()) == sign;
         });
}

bool is_blank_run(pugi::xml_node run) {
  const std::string_view text = run.child("w:t").text().get();
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool is_bold(pugi::xml_node paragraph, bool bold_style) {
  const auto runs = paragraph.children("w:r");
  return std::all_of(runs.begin(), runs.end(), [&](pugi::xml_node run) {
    const pugi::xml_node bold = run.child("w:rPr").child("w:b");
    return is_blank_run(run) || (bold ? is_on(bold) : bold_style);
  });
}

}  // namespace

// True when the list is known; what the styles behind say of it does not count.
bool Styles::take_list(pugi::xml_node properties, Numbered& numbered) {
  if (const pugi::xml_node indent = properties.child("w:ind"); indent && numbered.indent.empty()) {
    numbered.indent = xml_of(indent);
  }
  const pugi::xml_node list = properties.child("w:numPr");
  if (const pugi::xml_node level = list.child("w:ilvl"); level && !numbered.level) {
    numbered.level = level.attribute("w:val").as_uint();
  }
  numbered.list = list.child("w:numId").attribute("w:val").as_uint();
  return static_cast<bool>(list.child("w:numId"));
}

Styles::Styles(pugi::xml_node styles_root) {
  std::map<std::string, pugi::xml_node, std::less<>> by_id;
  for (const pugi::xml_node style : styles_root.children("w:style")) {
    by_id.emplace(style.attribute("w:styleId").value(), style);
  }
  for (const auto& [id, style] : by_id) {
    Trait& trait = traits_[id];
    pugi::xml_node at = style;
    bool bold_is_settled = false;
    bool list_is_settled = false;
    for (int i = 0; at && i < longest_style_chain; ++i) {
      const pugi::xml_node bold = at.child("w:rPr").child("w:b");
      trait.bold = bold_is_settled ? trait.bold : is_on(bold);
      bold_is_settled = bold_is_settled || bold;
      trait.heading = trait.heading || has_outline_level(at.child("w:pPr")) ||
                      names_a_heading(at.child("w:name").attribute("w:val").value());
      list_is_settled = list_is_settled || take_list(at.child("w:pPr"), trait.numbered);
      const auto base = by_id.find(at.child("w:basedOn").attribute("w:val").value());
      at = base == by_id.end() ? pugi::xml_node() : base->second;
    }
  }
}

const Styles::Trait& Styles::trait(std::string_view style) const {
  static const Trait plain;
  const auto at = traits_.find(style);
  return at == traits_.end() ? plain : at->second;
}

bool is_heading(pugi::xml_node paragraph, std::string_view text, const Styles& styles) {
  if (text.find_first_not_of(" \t\n") == std::string_view::npos) {
    return false;
  }
  const pugi::xml_node properties = paragraph.child("w:pPr");
  const std::string_view style = properties.child("w:pStyle").attribute("w:val").value();
  return has_outline_level(properties) || styles.is_heading(style) ||
         (is_numbered(text) && is_bold(paragraph, styles.is_bold(style)));
}

}  // namespace baocao::docx
