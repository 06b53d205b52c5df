#include "docx/mark.hpp"

#include "docx/additions.hpp"
#include "docx/comments.hpp"
#include "docx/parts.hpp"
#include "docx/places.hpp"
#include "docx/xml_tree.hpp"
#include "package/zip_writer.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace baocao::docx {
namespace {

using Fault = diag::Diagnostic;

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string xml_of(const pugi::xml_document& tree) {
  std::ostringstream out;
  out << declaration;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

bool is_caret(std::string_view note) {
  return note.find('^') != std::string_view::npos &&
         note.find_first_not_of(" ^") == std::string_view::npos;
}

std::vector<std::string> lines_of(const Fault& fault) {
  std::vector<std::string> lines{"[" + std::string(fault.code.id()) + "] " + fault.message};
  // Not the tag with its caret: the comment stands at the tag, in letters of unequal width.
  for (std::size_t i = 0; i < fault.notes.size(); ++i) {
    const bool is_tag = i + 1 < fault.notes.size() && is_caret(fault.notes[i + 1]);
    if (!is_tag && !is_caret(fault.notes[i])) {
      lines.push_back(fault.notes[i]);
    }
  }
  if (!fault.help.empty()) {
    lines.push_back("Cách sửa: " + fault.help);
  }
  return lines;
}

class Marker {
 public:
  Marker(std::vector<Part> parts, std::string file, std::span<const Fault> faults)
      : parts_(std::move(parts)), file_(std::move(file)), faults_(faults) {}

  diag::Result<base::Bytes> run();

 private:
  struct Anchor {
    TagRange range;  // empty: the whole paragraph
    std::vector<const Fault*> faults;
  };

  struct Place {
    pugi::xml_node paragraph;
    ParagraphText text;
    std::vector<Anchor> anchors;  // in the order of the text
  };

  Tree tree_of(std::string_view root, std::string& name) const;
  void find_places(pugi::xml_node root);
  void find_places_in(const PlacedParagraph& paragraph);
  std::vector<const Fault*> taken(const std::string& address);
  void anchor_all(Comments& comments);
  void anchor_others(pugi::xml_node root, Comments& comments);
  void store_comments(const Comments& comments, const pugi::xml_document* existing);
  void add_child(const std::string& part,
                 std::string_view empty,
                 const char* child,
                 const std::vector<std::pair<const char*, std::string>>& attributes);
  base::Bytes& bytes_of(const std::string& part);

  std::vector<Part> parts_;
  std::string file_;
  std::span<const Fault> faults_;
  std::string body_;                                       // name of the main part
  std::string comments_;                                   // of the comments; empty: none yet
  std::map<std::string, std::vector<const Fault*>> left_;  // of the body, by address
  std::vector<Place> places_;
};

// The story with that root, or nothing.
Tree Marker::tree_of(std::string_view root, std::string& name) const {
  for (const Part& part : parts_) {
    if (part.role != Part::Role::story) {
      continue;
    }
    auto tree = parse_tree(part.bytes, file_, part.name);
    if (tree && is((*tree)->document_element(), root)) {
      name = part.name;
      return std::move(*tree);
    }
  }
  return nullptr;
}

diag::Result<base::Bytes> Marker::run() {
  const Tree body = tree_of("w:document", body_);
  if (!body) {
    return diag::Failure(Fault{.code = "T501",
                               .message = "không đọc được thân của văn bản Word này",
                               .help = "mở tệp bằng Word, lưu lại rồi thử lại",
                               .span = {.file = file_}});
  }
  const Tree comments = tree_of("w:comments", comments_);
  const pugi::xml_node root = body->document_element();
  Comments added(comments ? comments->document_element() : pugi::xml_node());
  find_places(root);
  anchor_all(added);
  anchor_others(root, added);
  if (!added.xml().empty()) {
    bytes_of(body_) = xml_of(*body);
    store_comments(added, comments.get());
  }
  package::ZipWriter zip;
  for (const Part& part : parts_) {
    zip.add(part.name, part.bytes);
  }
  return zip.finish();
}

void Marker::find_places(pugi::xml_node root) {
  for (const Fault& fault : faults_) {
    if (fault.span.part == body_) {
      left_[fault.span.address].push_back(&fault);
    }
  }
  for (const PlacedParagraph& paragraph : find_paragraphs(root, read_styles(parts_, file_))) {
    find_places_in(paragraph);
  }
}

std::vector<const Fault*> Marker::taken(const std::string& address) {
  const auto at = left_.find(address);
  return at == left_.end() ? std::vector<const Fault*>() : std::move(left_.extract(at).mapped());
}

void Marker::find_places_in(const PlacedParagraph& paragraph) {
  const ParagraphText text = read_text(paragraph.node);
  const FoundTags found = find_tags(text.text);
  std::map<std::size_t, TagRange> ranges;
  for (const FoundTag& tag : found.tags) {
    ranges.emplace(tag.range.begin, tag.range);
  }
  for (const BrokenTag& broken : found.broken) {
    ranges.emplace(broken.range.begin, broken.range);
  }
  const pugi::xml_node box = ancestor(paragraph.node, "w:txbxContent");
  Place place{box ? outermost(box, {}, "w:p") : paragraph.node, text, {}};
  for (const auto& [begin, range] : ranges) {
    const std::string_view before = std::string_view(text.text).substr(0, begin);
    if (auto faults = taken(at_character(paragraph.address, before)); !faults.empty()) {
      place.anchors.push_back({box ? TagRange() : range, std::move(faults)});
    }
  }
  if (auto faults = taken(paragraph.address); !faults.empty()) {
    place.anchors.push_back({{}, std::move(faults)});
  }
  if (!place.anchors.empty()) {
    places_.push_back(std::move(place));
  }
}

// The comments are numbered in the order of the document.
void Marker::anchor_all(Comments& comments) {
  for (Place& place : places_) {
    std::vector<std::vector<std::uint64_t>> ids;
    for (const Anchor& anchor : place.anchors) {
      ids.emplace_back();
      for (const Fault* fault : anchor.faults) {
        ids.back().push_back(comments.add(lines_of(*fault)));
      }
    }
    for (std::size_t i = place.anchors.size(); i-- > 0;) {
      const TagRange range = place.anchors[i].range;
      if (range.begin == range.end) {
        anchor_comments(place.paragraph, ids[i]);
      } else {
        anchor_comments(place.text, range, ids[i]);
      }
    }
  }
}

// What stands in no paragraph of the body, in one comment at its top.
void Marker::anchor_others(pugi::xml_node root, Comments& comments) {
  std::vector<std::string> lines;
  for (const Fault& fault : faults_) {
    const bool is_anchored = fault.span.part == body_ && !left_.contains(fault.span.address);
    if (is_anchored || fault.span.part.empty()) {
      continue;  // without a part it is no fault of the template
    }
    const std::string& address = fault.span.address;
    lines.push_back(fault.span.part + (address.empty() ? "" : " › " + address) +
                    (fault.value.empty() ? "" : ": " + fault.value));
    const auto more = lines_of(fault);
    lines.insert(lines.end(), more.begin(), more.end());
  }
  if (lines.empty()) {
    return;
  }
  pugi::xml_node body = root.child("w:body");
  const pugi::xml_node top =
      is(body.first_child(), "w:p") ? body.first_child() : body.prepend_child("w:p");
  anchor_comments(top, {comments.add(lines)});
}

base::Bytes& Marker::bytes_of(const std::string& part) {
  const auto at = std::find_if(
      parts_.begin(), parts_.end(), [&](const Part& known) { return known.name == part; });
  if (at != parts_.end()) {
    return at->bytes;
  }
  parts_.push_back({part, {}});
  return parts_.back().bytes;
}

void Marker::add_child(const std::string& part,
                       std::string_view empty,
                       const char* child,
                       const std::vector<std::pair<const char*, std::string>>& attributes) {
  base::Bytes& bytes = bytes_of(part);
  const auto tree = parse_tree(bytes.empty() ? empty : bytes, file_, part);
  if (!tree) {
    return;  // Word would not open the template itself
  }
  pugi::xml_node node = (*tree)->document_element().append_child(child);
  for (const auto& [name, value] : attributes) {
    node.append_attribute(name) = value.c_str();
  }
  bytes = xml_of(**tree);
}

void Marker::store_comments(const Comments& comments, const pugi::xml_document* existing) {
  if (existing != nullptr) {
    base::Bytes xml = xml_of(*existing);
    const std::string end = "</w:comments>";
    const std::size_t at = xml.rfind(end);
    bytes_of(comments_) = at == std::string::npos
                              ? xml.replace(xml.rfind("/>"), 2, ">" + comments.xml() + end)
                              : xml.insert(at, comments.xml());
    return;
  }
  constexpr std::string_view name = "word/baocao-comments.xml";
  constexpr std::string_view office = "http://schemas.openxmlformats.org/";
  bytes_of(std::string(name)) = std::string(declaration) + "<w:comments xmlns:w=\"" +
                                std::string(office) + "wordprocessingml/2006/main\">" +
                                comments.xml() + "</w:comments>";
  add_child(std::string(types_part),
            "",
            "Override",
            {{"PartName", "/" + std::string(name)},
             {"ContentType",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"}});
  add_child(
      relationships_name(body_),
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
      "Relationship",
      {{"Id", "baocaoComments"},
       {"Type", std::string(office) + "officeDocument/2006/relationships/comments"},
       {"Target", "/" + std::string(name)}});
}

}  // namespace

diag::Result<base::Bytes> marked(base::ByteView docx,
                                 const std::string& file,
                                 std::span<const diag::Diagnostic> faults) {
  auto parts = load_parts(docx, file);
  if (!parts) {
    return tl::unexpected(std::move(parts.error()));
  }
  return Marker(std::move(*parts), file, faults).run();
}

}  // namespace baocao::docx
