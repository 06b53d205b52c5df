// What the filters do; filters.cpp declares them. arguments[0] is the value on the left of "|".
// Formatting filters give none for none, so that an empty value prints as nothing.
#pragma once

#include "report/value.hpp"

#include <span>
#include <string>

#include <tl/expected.hpp>

namespace baocao::report::filter {

using Arguments = std::span<const Value>;
using Result = tl::expected<Value, std::string>;

// Numbers and dates (filters_number.cpp).
Result number(Arguments arguments);
Result percent(Arguments arguments);
Result percent_table(Arguments arguments);
Result count(Arguments arguments);
Result in_words(Arguments arguments);
Result roman(Arguments arguments);
Result rounded(Arguments arguments);
Result points(Arguments arguments);
Result short_date(Arguments arguments);
Result long_date(Arguments arguments);
Result table_date(Arguments arguments);

// Texts (filters_text.cpp).
Result upper(Arguments arguments);
Result lower(Arguments arguments);
Result capitalized(Arguments arguments);
Result uncapitalized(Arguments arguments);
Result title(Arguments arguments);
Result without_marks(Arguments arguments);
Result fallback(Arguments arguments);
Result if_empty(Arguments arguments);

// Lists (filters_list.cpp).
Result join(Arguments arguments);
Result join_and(Arguments arguments);
Result length(Arguments arguments);
Result first(Arguments arguments);
Result last(Arguments arguments);
Result sort(Arguments arguments);
Result sort_names(Arguments arguments);
Result where(Arguments arguments);
Result pluck(Arguments arguments);
Result sum(Arguments arguments);
Result range(Arguments arguments);

}  // namespace baocao::report::filter
