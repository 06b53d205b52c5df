#include "input/xlsx/reader.hpp"

#include "input/xlsx/relationships.hpp"
#include "input/xlsx/workbook.hpp"
#include "input/xlsx/worksheet.hpp"

namespace baocao::input::xlsx {
namespace {

diag::Result<Context> read_context(const Source& source,
                                   const Workbook& workbook,
                                   const Relationships& relationships) {
  Context context;
  context.date1904 = workbook.date1904;
  context.computes_on_load = workbook.computes_on_load;
  if (const Relationship* part = relationships.with_type("sharedStrings")) {
    auto strings = read_shared_strings(source, part->target, context.fonts);
    if (!strings) {
      return diag::Failure(std::move(strings.error()));
    }
    context.strings = std::move(*strings);
  }
  if (const Relationship* part = relationships.with_type("styles")) {
    auto styles = read_styles(source, part->target, context.fonts);
    if (!styles) {
      return diag::Failure(std::move(styles.error()));
    }
    context.styles = std::move(*styles);
  }
  return context;
}

diag::Failure missing_sheet(const Source& source, const SheetEntry& entry) {
  return diag::Failure(
      damaged("không tìm thấy nội dung của trang", {.file = source.file, .sheet = entry.name}));
}

}  // namespace

diag::Result<std::vector<Sheet>> read(const Source& source,
                                      const std::string& workbook,
                                      diag::Sink& sink) {
  auto book = read_workbook(source, workbook);
  if (!book) {
    return diag::Failure(std::move(book.error()));
  }
  auto relationships = Relationships::of(source, workbook);
  if (!relationships) {
    return diag::Failure(std::move(relationships.error()));
  }
  auto context = read_context(source, *book, *relationships);
  if (!context) {
    return diag::Failure(std::move(context.error()));
  }
  std::vector<Sheet> sheets;
  for (const SheetEntry& entry : book->sheets) {
    const Relationship* part = relationships->with_id(entry.relationship);
    if (part == nullptr) {
      return missing_sheet(source, entry);
    }
    if (part->type != "worksheet") {
      continue;  // a chart or dialog sheet has no cells
    }
    Sheet& sheet = sheets.emplace_back();
    sheet.file = source.file;
    sheet.name = entry.name;
    sheet.hidden = entry.hidden;
    if (auto parsed = read_worksheet(source, part->target, *context, sheet, sink); !parsed) {
      return diag::Failure(std::move(parsed.error()));
    }
  }
  return sheets;
}

}  // namespace baocao::input::xlsx
