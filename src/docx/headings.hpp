// Which paragraphs are headings: the reader finds a fault by the heading it stands under.
#pragma once

#include "docx/node.hpp"

#include <map>
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

 private:
  struct Trait {
    bool heading = false;
    bool bold = false;
  };

  const Trait& trait(std::string_view style) const;

  std::map<std::string, Trait, std::less<>> traits_;
};

// A heading style or outline level, or the official format's way: a numbered line in bold
// ("I- TÌNH HÌNH", "2. Kết quả"). `text` is the paragraph's text.
bool is_heading(pugi::xml_node paragraph, std::string_view text, const Styles& styles);

}  // namespace baocao::docx
