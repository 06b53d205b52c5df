// Reads the XML that spreadsheet programs write, several times faster than expat: elements,
// attributes, text, the five named entities, character references, in UTF-8. It never guesses: at
// anything else (comments, CDATA, processing instructions, DOCTYPE, other encodings, XML that is
// not well-formed) it stops as `unfamiliar`, and expat, the reference, must read the part from the
// start.
#pragma once

#include "input/xlsx/characters.hpp"
#include "input/xlsx/part.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::input::xlsx {

class Scanner {
 public:
  enum class State : std::uint8_t { reading, refused, unfamiliar };

  explicit Scanner(PartHandler& handler);

  // The next piece of the part; false when the rest need not come.
  bool feed(std::string_view piece);

  // After the last piece: `reading` when all went well, `refused` when the handler has refused.
  State finish();

 private:
  class Cursor;

  bool scan();
  void take_text(std::string_view text, bool is_special);
  bool take_tag(Cursor& cursor);
  bool take_start(Cursor& cursor);
  bool take_end(Cursor& cursor);
  bool take_declaration(Cursor& cursor);
  bool take_attributes(Cursor& cursor);
  bool take_attribute(Cursor& cursor);
  bool add_attribute(std::string_view name, std::string_view value, bool is_special);
  void open(std::string_view name);
  void close(std::string_view name);
  bool stop();
  void note_refusal();

  PartHandler& handler_;
  CharacterCheck characters_;
  State state_ = State::reading;
  std::string buffer_;         // what is not consumed yet
  bool is_past_mark_ = false;  // the byte order mark was looked for
  bool at_start_ = true;       // nothing but such a mark was consumed
  bool has_root_ = false;
  std::vector<std::string> open_;  // names of the open elements; the first depth_ count
  std::size_t depth_ = 0;
  std::vector<Attribute> attributes_;  // of the tag at hand
  std::vector<std::string> decoded_;   // values of attributes that held references
  std::string text_;
};

}  // namespace baocao::input::xlsx
