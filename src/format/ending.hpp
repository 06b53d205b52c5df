// The end of a document: Nơi nhận and the signature.
#pragma once

#include "format/layout.hpp"

namespace baocao::format {

// What a line of authority begins with, in any spelling: "T/M", "TM.", "T.M.", "KT", …
// `mark` is what it is written with, `letters` what it stands for ("TM").
struct AuthorityMark {
  std::string letters;
  std::string mark;        // as written, blanks after it left out
  std::size_t length = 0;  // bytes, the blank included
};

std::optional<AuthorityMark> authority_of(std::string_view text);

// Fills in the end of `out`; `from` is the paragraph at which the body begins.
void find_ending(const Document& document, std::size_t from, Layout& out);

}  // namespace baocao::format
