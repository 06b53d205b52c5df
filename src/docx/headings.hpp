// What paragraph styles say that matters here: which paragraphs are headings (the reader finds a
// fault by the heading it stands under) and which are numbered.
#pragma once

#include "docx/node.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::docx {

// What the paragraph styles of word/styles.xml say, inheritance (w:basedOn) resolved.
class Styles {
 public:
  Styles() = default;
  explicit Styles(pugi::xml_node styles_root);

  bool is_heading(std::string_view style) const { return trait(style).heading; }

  bool is_bold(std::string_view style) const { return trait(style).bold; }

  struct Numbered {
    unsigned list = 0;  // w:numId; 0: none
    std::optional<unsigned> level = {};
    std::string indent = {};  // w:ind of the style itself, which wins over that of the list
  };

  const Numbered& numbered(std::string_view style) const { return trait(style).numbered; }

 private:
  struct Trait {
    bool heading = false;
    bool bold = false;
    Numbered numbered = {};
  };

  static bool take_list(pugi::xml_node properties, Numbered& numbered);
  const Trait& trait(std::string_view style) const;

  std::map<std::string, Trait, std::less<>> traits_;
};

// A heading style or outline level, or the official format's way: a numbered line in bold
// ("I- TÌNH HÌNH", "2. Kết quả"). `text` is the paragraph's text.
bool is_heading(pugi::xml_node paragraph, std::string_view text, const Styles& styles);

}  // namespace baocao::docx
