// Forms in which a blank cell says something: "Nữ (x)", "Người địa phương (x)".
#pragma once

#include "diag/diagnostic.hpp"
#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/layout.hpp"

#include <optional>

namespace baocao::table {

// The word that a blank cell of these columns stands for, when there is one. A column without a
// single mark stands for nothing: it was not filled in, and that is a fault (S107).
std::optional<std::uint16_t> blank_word(const input::Sheet& sheet,
                                        const Header& header,
                                        const schema::Field& field,
                                        const FieldColumns& columns,
                                        diag::Sink& faults);

}  // namespace baocao::table
