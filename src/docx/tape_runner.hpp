// How docx/renderer.hpp works: one tape being run. Private to docx/.
#pragma once

#include "docx/renderer.hpp"
#include "docx/run_faults.hpp"
#include "report/evaluate.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

struct ChartData;

// Of {% vm %} with a key: the key of the cell above.
struct Merge {
  std::optional<report::Value> key;
  bool continues = false;
};

// A part of the output that may still be taken back or changed.
struct Region {
  std::size_t begin = 0;
  std::string_view child;  // it stays when it holds this; empty: its end decides
  bool stays = false;      // the child was seen
  std::size_t faults = 0;  // found before it
};

// A loop that is running.
struct Pass {
  const TapeLoop* loop = nullptr;
  report::Value list;  // holds the items
  std::size_t index = 0;

  const report::List& items() const { return *list.list(); }
};

class TapeRunner {
 public:
  TapeRunner(const Tape& tape, Rendering& rendering, report::Scope& scope)
      : tape_(tape),
        shared_(rendering),
        scope_(scope),
        faults_(rendering.file, tape.part),
        passed_(tape.slots),
        merges_(tape.merges) {}

  void run(package::Packer& out);
  // The operations from `begin` to `end`; what they write stays in this runner.
  void run(std::size_t begin, std::size_t end);

  std::string take_written() { return std::move(out_); }

  void hand_over_faults() { faults_.hand_over(shared_.sink); }

 private:
  std::size_t step(std::size_t at);
  void write(const Op& op);
  void write_cell(const Op& op);
  std::size_t start_loop(std::size_t at, const Op& op);
  std::size_t next_pass(std::size_t at, const Op& op);
  std::optional<report::Value> items_of(const TapeLoop& loop, report::Value value);
  report::Value filtered(const TapeLoop& loop, const report::List& items);
  void bind(const Pass& pass);
  void bind_targets(const TapeLoop& loop, const report::Value& item);
  void set(const Op& op);
  void unpack(const Op& op);
  void set_entry(const Op& op);
  void capture(const Op& op);
  void print(const Op& op);
  void print_rich(const Op& op);
  void print_plain(const Op& op);
  void print_value(const report::Value& value, const Op& op);
  void print_link(const Op& op);
  void print_chart(const Op& op);
  tl::expected<std::string, std::string> new_chart(const CompiledChart& source,
                                                   const ChartData& data);
  base::Bytes text_of_chart(const CompiledChart& chart);
  std::size_t print_lone(std::size_t at, const Op& op);
  std::string document_xml(const std::string& file, std::uint32_t formula);
  void print_document(const std::string& file, const Op& op);
  void print_picture(const PictureRequest& request, std::uint32_t formula);
  tl::expected<Picture, std::string> picture(const PictureRequest& request);
  void write_numbered(const Op& op);
  void write_note(const Op& op);
  void print_text(std::string_view text, const TextPlace& place);
  void print_break(char kind, const TextPlace& place);
  void print_merge(const Op& op);
  void print_columns(const Op& op);
  void print_color(const Op& op);

  std::size_t passes() const { return passes_.empty() ? 1 : passes_.back().items().size(); }

  void slice_once(const Op& op);
  void close_region();
  void close_paragraphs();
  bool is_true(std::uint32_t formula);
  std::optional<report::Value> value_of(std::uint32_t formula);
  void fault(std::uint32_t tag, TagFault fault);
  std::string running_loops() const;
  bool exceeds_caps();
  bool must_look_back();
  void hand_over(package::Packer& out);

  std::string_view slice(const Op& op) const {
    return std::string_view(tape_.xml).substr(op.a, op.b);
  }

  const Tape& tape_;
  Rendering& shared_;
  report::Scope& scope_;
  RunFaults faults_;
  std::string out_;  // what was not handed over yet
  std::vector<Pass> passes_;
  std::vector<Region> regions_;  // the open ones
  std::vector<bool> passed_;     // slots of xml_once
  std::vector<Merge> merges_;    // slots of merge_word
  // Of the notes that this part refers to, by NoteKind.
  std::array<std::unique_ptr<TapeRunner>, 2> note_runners_;
  std::optional<report::Value> held_;  // by lone_value
  std::size_t fault_count_ = 0;
  std::string chart_;   // the relationship of the drawing being written
  std::string around_;  // the loops in which a note stands
};

}  // namespace baocao::docx
