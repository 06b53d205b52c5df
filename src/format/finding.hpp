// What was found wrong, and the edits that would put it right.
#pragma once

#include "format/layout.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace baocao::format {

// Bytes begin…end of the text of a paragraph become `text`.
struct TextEdit {
  std::size_t paragraph = 0;  // of Document::paragraphs
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

// In the properties of a run, a paragraph or a section, the element `name` gets these
// attributes; others stay, one with an empty value goes away.
struct PropertyEdit {
  std::size_t part = 0;
  pugi::xml_node owner;  // w:r, w:p or w:sectPr
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
};

// An attribute of an element gets this value; without a name, the text of the element.
struct AttributeEdit {
  std::size_t part = 0;
  pugi::xml_node node;
  std::string name;
  std::string value;
};

// A paragraph with this text after `paragraph`, set as it is but neither bold nor italic.
struct InsertEdit {
  std::size_t paragraph = 0;
  std::string text;
};

// A page number centred on top of every page but the first, for the sections that have none.
struct PageNumberEdit {};

using Edit = std::variant<TextEdit, PropertyEdit, AttributeEdit, InsertEdit, PageNumberEdit>;

struct Finding {
  diag::Diagnostic fault;  // rule = id of the profile's rule; value = the quote
  std::vector<Edit> edits;
};

struct Fault {
  diag::Code code;
  std::string message;
  std::string help;
  std::vector<Edit> edits = {};
};

// The insertion after `line`; none when more of its paragraph comes after it.
std::vector<Edit> inserted_after(const Document& document, const Line& line, std::string text);

// Gathers findings under the rules of a profile: what the profile does not demand is not kept.
class Findings {
 public:
  Findings(const Document& document, const Profile& profile, std::string file)
      : document_(document), profile_(profile), file_(std::move(file)) {}

  void at(const Line& line, Fault fault);
  // Bytes begin…end of a paragraph.
  void at(std::size_t paragraph, std::size_t begin, std::size_t end, Fault fault);
  // A paragraph of a header, or one without text.
  void at(const Paragraph& paragraph, Fault fault);
  // The document as a whole; `address` in words, "phần 2" of the page settings.
  void whole(Fault fault, std::string address = "cả văn bản");

  std::vector<Finding> take() { return std::move(all_); }

 private:
  void add(Fault fault, std::string part, std::string address, std::string quote);

  const Document& document_;
  const Profile& profile_;
  std::string file_;
  std::vector<Finding> all_;
};

}  // namespace baocao::format
