#include "report/fault_values.hpp"

#include <algorithm>

namespace baocao::report {
namespace {

std::string_view severity_words(diag::Severity severity) {
  switch (severity) {
    case diag::Severity::note:
      return "ghi chú";
    case diag::Severity::warning:
      return "cảnh báo";
    case diag::Severity::error:
      return "lỗi";
  }
  return {};
}

// "D17", or the row where the fault is not in one cell.
std::string address(const diag::Span& span) {
  if (!span.cell.empty()) {
    return span.cell;
  }
  const std::uint32_t line = span.row > 0 ? span.row : span.line;
  return line > 0 ? "hàng " + std::to_string(line) : std::string{};
}

Value fault_value(const diag::Diagnostic& fault, std::string unit_name) {
  return Map{{"ma", fault.code.id()},
             {"muc_do", severity_words(fault.severity)},
             {"tep", fault.span.file},
             {"trang", fault.span.sheet},
             {"o", address(fault.span)},
             {"cot", fault.span.column},
             {"noi_dung", fault.message},
             {"cach_sua", fault.help},
             {"don_vi", std::move(unit_name)}};
}

}  // namespace

List fault_values(const Input& input) {
  const table::Units& units = input.dataset->units;
  const bool at_top = !units.all[input.unit].parent;
  const std::vector<std::uint16_t> below = units.subtree(input.unit);
  List out;
  for (const diag::Diagnostic& fault : *input.faults) {
    const auto unit = units.find_code(fault.unit);
    const bool ours = unit ? std::binary_search(below.begin(), below.end(), *unit) : at_top;
    if (ours) {
      out.push_back(fault_value(fault, unit ? units.all[*unit].full_name : fault.unit));
    }
  }
  return out;
}

Value fault_counts(const List& faults) {
  const auto count = [&](diag::Severity severity) {
    return static_cast<std::int64_t>(
        std::count_if(faults.begin(), faults.end(), [&](const Value& fault) {
          return *fault.find("muc_do")->string() == severity_words(severity);
        }));
  };
  return Map{{"loi", count(diag::Severity::error)},
             {"canh_bao", count(diag::Severity::warning)},
             {"ghi_chu", count(diag::Severity::note)}};
}

}  // namespace baocao::report
