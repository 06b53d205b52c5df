#include "annotate/workbook_edit.hpp"

#include "annotate/annotate.hpp"
#include "annotate/fault_sheet.hpp"
#include "annotate/note_shapes.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::annotate {
namespace {

constexpr const char* spreadsheet_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.";

pugi::xml_attribute attribute_named(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name.substr(name.find(':') + 1) == local && !name.starts_with("xmlns")) {
      return attribute;
    }
  }
  return {};
}

// UTF-16 and UTF-32 put zero bytes between the letters of markup.
bool is_wide(base::ByteView xml) {
  return xml.substr(0, 4).find('\0') != base::ByteView::npos;
}

std::string legacy_drawing(const SheetOutline& outline, const std::string& id, bool strict) {
  const std::string space = relationship_type(strict, "");
  return "<" + outline.prefix + "legacyDrawing xmlns:r=\"" + space.substr(0, space.size() - 1) +
         "\" r:id=\"" + id + "\"/>";
}

}  // namespace

diag::Result<WorkbookEdit> WorkbookEdit::open(PackageEdit package, const std::string& part) {
  WorkbookEdit edit(std::move(package));
  edit.part_ = part;
  auto root = Links::of(edit.package_, "");
  auto book = edit.package_.parse(part);
  auto links = Links::of(edit.package_, part);
  auto types = ContentTypes::of(edit.package_);
  if (!root || !book || !links || !types) {
    return diag::Failure(!root    ? root.error()
                         : !book  ? book.error()
                         : !links ? links.error()
                                  : types.error());
  }
  edit.strict_ = root->is_strict();
  edit.styles_part_ = links->target_of_kind("styles").value_or("");
  auto styles = Styles::of(edit.package_, edit.styles_part_, edit.strict_);
  if (!styles) {
    return diag::Failure(std::move(styles.error()));
  }
  edit.book_ = std::move(*book);
  edit.links_ = std::move(*links);
  edit.types_ = std::move(*types);
  edit.styles_ = std::move(*styles);
  if (auto read = edit.read_sheets(); !read) {
    return diag::Failure(std::move(read.error()));
  }
  return edit;
}

diag::Result<void> WorkbookEdit::read_sheets() {
  for (const pugi::xml_node sheet : child(book_->root(), "sheets").children()) {
    const std::string id = attribute_named(sheet, "id").value();
    if (links_->kind(id) != "worksheet") {
      continue;
    }
    sheets_.push_back({sheet.attribute("name").value(), links_->target(id).value_or("")});
    const base::Bytes* xml = package_.find(sheets_.back().part);
    if (xml == nullptr || is_wide(*xml)) {
      return diag::Failure(
          cannot_edit(package_.file(), sheets_.back().part, "trang ghi bằng bảng mã lạ"));
    }
  }
  return {};
}

// Returns the id of a new drawing, or nothing when the sheet had one.
diag::Result<std::string> WorkbookEdit::mark_comments(std::size_t sheet,
                                                      const CellTexts& texts,
                                                      const SheetOutline& outline) {
  auto links = Links::of(package_, sheets_[sheet].part);
  if (!links) {
    return diag::Failure(std::move(links.error()));
  }
  std::string part = links->target_of_kind("comments").value_or("");
  if (part.empty() && texts.empty()) {
    return std::string();
  }
  auto comments = Comments::of(package_, part, strict_);
  if (!comments) {
    return diag::Failure(std::move(comments.error()));
  }
  const std::set<Address> removed = comments->remove_ours();
  const std::set<Address> added = texts.empty() ? std::set<Address>() : comments->add(texts);
  if (part.empty()) {
    part = package_.free_name("xl/comments", ".xml");
    links->add(relationship_type(strict_, "comments"), part);
    types_->add_part(part, std::string(spreadsheet_type) + "comments+xml");
  }
  package_.put(part, comments->text());

  std::string drawing = links->target(outline.legacy_drawing).value_or("");
  std::string id;
  if (drawing.empty() && !added.empty()) {
    drawing = package_.free_name("xl/drawings/vmlDrawing", ".vml");
    id = links->add(relationship_type(strict_, "vmlDrawing"), drawing);
    types_->add_ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  }
  if (!drawing.empty()) {
    const base::Bytes* old = package_.find(drawing);
    base::Bytes shapes = old == nullptr ? empty_drawing(sheet + 1) : *old;
    remove_boxes(shapes, removed);
    if (!add_boxes(shapes, added, texts, outline)) {
      return diag::Failure(cannot_edit(package_.file(), drawing, "hình của chú thích ghi sai"));
    }
    package_.put(drawing, std::move(shapes));
  }
  links->save(package_);
  return id;
}

