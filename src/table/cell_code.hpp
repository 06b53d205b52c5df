// Code words: one ("ĐH Luật; ThS QLKT" → the higher) or a set ("UV BTV, PCT UBND").
#pragma once

#include "schema/schema.hpp"
#include "table/cell_reading.hpp"

#include <cstdint>
#include <string_view>

namespace baocao::table {

// Several words of an ordered list: the highest. Several of another list: a fault. A level that is
// still being studied for is not held: no value, with a note.
Reading<std::uint16_t> read_code(const schema::CodeList& list, std::string_view text);

// A mask of words. One part that is not known leaves the whole set unknown: what it stands for
// might be the very word that is asked for.
Reading<std::uint64_t> read_codes(const schema::CodeList& list, std::string_view text);

}  // namespace baocao::table
