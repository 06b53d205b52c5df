#include "format/document.hpp"

#include "docx/places.hpp"
#include "text/keys.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

constexpr std::string_view blanks = " \t\n\r";

// What holds nothing that is looked at is not parsed: pictures, embedded workbooks, fonts.
bool is_wanted(const docx::Part& part) {
  return part.role != docx::Part::Role::other || part.name.ends_with(".rels") ||
         part.name.ends_with("numbering.xml") || part.name.ends_with("settings.xml") ||
         part.name.find("/theme/theme") != std::string::npos;
}

void split(const std::string& text, std::size_t paragraph, std::vector<Line>& out) {
  std::size_t begin = 0;
  int column = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
    const std::string_view whole = std::string_view(text).substr(begin, end - begin);
    const std::string cleaned = text::cleaned(whole);
    if (!cleaned.empty()) {
      std::size_t first = 0;
      while (blanks.find(whole[first]) != std::string_view::npos) {
        ++first;
      }
      std::size_t last = whole.size();
      while (blanks.find(whole[last - 1]) != std::string_view::npos) {
        --last;
      }
      out.push_back({paragraph, begin + first, begin + last, column, cleaned});
    }
    column = end < text.size() && text[end] == '\t' ? column + 1 : 0;
    begin = end + 1;
  }
}

Paragraph make_paragraph(const docx::PlacedParagraph& placed, std::size_t part) {
  pugi::xml_node holder =
      docx::nearest_of(placed.node, {"w:tc", "w:txbxContent", "w:body", "w:footnote", "w:endnote"});
  if (docx::is(holder, "w:body")) {
    holder = {};
  }
  return {placed.node, part, placed.address, docx::read_text(placed.node), holder};
}

}  // namespace

diag::Result<Document> Document::open(base::ByteView docx, const std::string& file) {
  Document out;
  auto parts = docx::load_parts(docx, file);
  if (!parts) {
    return tl::unexpected(parts.error());
  }
  out.parts_ = std::move(*parts);
  if (const auto parsed = out.parse_all(file); !parsed) {
    return tl::unexpected(parsed.error());
  }
  const auto root = [&](std::string_view type) {
    const auto part = out.related_by_type(type);
    return part && out.trees_[*part] ? out.trees_[*part]->document_element() : pugi::xml_node();
  };
  out.looks_.emplace(root("/styles"), root("/numbering"), root("/theme"));
  out.headings_.emplace(root("/styles"));
  out.survey();
  out.find_sections();
  return out;
}

diag::Result<void> Document::parse_all(const std::string& file) {
  bool found = false;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    trees_.emplace_back();
    if (!is_wanted(parts_[i])) {
      continue;
    }
    auto tree = docx::parse_tree(parts_[i].bytes, file, parts_[i].name);
    if (!tree) {
      return tl::unexpected(tree.error());
    }
    trees_.back() = std::move(*tree);
    if (docx::is(trees_.back()->document_element(), "w:document")) {
      main_ = i;
      found = true;
    }
  }
  if (!found) {
    return diag::Failure({.code = "D902",
                          .message = "phần nội dung của tệp Word không đọc được",
                          .help = "mở tệp bằng Word, lưu lại dạng .docx rồi thử lại",
                          .span = {.file = file}});
  }
  return {};
}

void Document::survey() {
  std::vector<std::size_t> stories{main_};
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (trees_[i] && (docx::is(trees_[i]->document_element(), "w:footnotes") ||
                      docx::is(trees_[i]->document_element(), "w:endnotes"))) {
      stories.push_back(i);
    }
  }
  for (const std::size_t story : stories) {
    for (Paragraph& paragraph : paragraphs_of(story)) {
      paragraphs_.push_back(std::move(paragraph));
    }
  }
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    split(paragraphs_[i].text.text, i, lines_);
  }
}

std::vector<Paragraph> Document::paragraphs_of(std::size_t part) const {
  std::vector<Paragraph> out;
  for (const docx::PlacedParagraph& placed :
       docx::find_paragraphs(trees_[part]->document_element(), *headings_)) {
    if (!docx::ancestor(placed.node, "mc:Fallback")) {
      out.push_back(make_paragraph(placed, part));
    }
  }
  return out;
}

void Document::find_sections() {
  std::size_t first = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < paragraphs_.size() && paragraphs_[i].part == main_; ++i) {
    end = i + 1;
    const pugi::xml_node inner = paragraphs_[i].node.child("w:pPr").child("w:sectPr");
    if (inner && !paragraphs_[i].holder) {
      sections_.push_back({inner, first, end});
      first = end;
    }
  }
  const pugi::xml_node body = trees_[main_]->document_element().child("w:body");
  if (const pugi::xml_node last = body.child("w:sectPr"); last || sections_.empty()) {
    sections_.push_back({last, first, end});
  }
}

std::optional<std::size_t> Document::part_named(std::string_view name) const {
  const auto at = std::find_if(
      parts_.begin(), parts_.end(), [&](const docx::Part& part) { return part.name == name; });
  return at == parts_.end() ? std::nullopt
                            : std::optional(static_cast<std::size_t>(at - parts_.begin()));
}

std::string Document::relationships_name() const {
  const std::string& name = parts_[main_].name;
  const std::size_t slash = name.rfind('/') + 1;
  return name.substr(0, slash) + "_rels/" + name.substr(slash) + ".rels";
}

std::string Document::path_of(std::string_view target) const {
  if (target.starts_with('/')) {
    return std::string(target.substr(1));
  }
  const std::string& name = parts_[main_].name;
  return name.substr(0, name.rfind('/') + 1) + std::string(target);
}

std::optional<std::size_t> Document::related(std::string_view id) const {
  const auto list = part_named(relationships_name());
  if (!list || id.empty()) {
    return std::nullopt;
  }
  const pugi::xml_node found = trees_[*list]->document_element().find_child_by_attribute(
      "Relationship", "Id", std::string(id).c_str());
  const auto part = part_named(path_of(found.attribute("Target").value()));
  return part && trees_[*part] ? part : std::nullopt;
}

std::optional<std::size_t> Document::related_by_type(std::string_view end_of_type) const {
  const auto list = part_named(relationships_name());
  if (!list) {
    return std::nullopt;
  }
  for (const pugi::xml_node each : trees_[*list]->document_element().children("Relationship")) {
    if (std::string_view(each.attribute("Type").value()).ends_with(end_of_type)) {
      return part_named(path_of(each.attribute("Target").value()));
    }
  }
  return std::nullopt;
}

std::vector<Document::Piece> Document::pieces(const Paragraph& paragraph,
                                              std::size_t begin,
                                              std::size_t end) const {
  std::vector<Piece> out;
  for (const docx::TextPiece& piece : paragraph.text.pieces) {
    if (piece.end <= begin || piece.begin >= end || !docx::is(piece.node, "w:t")) {
      continue;
    }
    const std::size_t from = std::max(piece.begin, begin);
    const std::string text = paragraph.text.text.substr(from, std::min(piece.end, end) - from);
    if (text::cleaned(text).empty()) {
      continue;
    }
    const pugi::xml_node run = docx::nearest_of(piece.node, {"w:r"});
    RunLook look = looks_->run(run);
    if (!look.hidden) {
      out.push_back({run, std::move(look), text});
    }
  }
  return out;
}

std::vector<Document::Piece> Document::pieces(const Line& line) const {
  return pieces(paragraphs_[line.paragraph], line.begin, line.end);
}

}  // namespace baocao::format
