// The faults of a template shown where they are, as comments of Word.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <span>
#include <string>

namespace baocao::docx {

// A copy of the template with a comment by "baocao" at the tag of each fault; the comments that are
// there stay. Word knows no comments in headers, notes and text boxes: faults in a text box are
// told at its paragraph, those of other parts together at the top of the body. Same faults, same
// bytes.
diag::Result<base::Bytes> marked(base::ByteView docx,
                                 const std::string& file,
                                 std::span<const diag::Diagnostic> faults);

}  // namespace baocao::docx
