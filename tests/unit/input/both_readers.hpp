// Reads a workbook with the scanner and with expat, the reference, and shows what each gave.
#pragma once

#include "input/xlsx/reader.hpp"
#include "input/xlsx/workbook.hpp"
#include "package/zip_reader.hpp"

#include <string>

namespace baocao::input {

inline std::string shown(const std::vector<Lines>& lines) {
  std::string out;
  for (const Lines& each : lines) {
    out += " " + std::to_string(each.first) + "-" + std::to_string(each.last);
  }
  return out;
}

inline std::string shown(const Sheet& sheet) {
  std::string out = "sheet " + sheet.name + (sheet.hidden ? " hidden" : "") + "\nrows" +
                    shown(sheet.hidden_rows) + "\ncolumns" + shown(sheet.hidden_columns) + "\n";
  for (const Area& area : sheet.merged) {
    out += "merged " + cell_name(area.first_row, area.first_column) + ":" +
           cell_name(area.last_row, area.last_column) + "\n";
  }
  for (const Cell& cell : sheet.cells()) {
    out += cell_name(cell.row, cell.column) + " kind " +
           std::to_string(static_cast<int>(cell.kind)) + (cell.from_formula ? " formula" : "") +
           (cell.hides_day ? " hides day" : "") + " font " + sheet.fonts.at(cell.font) + " date " +
           cell.date.iso() + " text " + std::string(cell.text) + "\n";
  }
  return out;
}

inline std::string shown(const diag::Diagnostic& fault) {
  return std::string(fault.code.id()) + " " + fault.message + " | " + fault.span.part + " " +
         fault.span.sheet + " " + fault.span.cell + "\n";
}

// Sheets and faults, or the refusal.
inline std::string read_with(const std::string& bytes, xlsx::Front front) {
  const auto zip = package::ZipReader::open(bytes, "a.xlsx");
  if (!zip) {
    return shown(zip.error());
  }
  const xlsx::Source source{*zip, "a.xlsx", front};
  const auto workbook = xlsx::find_workbook(source);
  if (!workbook || !*workbook) {
    return workbook ? "no workbook" : shown(workbook.error());
  }
  diag::Sink sink;
  const auto sheets = xlsx::read(source, **workbook, sink);
  if (!sheets) {
    return shown(sheets.error());
  }
  std::string out;
  for (const Sheet& sheet : *sheets) {
    out += shown(sheet);
  }
  for (const diag::Diagnostic& fault : sink.all()) {
    out += shown(fault);
  }
  return out;
}

}  // namespace baocao::input
