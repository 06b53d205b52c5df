// Numbers of identity papers inside other texts.
#pragma once

#include <string>

namespace baocao::text {

// The text with all but the last three digits of each personal number hidden (Luật Căn cước
// 26/2023/QH15, điều 12): 12 digits that begin with 0, together or in groups of three and more.
// Words of 32 and more hexadecimal digits are hashes.
std::string hide_personal_numbers(std::string text);

// Also what may be one: 9 digits (CMND) and more that stand alone, such as a personal number that a
// workbook took for a number and that lost its first digit. Errs on the side of hiding.
std::string hide_id_numbers(std::string text);

}  // namespace baocao::text
