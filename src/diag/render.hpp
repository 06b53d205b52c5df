// Diagnostics as text for people and JSON for programs.
#pragma once

#include "diag/diagnostic.hpp"

#include <span>
#include <string>

namespace baocao::diag {

std::string_view severity_name(Severity severity);  // "error", "warning", "note"

// lỗi[N204]: "31/02/1985" không phải là ngày hợp lệ
//   --> tệp, trang "Danh sách", ô D17 (Ngày sinh)
//    = ghi chú
//    = cách sửa: …
std::string text(const Diagnostic& diagnostic);

// The place alone: `tệp, trang "Danh sách", ô D17 (Ngày sinh)`.
std::string place(const Span& span);

// {"diagnostics":[…],"counts":{"error":…,"warning":…,"note":…}}
std::string json(std::span<const Diagnostic> diagnostics);

}  // namespace baocao::diag
