// How docx/flatten.hpp works. Private to docx/.
#pragma once

#include "docx/node.hpp"
#include "docx/tape.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

// True for a note of the text, false for the lines that part notes from it.
inline bool is_read(pugi::xml_node note) {
  const std::string_view type = note.attribute("w:type").value();
  return type.empty() || type == "normal";
}

class Flattener {
 public:
  // `lists[tag]`: the lists that start again in each pass of the loop.
  Flattener(std::span<Statement> statements,
            std::span<const std::vector<unsigned>> lists,
            Tape& tape)
      : statements_(statements), lists_(lists), tape_(tape) {}

  void run(pugi::xml_node document);

 private:
  // A block being written: where its pending jumps stand.
  struct Open {
    std::vector<std::size_t> to_end = {};  // operations that jump behind the block
    std::size_t to_next = 0;               // the operation that jumps to the next branch
    bool has_next = false;                 // false behind else
    std::uint32_t loop = no_formula;
    bool in_body = false;   // of a loop
    bool is_scope = false;  // of a with
  };

  void children(pugi::xml_node around);
  void any(pugi::xml_node node);
  void element(pugi::xml_node node);
  void content(pugi::xml_node node);
  void close_content(pugi::xml_node node);
  void region(pugi::xml_node node, std::string_view child);
  void table(pugi::xml_node node);
  void once(pugi::xml_node node, std::uint32_t slot);
  void close_once(std::uint32_t slot);
  void note(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  void note_bookmark(pugi::xml_node node);
  void text_with_values(pugi::xml_node node);
  void mark(pugi::xml_node node);

  // flatten_attributes.cpp
  void start_tag(pugi::xml_node node);
  void attribute(pugi::xml_node node, pugi::xml_attribute attribute);
  void attribute_with_tags(std::string_view value);
  void link(std::string_view address);
  bool chart_attribute(pugi::xml_node node, pugi::xml_attribute attribute);
  bool id_of_note(pugi::xml_node node, pugi::xml_attribute attribute);

  // flatten_sections.cpp
  void open_section(pugi::xml_node mark);
  void end_section(pugi::xml_node mark, std::string_view orientation);
  void section_break(pugi::xml_node section);
  void section_properties(pugi::xml_node section);
  std::uint32_t first_of_section(pugi::xml_node section);
  void note_sections(pugi::xml_node body);
  bool is_on_landscape() const;

  // flatten_cells.cpp
  void cell(pugi::xml_node node);
  void continued_cell(pugi::xml_node node, std::uint32_t slot);
  void cell_attribute(std::uint32_t tag, std::uint32_t columns);

  // flatten_blocks.cpp
  void statement(std::uint32_t tag, pugi::xml_node mark);
  void set(std::uint32_t tag);
  void open_if(std::uint32_t tag);
  void open_for(std::uint32_t tag);
  void open_with(std::uint32_t tag);
  void start_lists(std::uint32_t tag);
  void branch(std::uint32_t tag);
  void end_body(Open& block);
  void end_block();
  void end_capture();
  int depth_change(pugi::xml_node node) const;
  bool always_has(pugi::xml_node around, std::string_view child) const;
  bool always_ends_with_paragraph(pugi::xml_node container) const;

  std::uint32_t name(std::string name);
  std::uint32_t formula(std::uint32_t tag, Formula& formula);
  std::size_t emit(OpKind kind, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0);
  void end_slice();
  std::uint32_t here();

  std::span<Statement> statements_;
  std::span<const std::vector<unsigned>> lists_;
  Tape& tape_;
  std::vector<Open> open_;
  std::vector<std::string> orientations_;          // of the open {% section %} block
  std::map<const void*, std::uint32_t> sections_;  // w:sectPr that sections are made of → slots
  std::vector<bool> landscapes_;                   // of the sections of the body, in order
  std::size_t section_ = 0;                        // the one being written
  std::vector<std::uint32_t> captures_;            // names of the open {% set x %} blocks
  std::size_t slice_begin_ = 0;
  std::size_t loop_depth_ = 0;
  pugi::xml_node chart_;      // the c:chart of the drawing being written, when it is filled
  pugi::xml_node lone_mark_;  // of the lone_value whose paragraph is being written
};

}  // namespace baocao::docx
