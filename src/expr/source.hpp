// What the text of an expression tells by itself, before it is bound to a table.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace baocao::expr {

// Every name it uses (fields, words, conditions, parameters, functions); nothing of a text that
// cannot be parsed.
std::set<std::string> names_in(std::string_view text);

// The text with one space between tokens: equal for texts that differ in white space alone.
std::string canonical(std::string_view text);

}  // namespace baocao::expr
