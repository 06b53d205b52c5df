// How paragraphs and runs come out, whatever of document defaults, table style, paragraph style,
// numbering, character style and direct formatting says so (ECMA-376 Part 1, 17.7.2).
#pragma once

#include "docx/node.hpp"
#include "format/profile.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baocao::format {

struct RunLook {
  // Word's own defaults when nothing says otherwise.
  std::string font = "Times New Roman";        // of ASCII letters
  std::string other_font = "Times New Roman";  // of letters with marks
  int size = 20;                               // half-points
  bool bold = false;
  bool italic = false;
  bool capitals = false;
  bool hidden = false;
  bool underlined = false;
  std::string color = "auto";
};

enum class LineRule : std::uint8_t { multiple, exact, at_least };

struct ParagraphLook {
  Align align = Align::left;
  int first_line = 0;  // twips; negative when it hangs
  int left = 0;
  int right = 0;
  int before = 0;
  int after = 0;
  int line = 240;  // twips, or 1/240 of a single line
  LineRule line_rule = LineRule::multiple;
  bool new_page = false;    // w:pageBreakBefore
  bool contextual = false;  // no gap between paragraphs of one style
  bool listed = false;      // numbered or with a bullet
  std::string style;
};

// A length as WordprocessingML writes it: twips, or a number with a unit ("10mm", strict files).
int twips_of(pugi::xml_attribute length);
int twips_of(std::string_view length);

bool is_on(pugi::xml_node toggle);  // w:b and the like: present and not switched off

class Looks {
 public:
  // Roots of word/styles.xml, word/numbering.xml and the theme; empty ones when there are none.
  // They must outlive this.
  Looks(pugi::xml_node styles, pugi::xml_node numbering, pugi::xml_node theme);

  RunLook run(pugi::xml_node run) const;
  ParagraphLook paragraph(pugi::xml_node paragraph) const;
  pugi::xml_node paragraph_borders(pugi::xml_node paragraph) const;  // w:pBdr; empty: none

 private:
  using ById = std::map<std::string, pugi::xml_node, std::less<>>;

  // From the style everything is based on to the style itself.
  std::vector<pugi::xml_node> chain(std::string_view id) const;
  std::string paragraph_style(pugi::xml_node paragraph) const;
  std::vector<pugi::xml_node> table_chain(pugi::xml_node inside) const;
  pugi::xml_node level_properties(pugi::xml_node list) const;
  void apply_fonts(pugi::xml_node fonts, RunLook& look) const;
  std::string theme_font(std::string_view key) const;

  pugi::xml_node defaults_;
  pugi::xml_node theme_fonts_;
  std::string default_paragraph_;
  std::string default_table_;
  ById styles_;
  ById lists_;
  ById abstract_lists_;
};

}  // namespace baocao::format
