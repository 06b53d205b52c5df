// Numbers that a document gives out while it is written, and the notes that get them.
#include "docx/tape_runner.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

const TapeNote* find_note(const Notes& notes, std::uint32_t id) {
  if (notes.tape == nullptr) {
    return nullptr;
  }
  const std::vector<TapeNote>& all = notes.tape->notes;
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const TapeNote& n) { return n.id == id; });
  return at == all.end() ? nullptr : &*at;
}

report::Scope scope_of(const Rendering& rendering) {
  report::Scope scope(rendering.model);
  scope.lenient = rendering.lenient;
  scope.push();
  return scope;
}

}  // namespace

void TapeRunner::write_numbered(const Op& op) {
  switch (op.kind) {
    case OpKind::fresh_id:
      out_ += std::to_string(shared_.next_drawing_id++);
      break;
    case OpKind::note:
      write_note(op);
      break;
    case OpKind::fresh_list:
      shared_.lists.start_again(op.a);
      break;
    case OpKind::list_number:
      out_ += std::to_string(shared_.lists.number(op.a));
      break;
    default:  // note_id
      out_ += std::to_string(shared_.notes[tape_.note_kind].last_id);
  }
}

// The note is written with the names that are visible at its reference.
void TapeRunner::write_note(const Op& op) {
  Notes& notes = shared_.notes[op.a];
  const TapeNote* note = find_note(notes, op.b);
  if (note == nullptr || !tape_.is_body) {  // a note has no notes, least of all itself
    out_ += std::to_string(op.b);
    return;
  }
  std::unique_ptr<TapeRunner>& runner = note_runners_[op.a];
  if (!runner) {
    runner = std::make_unique<TapeRunner>(*notes.tape, shared_, scope_);
  }
  ++notes.last_id;
  runner->around_ = running_loops();
  runner->run(note->begin, note->end);
  notes.written += runner->take_written();
  runner->out_.clear();
  out_ += std::to_string(notes.last_id);
}

std::string new_notes_part(bool endnotes) {
  return endnotes ? "word/endnotes.xml" : "word/footnotes.xml";
}

void render(const Tape& tape, Rendering& rendering, package::Packer& out) {
  report::Scope scope = scope_of(rendering);
  TapeRunner(tape, rendering, scope).run(out);
}

void render_notes(const Notes& notes, Rendering& rendering, package::Packer& out) {
  const Tape& tape = *notes.tape;
  const std::size_t first = tape.notes.empty() ? tape.ops.size() : tape.notes.front().begin;
  const std::size_t behind = tape.notes.empty() ? first : tape.notes.back().end;
  report::Scope scope = scope_of(rendering);
  TapeRunner before(tape, rendering, scope);
  before.run(0, first);
  out.write(before.take_written());
  out.write(notes.written);
  TapeRunner after(tape, rendering, scope);
  after.run(behind, tape.ops.size());
  out.write(after.take_written());
}

}  // namespace baocao::docx
