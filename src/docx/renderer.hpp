// Runs a tape on values.
#pragma once

#include "base/bytes.hpp"
#include "diag/diagnostic.hpp"
#include "docx/additions.hpp"
#include "docx/charts.hpp"
#include "docx/merging.hpp"
#include "docx/numbering.hpp"
#include "docx/tape.hpp"
#include "docx/template.hpp"
#include "package/packer.hpp"
#include "report/value.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace baocao::docx {

// The footnotes or endnotes of a document being written.
struct Notes {
  const Tape* tape = nullptr;  // null: there are none
  std::int64_t last_id = 0;
  std::string written = {};  // in the order of their references
};

// A chart to be filled, with the tape of its texts when they have tags.
struct CompiledChart {
  ChartTemplate source;
  std::optional<Tape> tape;
};

// What the parts of one document share while it is rendered.
struct Rendering {
  const std::string& file;  // names the template in faults
  const report::Value& model;
  bool lenient = false;
  diag::Sink& sink;
  std::uint64_t most_steps = 0;
  std::uint64_t next_drawing_id = 1;
  std::uint64_t steps = 0;  // operations done so far
  std::uint64_t bytes = 0;  // XML written so far; capped
  RunningLists lists;
  const FileReader& files;
  std::array<Notes, 2> notes = {};  // by NoteKind
  Additions additions;
  Merging& merging;
  const std::map<std::string, CompiledChart>& charts;  // by chart_key()
  std::map<std::string, Picture> pictures = {};        // known ones, by source
};

// The part of the notes of a document whose template has none.
std::string new_notes_part(bool endnotes);

// Writes the finished XML of the part; of no use when the sink has got errors.
void render(const Tape& tape, Rendering& rendering, package::Packer& out);

// A part of notes: those that were written while the document was.
void render_notes(const Notes& notes, Rendering& rendering, package::Packer& out);

}  // namespace baocao::docx
