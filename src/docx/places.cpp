#include "docx/places.hpp"

#include "docx/paragraph_text.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

std::string numbered(std::string_view word, std::size_t number) {
  return std::string(word) + " " + std::to_string(number);
}

std::string inside(const std::string& outer, const std::string& inner) {
  return outer.empty() ? inner : outer + " › " + inner;
}

// What holds paragraphs and tables, and how many were met in it so far.
struct Container {
  std::string address = {};
  bool is_body = false;  // headings are looked for here only
  std::size_t paragraphs = 0;
  std::size_t tables = 0;
};

class Surveyor {
 public:
  explicit Surveyor(const Styles& styles) : styles_(styles) {}

  void part(pugi::xml_node root) {
    if (is(root, "w:document")) {
      Container body{.is_body = true};
      blocks(root.child("w:body"), body);
    } else if (is(root, "w:footnotes")) {
      notes(root, "w:footnote", "chú thích");
    } else if (is(root, "w:endnotes")) {
      notes(root, "w:endnote", "chú thích cuối");
    } else if (is(root, "w:comments")) {
      notes(root, "w:comment", "bình luận");
    } else {
      Container whole;
      blocks(root, whole);
    }
  }

  std::vector<PlacedParagraph> take() { return std::move(found_); }

 private:
  // Separators between notes and text are stored as notes with a w:type; nobody counts them.
  void notes(pugi::xml_node root, const char* element, std::string_view word) {
    std::size_t count = 0;
    for (const pugi::xml_node note : root.children(element)) {
      Container content;
      if (!note.attribute("w:type")) {
        content.address = numbered(word, ++count);
      }
      blocks(note, content);
    }
  }

  void blocks(pugi::xml_node around, Container& container) {
    for (const pugi::xml_node node : around.children()) {
      if (is(node, "w:p")) {
        paragraph(node, container);
      } else if (is(node, "w:tbl")) {
        table(node, container);
      } else if (!is(node, "w:sectPr") && !is(node, "w:tcPr")) {
        blocks(node, container);  // content controls and the like do not count
      }
    }
  }

  void paragraph(pugi::xml_node node, Container& container) {
    const std::string own = numbered("đoạn", ++container.paragraphs);
    const std::string address = inside(container.address, own);
    found_.push_back({node, with_heading(address)});
    std::size_t boxes = 0;
    text_boxes(node, address, boxes);
    if (container.is_body) {
      const std::string text = read_text(node).text;
      heading_ = is_heading(node, text, styles_) ? text::cleaned(text) : std::move(heading_);
    }
  }

  void text_boxes(pugi::xml_node around, const std::string& address, std::size_t& count) {
    for (const pugi::xml_node node : around.children()) {
      if (is(node, "w:txbxContent")) {
        Container box{.address = inside(address, numbered("hộp chữ", ++count))};
        blocks(node, box);
      } else if (is(node, "mc:AlternateContent")) {
        same_boxes_twice(node, address, count);
      } else {
        text_boxes(node, address, count);
      }
    }
  }

  // mc:Choice and mc:Fallback hold the same boxes in a new and an old format.
  void same_boxes_twice(pugi::xml_node alternates, const std::string& address, std::size_t& count) {
    std::size_t most = count;
    for (const pugi::xml_node alternate : alternates.children()) {
      std::size_t again = count;
      text_boxes(alternate, address, again);
      most = std::max(most, again);
    }
    count = most;
  }

  void table(pugi::xml_node node, Container& container) {
    const std::string address = numbered("bảng", ++container.tables);
    std::size_t count = 0;
    rows(node, inside(container.address, address), count);
  }

  void rows(pugi::xml_node around, const std::string& table_address, std::size_t& count) {
    for (const pugi::xml_node node : around.children()) {
      if (is(node, "w:tr")) {
        const std::string address = table_address + ", " + numbered("hàng", ++count);
        std::size_t column = 0;
        cells(node, address, column);
      } else {
        rows(node, table_address, count);
      }
    }
  }

  void cells(pugi::xml_node around, const std::string& row_address, std::size_t& count) {
    for (const pugi::xml_node node : around.children()) {
      if (is(node, "w:tc")) {
        Container cell{.address = row_address + ", " + numbered("cột", ++count)};
        blocks(node, cell);
      } else {
        cells(node, row_address, count);
      }
    }
  }

  std::string with_heading(const std::string& address) const {
    return heading_.empty() ? address : inside("mục \"" + heading_ + "\"", address);
  }

  const Styles& styles_;
  std::string heading_;
  std::vector<PlacedParagraph> found_;
};

}  // namespace

std::string at_character(const std::string& address, std::string_view before) {
  return address + ", ký tự " + std::to_string(text::length(before) + 1);
}

std::vector<PlacedParagraph> find_paragraphs(pugi::xml_node root, const Styles& styles) {
  Surveyor surveyor(styles);
  surveyor.part(root);
  return surveyor.take();
}

}  // namespace baocao::docx
