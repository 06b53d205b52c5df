// The remark on one indicator, written from the same finding as its figures, so that words and
// numbers cannot disagree.
#pragma once

#include "resolution/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::report {

// The verdict as the model names it: a resolution::name(), or "none" where the wording gives no
// figure to judge by.
std::string_view verdict_key(const resolution::Finding& finding);

// No table is missing, but nobody (no unit) is in the population.
bool is_empty_population(const resolution::Finding& finding);

// "đạt", "chưa đạt", "không có đối tượng" …
std::string_view verdict_words(const resolution::Finding& finding);

// The share as the sentence prints it, with as many decimals as it takes to agree with the verdict
// ("74,98%", not "75%, chưa đạt mục tiêu từ 75%"); empty when there is none.
std::string share_words(const resolution::Finding& finding);

// "127/274 đồng chí, đạt 46,4%, chưa đạt mục tiêu từ 75% trở lên, còn thiếu 79 đồng chí".
// `missing_tables` are labels: "Kết quả bồi dưỡng".
std::string sentence(const resolution::Finding& finding,
                     const std::vector<std::string>& missing_tables);

}  // namespace baocao::report
