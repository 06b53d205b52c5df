// JSON strings without a JSON library, for the printers that write a fixed shape.
#pragma once

#include <string>
#include <string_view>

namespace baocao::diag {

// `text` (UTF-8) as a JSON string with its quotes (RFC 8259, section 7).
std::string json_string(std::string_view text);

}  // namespace baocao::diag
