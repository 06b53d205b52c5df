// The parts of a Word package (OPC, ISO/IEC 29500-2).
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "docx/headings.hpp"

#include <string>
#include <vector>

namespace baocao::docx {

struct Part {
  enum class Role : std::uint8_t {
    other,
    story,  // holds text that may have tags: body, headers, footers, notes, comments
    styles,
    numbering,
    settings,
    footnotes,  // stories whose notes are written where they are referred to
    endnotes,
    plain,  // document properties, charts: texts without paragraphs of Word
  };
  std::string name;
  base::Bytes bytes;
  Role role = Role::other;
  std::string type = {};  // its content type
};

// What the styles of the package say; nothing when there are none.
Styles read_styles(const std::vector<Part>& parts, const std::string& file);

// In the order of the package. Refused: what is no Word document.
diag::Result<std::vector<Part>> load_parts(base::ByteView docx, const std::string& file);

}  // namespace baocao::docx
