// What a pack says against the schema, which it does not know by itself.
#pragma once

#include "resolution/pack.hpp"
#include "schema/schema.hpp"

namespace baocao::resolution {

// E427 for each [[bands]] and [[group]] that no indicator can be told apart by; E430 for a kind of
// unit in judged_at, E436 for one of a [[level]], that there is not. Expressions are bound when an
// indicator::Plan is made.
void check_schema(const Pack& pack,
                  const schema::Schema& schema,
                  const indicator::Context& context,
                  diag::Sink& sink);

}  // namespace baocao::resolution
