// A workbook being marked: its package, and the parts that all its sheets share.
#pragma once

#include "annotate/package_edit.hpp"
#include "annotate/placed_faults.hpp"
#include "annotate/styles.hpp"

#include <string>
#include <vector>

namespace baocao::annotate {

class WorkbookEdit {
 public:
  // `part`: name of the workbook's part (xl/workbook.xml).
  static diag::Result<WorkbookEdit> open(PackageEdit package, const std::string& part);

  // Names and parts of the worksheets, in the order of the workbook; not chart sheets.
  struct SheetEntry {
    std::string name;
    std::string part;
  };

  const std::vector<SheetEntry>& sheets() const { return sheets_; }

  bool is_signed() const { return package_.has_folder("_xmlsignatures/"); }

  // Colours and comments; takes off those of an earlier run.
  diag::Result<void> mark(std::size_t sheet, const Faults& faults);

  // Puts the list of faults in place of the one of an earlier run (`old`, an index of sheets()) or
  // behind the last sheet.
  void put_fault_sheet(const Faults& faults, std::optional<std::size_t> old, bool converted);

  base::Bytes finish();

 private:
  explicit WorkbookEdit(PackageEdit package) : package_(std::move(package)) {}

  diag::Result<void> read_sheets();
  diag::Result<std::string> mark_comments(std::size_t sheet,
                                          const CellTexts& texts,
                                          const SheetOutline& outline);
  std::string fault_sheet_name() const;

  PackageEdit package_;
  std::string part_;
  bool strict_ = false;
  std::optional<XmlPart> book_;
  std::optional<Links> links_;
  std::optional<ContentTypes> types_;
  std::optional<Styles> styles_;
  std::string styles_part_;
  std::vector<SheetEntry> sheets_;
};

}  // namespace baocao::annotate
