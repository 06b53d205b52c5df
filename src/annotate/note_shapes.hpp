// The boxes that comments are shown in (VML, xl/drawings/vmlDrawingN.vml). Old VML is not always
// well-formed XML, so it is edited as text.
#pragma once

#include "annotate/comments.hpp"
#include "annotate/sheet_outline.hpp"
#include "base/bytes.hpp"

#include <set>
#include <string>

namespace baocao::annotate {

// The drawing of a sheet without one. `number` is that of the sheet, from 1.
base::Bytes empty_drawing(std::size_t number);

// Takes out the boxes of comments on these cells.
void remove_boxes(base::Bytes& drawing, const std::set<Address>& cells);

// Puts in a box, big enough for its text, for each of these cells. False when the drawing has no
// end tag to put them before; then it is unchanged.
bool add_boxes(base::Bytes& drawing,
               const std::set<Address>& cells,
               const CellTexts& texts,
               const SheetOutline& outline);

}  // namespace baocao::annotate
