// A Word file opened for checking: its parts, paragraphs with addresses, sections and looks.
#pragma once

#include "docx/headings.hpp"
#include "docx/paragraph_text.hpp"
#include "docx/parts.hpp"
#include "docx/xml_tree.hpp"
#include "format/looks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::format {

struct Paragraph {
  pugi::xml_node node;
  std::size_t part = 0;  // of Document::parts
  std::string address;
  docx::ParagraphText text;
  pugi::xml_node holder;  // the cell or text box around; empty in the body
};

// Part of a paragraph between line breaks and tabs.
struct Line {
  std::size_t paragraph = 0;  // of Document::paragraphs
  std::size_t begin = 0;      // bytes of the paragraph's text, blanks at the ends left out
  std::size_t end = 0;
  int column = 0;    // tabs before it in its line
  std::string text;  // cleaned
};

struct Section {
  pugi::xml_node properties;  // w:sectPr
  std::size_t first = 0;      // of Document::paragraphs
  std::size_t end = 0;        // after its last paragraph
};

class Document {
 public:
  // Faults as of docx::load_parts and docx::parse_tree.
  static diag::Result<Document> open(base::ByteView docx, const std::string& file);

  const std::vector<docx::Part>& parts() const { return parts_; }

  // Null for a part that is not read.
  const docx::Tree& tree(std::size_t part) const { return trees_[part]; }

  std::size_t main_part() const { return main_; }

  std::optional<std::size_t> part_named(std::string_view name) const;
  // The part that a relationship of the main part leads to.
  std::optional<std::size_t> related(std::string_view id) const;
  std::optional<std::size_t> related_by_type(std::string_view end_of_type) const;
  std::string relationships_name() const;  // of the main part

  // Of the main part, text boxes once; then those of notes.
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }

  const std::vector<Line>& lines() const {
    return lines_;
  }  // lines of `paragraphs`, blank ones left out

  const std::vector<Section>& sections() const { return sections_; }

  const Looks& looks() const { return *looks_; }

  // The paragraphs of a header or footer.
  std::vector<Paragraph> paragraphs_of(std::size_t part) const;

  // The runs that show text in a range of a paragraph, each with its look; hidden ones left out.
  struct Piece {
    pugi::xml_node run;
    RunLook look;
    std::string text;
  };

  std::vector<Piece> pieces(const Paragraph& paragraph, std::size_t begin, std::size_t end) const;
  std::vector<Piece> pieces(const Line& line) const;

 private:
  diag::Result<void> parse_all(const std::string& file);
  void survey();
  void find_sections();
  std::string path_of(std::string_view target) const;

  std::vector<docx::Part> parts_;
  std::vector<docx::Tree> trees_;
  std::size_t main_ = 0;
  std::optional<Looks> looks_;
  std::optional<docx::Styles> headings_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Line> lines_;
  std::vector<Section> sections_;
};

}  // namespace baocao::format
