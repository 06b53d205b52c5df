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

// What an argument that is left out counts as.
inline const Value none;

// arguments[place], none when it is left out.
inline const Value& argument(Arguments arguments, std::size_t place) {
  return place < arguments.size() ? arguments[place] : none;
}

// A whole number from 0 to a million; `fallback` when the argument is left out.
tl::expected<std::int64_t, std::string> count_of(Arguments arguments,
                                                 std::size_t place,
                                                 std::int64_t fallback);

// True or false; false when the argument is left out.
tl::expected<bool, std::string> flag(Arguments arguments, std::size_t place);

// The items of a list, the letters of a text, the keys of a map.
tl::expected<List, std::string> items_of(const Value& value);

// The member "a.b" of each item; a number stands for a place in a list. With no path the items. An
// item without the member counts as `fallback`, and is an error when that is none.
tl::expected<List, std::string> column(const List& items,
                                       const Value& path,
                                       const Value& fallback = none);

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
Result money(Arguments arguments);
Result change(Arguments arguments);
Result quarter(Arguments arguments);
Result date_by_pattern(Arguments arguments);
Result absolute(Arguments arguments);
Result integer(Arguments arguments);
Result real(Arguments arguments);

// Texts (filters_text.cpp).
Result upper(Arguments arguments);
Result lower(Arguments arguments);
Result capitalized(Arguments arguments);
Result uncapitalized(Arguments arguments);
Result title(Arguments arguments);
Result without_marks(Arguments arguments);
Result fallback(Arguments arguments);
Result if_empty(Arguments arguments);
Result only_first_capital(Arguments arguments);
Result given_name(Arguments arguments);
Result surname(Arguments arguments);
Result initials(Arguments arguments);
Result text(Arguments arguments);
Result image(Arguments arguments);
Result qr(Arguments arguments);
Result unchanged(Arguments arguments);

// Texts as Jinja2 and Python shape them (filters_python.cpp).
Result trim(Arguments arguments);
Result trim_start(Arguments arguments);
Result trim_end(Arguments arguments);
Result replace(Arguments arguments);
Result truncate(Arguments arguments);
Result center(Arguments arguments);
Result word_count(Arguments arguments);
Result strip_tags(Arguments arguments);
Result format(Arguments arguments);         // '%s', filters_format.cpp
Result format_fields(Arguments arguments);  // '{}', Python's str.format

// Lists (filters_list.cpp).
Result join(Arguments arguments);
Result join_and(Arguments arguments);
Result length(Arguments arguments);
Result first(Arguments arguments);
Result last(Arguments arguments);
Result sort(Arguments arguments);     // reverse, case_sensitive, attribute
Result sort_by(Arguments arguments);  // attribute, reverse
Result sort_names(Arguments arguments);
Result where(Arguments arguments);
Result pluck(Arguments arguments);
Result sum(Arguments arguments);
Result range(Arguments arguments);
Result join_plain(Arguments arguments);
Result average(Arguments arguments);
Result largest(Arguments arguments);      // case_sensitive, attribute
Result largest_by(Arguments arguments);   // attribute
Result smallest(Arguments arguments);     // case_sensitive, attribute
Result smallest_by(Arguments arguments);  // attribute
Result reverse(Arguments arguments);
Result list(Arguments arguments);

// Parts of lists and maps (filters_choose.cpp).
Result group(Arguments arguments);
Result map(Arguments arguments);
Result select(Arguments arguments);
Result reject(Arguments arguments);
Result select_by_attribute(Arguments arguments);
Result reject_by_attribute(Arguments arguments);
Result unique(Arguments arguments);     // case_sensitive, attribute
Result unique_by(Arguments arguments);  // attribute
Result batch(Arguments arguments);
Result split_evenly(Arguments arguments);
Result items(Arguments arguments);
Result sorted_items(Arguments arguments);
Result attribute(Arguments arguments);

}  // namespace baocao::report::filter