diag::Result<void> WorkbookEdit::mark(std::size_t sheet, const Faults& faults) {
  const std::string& part = sheets_[sheet].part;
  const base::Bytes xml = *package_.find(part);
  const auto outline = annotate::outline(xml);
  if (!outline) {
    return faults.empty()
               ? diag::Result<void>()
               : diag::Failure(cannot_edit(package_.file(), part, "không tìm thấy các hàng"));
  }
  const auto cells = placed(faults, xml, *outline);
  auto drawing = mark_comments(sheet, texts_of(cells), *outline);
  if (!drawing) {
    return diag::Failure(std::move(drawing.error()));
  }
  if (cells.empty() && !styles_->has_marks()) {
    return {};
  }
  const std::size_t place = outline->place_of_legacy_drawing();
  base::Bytes edited = xml.substr(0, outline->data.begin);
  edited += marked_rows(xml, *outline, marks_of(cells), *styles_);
  edited += base::ByteView(xml).substr(outline->data.end, place - outline->data.end);
  edited += drawing->empty() ? "" : legacy_drawing(*outline, *drawing, strict_);
  edited += base::ByteView(xml).substr(place);
  package_.put(part, std::move(edited));
  return {};
}

std::string WorkbookEdit::fault_sheet_name() const {
  std::set<std::string> taken;
  for (const pugi::xml_node sheet : child(book_->root(), "sheets").children()) {
    taken.insert(text::lower(sheet.attribute("name").value()));
  }
  std::string name(annotate::fault_sheet_name);
  for (int number = 2; taken.contains(text::lower(name)); ++number) {
    name = std::string(annotate::fault_sheet_name) + " (" + std::to_string(number) + ")";
  }
  return name;
}

void WorkbookEdit::put_fault_sheet(const Faults& faults,
                                   std::optional<std::size_t> old,
                                   bool converted) {
  base::Bytes xml = fault_sheet(faults, converted, *styles_, strict_);
  if (old) {
    package_.put(sheets_[*old].part, std::move(xml));
    return;
  }
  const std::string part = package_.free_name("xl/worksheets/sheet", ".xml");
  pugi::xml_node entries = child(book_->root(), "sheets");
  unsigned id = 0;
  std::string id_name = "r:id";
  for (const pugi::xml_node sheet : entries.children()) {
    id = std::max(id, sheet.attribute("sheetId").as_uint());
    const pugi::xml_attribute link = attribute_named(sheet, "id");
    id_name = link ? link.name() : id_name;
  }
  const std::string name = fault_sheet_name();
  pugi::xml_node entry = book_->append(entries, "sheet");
  entry.append_attribute("name") = name.c_str();
  entry.append_attribute("sheetId") = id + 1;
  // Some writers declare the prefix on each <sheet> alone.
  if (const std::size_t colon = id_name.find(':'); colon != std::string::npos) {
    const std::string space = relationship_type(strict_, "");
    entry.append_attribute(("xmlns:" + id_name.substr(0, colon)).c_str()) =
        space.substr(0, space.size() - 1).c_str();
  }
  entry.append_attribute(id_name.c_str()) =
      links_->add(relationship_type(strict_, "worksheet"), part).c_str();
  types_->add_part(part, std::string(spreadsheet_type) + "worksheet+xml");
  package_.put(part, std::move(xml));
}

base::Bytes WorkbookEdit::finish() {
  if (styles_part_.empty()) {
    // The name that readers look for, not asking the list of parts.
    const bool is_free = package_.find("xl/styles.xml") == nullptr;
    styles_part_ = is_free ? "xl/styles.xml" : package_.free_name("xl/styles", ".xml");
    links_->add(relationship_type(strict_, "styles"), styles_part_);
    types_->add_part(styles_part_, std::string(spreadsheet_type) + "styles+xml");
  }
  package_.put(styles_part_, styles_->text());
  package_.put(part_, book_->text());
  links_->save(package_);
  types_->save(package_);
  return package_.finish();
}

}  // namespace baocao::annotate
