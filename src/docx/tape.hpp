// A part of a template as a flat program: slices of finished XML and operations between them.
// Rendering runs it from the first operation to the last; there is no tree any more.
#pragma once

#include "docx/rich_text.hpp"
#include "docx/statement.hpp"
#include "docx/tag.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::docx {

enum class OpKind : std::uint8_t {
  xml,          // a = offset, b = length in Tape::xml
  xml_once,     // the same, only the first time it is passed; c = slot
  value,        // a = formula: prints it inside the w:t of Tape::places[b]
  rich_value,   // the same for {{r x}}, which may be runs with formats of their own
  lone_value,   // a = formula, alone in its paragraph: a document stands in place of that and
                // b is the next operation; another value is held
  held_value,   // a = its formula: prints the value held, in Tape::places[b]
  plain_value,  // a = formula: prints it in an attribute, or a text that is no w:t
  set,          // a = formula, b = name
  unpack,       // a = formula, b = first of c names: a list with a value for each
  set_entry,    // a = formula, b = name of the map; b + 1 = key
  capture,      // b = name: takes back what was written since open_region, as its value
  enter,        // names set from here on …
  leave,        // … are forgotten here
  jump,         // b = operation
  jump_unless,  // a = formula, b = operation to go on with when it is not true
  jump_if_section_starts,  // b = operation to go on with when nothing of the section stands before
  loop,              // a = Tape::loops, b = operation to go on with when there is nothing to repeat
  next,              // a = Tape::loops, b = first operation of the body
  link,              // a = tag: the relationship to the address written since open_region
  chart,             // a = formula, b = name: fills the chart of that relationship
  chart_id,          // prints the relationship of the chart just filled
  fresh_id,          // prints a number that no drawing has
  note,              // a = NoteKind, b = id in the template: writes the note, prints its new id
  note_id,           // prints the id of the note being written
  fresh_list,        // a = number of a list: it starts again here
  list_number,       // a = number of a list in the template: prints the one it has now
  open_region,       // remembers this place; Tape::xml[a, b) is the start of an element or nothing
  close_region,      // takes back all since then, unless it holds that element
  close_paragraphs,  // adds an empty paragraph unless one stands right before
  fit_columns,       // makes the columns of the table since open_region fit its cells
  // {% vm %}: a = formula of the key or no_formula, c = slot; "restart" or "continue"
  merge_word,
  jump_if_merged,          // b = operation, c = slot: the cell continues the one above
  jump_unless_first_pass,  // b = operation: {% hm %}
  columns_of_passes,       // a = columns of the template: times the passes of the loop
  cell_columns,            // a = formula: {% colspan %}
  cell_color,              // a = formula: {% cellbg %}
};

struct Op {
  OpKind kind = OpKind::xml;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
};

struct TapeFormula {
  expr::NodePtr tree;
  std::uint32_t tag = 0;
  std::uint32_t begin = 0;    // of its text in Tag::text
  bool on_landscape = false;  // its pages are wider than high
};

inline constexpr std::uint32_t no_formula = UINT32_MAX;

struct TapeLoop {
  std::uint32_t list = 0;             // formula
  std::uint32_t filter = no_formula;  // formula
  std::vector<std::string> targets;
  std::uint32_t tag = 0;
};

enum NoteKind : std::uint8_t { footnotes, endnotes };

// A footnote or endnote: the operations that write it.
struct TapeNote {
  std::int64_t id = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where a w:t with values stands, for values that hold more than a line of text.
struct TextPlace {
  std::vector<RunProperty> properties;  // of its run
  // From inside the w:t to behind its paragraph, and back into such a one. Empty where the
  // paragraph cannot be split.
  std::string ends;
  std::string begins;
};

struct Tape {
  std::string part;  // its name in the package
  std::string xml;
  std::vector<Op> ops;
  std::vector<TapeFormula> formulas;
  std::vector<TapeLoop> loops;
  std::vector<TextPlace> places;
  std::vector<TapeNote> notes;               // of a part of notes …
  NoteKind note_kind = NoteKind::footnotes;  // … of this kind
  std::vector<std::string> names;
  std::vector<Tag> tags;
  std::uint32_t slots = 0;               // of xml_once
  std::uint32_t merges = 0;              // slots of merge_word
  std::uint64_t largest_drawing_id = 0;  // in the part as it stands
  std::int64_t largest_note_id = 0;      // of the separators, which keep theirs
  bool has_contents = false;             // a table of contents
  bool is_body = false;                  // of the document, not a header, note or the like
  std::string ignorable;                 // mc:Ignorable of its root
  std::vector<std::string> bookmarks;    // names
  std::uint64_t largest_bookmark_id = 0;
};

}  // namespace baocao::docx
