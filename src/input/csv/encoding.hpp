// Bytes of a text file → UTF-8.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <string>

namespace baocao::input::csv {

// By the byte order mark, else UTF-8, else windows-1258 with a note (F209). Characters the
// encoding does not have are lost with a warning (F220). Refused: text that is
// UTF-8 but for damaged bytes (F211).
diag::Result<std::string> decoded(base::ByteView bytes, const std::string& file, diag::Sink& sink);

}  // namespace baocao::input::csv
