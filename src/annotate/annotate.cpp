#include "annotate/annotate.hpp"

#include "annotate/plain_workbook.hpp"
#include "annotate/workbook_edit.hpp"
#include "input/reader.hpp"
#include "input/xlsx/workbook.hpp"
#include "package/zip_reader.hpp"

#include <algorithm>
#include <optional>

namespace baocao::annotate {
namespace {

using Sheets = std::vector<WorkbookEdit::SheetEntry>;

// The part xl/workbook.xml of an .xlsx; nothing for any other format.
std::optional<std::string> workbook_part(base::ByteView bytes, const std::string& file) {
  const auto zip = package::ZipReader::open(bytes, file);
  if (!zip) {
    return std::nullopt;
  }
  const auto part = input::xlsx::find_workbook({*zip, file});
  return part ? *part : std::nullopt;
}

bool is_own(const input::Sheet& sheet) {
  const input::Cell* first = sheet.at(0, 0);
  return sheet.name.starts_with(fault_sheet_name) && first != nullptr &&
         first->text == fault_sheet_title;
}

// A sheet is known as ours by its name and its first cell: a user may have a sheet of this name.
std::optional<std::size_t> own_sheet(base::ByteView bytes,
                                     const std::string& file,
                                     const Sheets& entries) {
  const bool likely = std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
    return entry.name.starts_with(fault_sheet_name);
  });
  if (!likely) {
    return std::nullopt;
  }
  diag::Sink unheard;  // the caller has read the file and knows
  const auto sheets = input::read(bytes, file, unheard);
  if (!sheets) {
    return std::nullopt;
  }
  const auto own = std::find_if(sheets->begin(), sheets->end(), is_own);
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto& each) {
    return own != sheets->end() && each.name == own->name;
  });
  return entry == entries.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(entry - entries.begin()));
}

Faults of_sheet(const Faults& faults, const std::string& name) {
  Faults found;
  std::copy_if(faults.begin(), faults.end(), std::back_inserter(found), [&](const auto* fault) {
    return fault->span.sheet == name;
  });
  return found;
}

diag::Result<base::Bytes> marked_workbook(base::ByteView bytes,
                                          const std::string& file,
                                          const std::string& part,
                                          Faults faults,
                                          bool converted,
                                          std::vector<diag::Diagnostic>& notes) {
  auto package = PackageEdit::open(bytes, file);
  if (!package) {
    return diag::Failure(std::move(package.error()));
  }
  auto book = WorkbookEdit::open(std::move(*package), part);
  if (!book) {
    return diag::Failure(std::move(book.error()));
  }
  const auto own = own_sheet(bytes, file, book->sheets());
  if (own) {
    std::erase_if(
        faults, [&](const auto* fault) { return fault->span.sheet == book->sheets()[*own].name; });
  }
  for (std::size_t i = 0; i < book->sheets().size(); ++i) {
    if (i == own) {
      continue;
    }
    if (auto marked = book->mark(i, of_sheet(faults, book->sheets()[i].name)); !marked) {
      return diag::Failure(std::move(marked.error()));
    }
  }
  if (book->is_signed()) {
    notes.push_back({.code = "X712",
                     .severity = diag::Severity::note,
                     .message = "tệp có chữ ký số; chữ ký không còn giá trị trên bản đánh dấu",
                     .help = "sửa theo bản đánh dấu rồi ký số lại; bản gốc không bị thay đổi",
                     .span = {.file = file}});
  }
  book->put_fault_sheet(faults, own, converted);
  return book->finish();
}

Faults pointers(std::span<const diag::Diagnostic> faults) {
  Faults all;
  for (const diag::Diagnostic& fault : faults) {
    all.push_back(&fault);
  }
  return all;
}

diag::Result<MarkedCopy> converted_copy(base::ByteView original,
                                        const std::string& file,
                                        std::span<const diag::Diagnostic> faults) {
  diag::Sink unheard;  // the caller has read the file and knows
  const auto sheets = input::read(original, file, unheard);
  if (!sheets) {
    return diag::Failure(sheets.error());
  }
  const std::vector<std::string> names = sheet_names(*sheets);
  std::vector<diag::Diagnostic> renamed(faults.begin(), faults.end());
  for (diag::Diagnostic& fault : renamed) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool placed = !fault.span.cell.empty() || fault.span.row != 0;
      if (fault.span.sheet == (*sheets)[i].name && (placed || !fault.span.sheet.empty())) {
        fault.span.sheet = names[i];
        break;
      }
    }
  }
  MarkedCopy copy;
  copy.converted = true;
  copy.notes.push_back(
      {.code = "X713",
       .severity = diag::Severity::note,
       .message = "tệp này không ghi được màu và chú thích, bản đánh dấu là tệp Excel mới",
       .help = "sửa trong tệp gốc theo bản đánh dấu, hoặc gửi lại bằng tệp Excel",
       .span = {.file = file}});
  auto bytes = marked_workbook(
      plain_workbook(*sheets, names), file, "xl/workbook.xml", pointers(renamed), true, copy.notes);
  if (!bytes) {
    return diag::Failure(std::move(bytes.error()));
  }
  copy.bytes = std::move(*bytes);
  return copy;
}

}  // namespace

diag::Result<MarkedCopy> marked_copy(base::ByteView original,
                                     const std::string& file,
                                     std::span<const diag::Diagnostic> faults) {
  const auto part = workbook_part(original, file);
  if (!part) {
    return converted_copy(original, file, faults);
  }
  MarkedCopy copy;
  auto bytes = marked_workbook(original, file, *part, pointers(faults), false, copy.notes);
  if (!bytes) {
    return diag::Failure(std::move(bytes.error()));
  }
  copy.bytes = std::move(*bytes);
  return copy;
}

}  // namespace baocao::annotate
