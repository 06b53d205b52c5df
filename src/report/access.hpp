// Reaching into values: a.b, a[i], a[i:j].
#pragma once

#include "report/problem.hpp"

#include <string>
#include <string_view>

namespace baocao::report {

// T512 when there is no such key or position, with the nearest key as help.
Step member_of(const Value& value, std::string_view key);
Step element_of(const Value& value, const Value& position);

// Python's slice: positions below 0 count from the end; none stands for the start or the end (with
// a step below 0 the other way round) and for the step 1.
Step slice_of(const Value& value, const Value& first, const Value& last, const Value& step);

// The letters of a text as texts.
List letters(const std::string& text);

}  // namespace baocao::report
