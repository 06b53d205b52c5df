// Text → tree. Total: any text gives a tree or a fault, never a crash; nesting is capped at 100.
#pragma once

#include "expr/ast.hpp"

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace baocao::expr {

struct ParseError {
  Location where;
  std::string message;  // Vietnamese: what was found, what was expected
};

// What is more in templates: docxtpl's users may chain comparisons and name arguments.
enum class Dialect : std::uint8_t { definition, jinja };

tl::expected<NodePtr, ParseError> parse(std::string_view source,
                                        Dialect dialect = Dialect::definition);

// Parses the longest expression at the start of `source` and sets `end` to the first byte behind
// it (white space skipped): for tags like "for x in <expr>" and "set a = <expr>".
tl::expected<NodePtr, ParseError> parse_prefix(std::string_view source,
                                               std::size_t& end,
                                               Dialect dialect = Dialect::definition);

}  // namespace baocao::expr
