// What stands on the paper around the text: number, place and date, signature, recipients.
#pragma once

#include "report/model.hpp"

namespace baocao::report {

// Blanks for what is not known yet, as drafts write them (HD 05-HD/VPTW; practice):
// "Số      -BC/ĐU", "…, ngày      tháng      năm 2026". The year of a blank date is that of the
// day after `as_of`, the first day on which the report can be signed.
Value document_block(const Document& document, base::Date as_of);

}  // namespace baocao::report
