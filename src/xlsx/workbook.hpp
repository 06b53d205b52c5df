// libxlsxwriter behind a small owner: no clock in the output, errors as values. For the few callers
// that write workbooks of their own shape (sample rosters, intake forms).
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "diag/result.hpp"

#include <filesystem>
#include <string>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace baocao::xlsx {

class Workbook {
 public:
  // Creates a file of its own in `scratch`; `created` is the document date (never the clock).
  static diag::Result<Workbook> create(const std::filesystem::path& scratch,
                                       base::Date created,
                                       const std::string& title,
                                       const std::string& author);
  Workbook(Workbook&& other) noexcept;
  Workbook& operator=(Workbook&& other) noexcept;
  ~Workbook();

  lxw_workbook* get() const { return workbook_; }

  // At most 31 characters, none of []:*?/\ : others are replaced.
  lxw_worksheet* add_sheet(const std::string& name);
  lxw_format* add_format();  // Times New Roman 12

  // Closes, reads the bytes back and removes the file.
  diag::Result<base::Bytes> finish();

 private:
  Workbook(lxw_workbook* workbook, std::filesystem::path path);
  lxw_workbook* workbook_ = nullptr;
  std::filesystem::path path_;
};

}  // namespace baocao::xlsx
