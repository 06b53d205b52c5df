#include "annotate/placed_faults.hpp"

#include "input/xlsx/values.hpp"

#include <algorithm>
#include <set>

namespace baocao::annotate {
namespace {

Address shown_cell(const Address& cell, const SheetOutline& outline) {
  for (const input::Area& area : outline.merged) {
    if (area.first_row <= cell.first && cell.first <= area.last_row &&
        area.first_column <= cell.second && cell.second <= area.last_column) {
      return {area.first_row, area.first_column};
    }
  }
  return cell;
}

}  // namespace

std::string severity_word(diag::Severity severity) {
  switch (severity) {
    case diag::Severity::error:
      return "Lỗi";
    case diag::Severity::warning:
      return "Cảnh báo";
    default:
      return "Ghi chú";
  }
}

std::map<Address, Faults> placed(const Faults& faults,
                                 std::string_view xml,
                                 const SheetOutline& outline) {
  std::set<std::uint32_t> rows;
  for (const diag::Diagnostic* fault : faults) {
    if (fault->span.cell.empty() && fault->span.row != 0) {
      rows.insert(fault->span.row - 1);
    }
  }
  const auto first = first_used_columns(xml, outline, {rows.begin(), rows.end()});
  std::map<Address, Faults> placed;
  for (const diag::Diagnostic* fault : faults) {
    const auto cell = input::xlsx::parse_position(fault->span.cell);
    if (cell) {
      placed[shown_cell({cell->row, cell->column}, outline)].push_back(fault);
    } else if (fault->span.row != 0) {
      const std::uint32_t row = fault->span.row - 1;
      placed[shown_cell({row, first.at(row)}, outline)].push_back(fault);
    }
  }
  return placed;
}

CellMarks marks_of(const std::map<Address, Faults>& placed) {
  CellMarks marks;
  for (const auto& [cell, faults] : placed) {
    for (const diag::Diagnostic* fault : faults) {
      diag::Severity& severity = marks[cell];
      severity = std::max(severity, fault->severity);
    }
  }
  return marks;
}

CellTexts texts_of(const std::map<Address, Faults>& placed) {
  CellTexts texts;
  for (const auto& [cell, faults] : placed) {
    std::string& text = texts[cell];
    for (const diag::Diagnostic* fault : faults) {
      text += (text.empty() ? "" : "\n\n") + severity_word(fault->severity) + " " +
              std::string(fault->code.id()) + ": " + fault->message;
      for (const std::string& note : fault->notes) {
        text += "; " + note;
      }
      text += fault->help.empty() ? "" : "\nCách sửa: " + fault->help;
    }
  }
  return texts;
}

}  // namespace baocao::annotate
