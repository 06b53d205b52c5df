#include "docx/renderer.hpp"

#include "docx/run_faults.hpp"
#include "package/xml.hpp"
#include "report/evaluate.hpp"
#include "report/problem.hpp"

#include <optional>
#include <vector>

namespace baocao::docx {
namespace {

using report::Value;

constexpr std::uint64_t most_bytes = 1ULL << 30U;

// A loop that is running.
struct Pass {
  const TapeLoop* loop = nullptr;
  Value list;  // holds the items
  std::size_t index = 0;

  const report::List& items() const { return *list.list(); }
};

class Renderer {
 public:
  Renderer(const Tape& tape, Rendering& rendering)
      : tape_(tape),
        shared_(rendering),
        scope_(rendering.model),
        faults_(rendering.file, tape.part),
        passed_(tape.slots) {
    scope_.lenient = rendering.lenient;
    scope_.push();
    out_.reserve(tape.xml.size() * 2);
  }

  base::Bytes run();

 private:
  std::size_t step(std::size_t at);
  std::size_t start_loop(std::size_t at, const Op& op);
  std::size_t next_pass(std::size_t at, const Op& op);
  std::optional<Value> items_of(const TapeLoop& loop, Value value);
  Value filtered(const TapeLoop& loop, const report::List& items);
  void bind(const Pass& pass);
  void bind_targets(const TapeLoop& loop, const Value& item);
  void set(const Op& op);
  void print(const Op& op);
  void print_text(std::string_view text);
  void slice_once(const Op& op);
  void close_region(const Op& op);
  void close_paragraphs();
  bool is_true(std::uint32_t formula);
  std::optional<Value> value_of(std::uint32_t formula);
  void fault(std::uint32_t tag, TagFault fault);
  std::string running_loops() const;
  bool exceeds_caps();

  std::string_view slice(const Op& op) const {
    return std::string_view(tape_.xml).substr(op.a, op.b);
  }

  const Tape& tape_;
  Rendering& shared_;
  report::Scope scope_;
  RunFaults faults_;
  std::string out_;
  std::vector<Pass> passes_;
  std::vector<std::size_t> regions_;  // where the open ones start in out_
  std::vector<bool> passed_;          // slots of xml_once
};

base::Bytes Renderer::run() {
  for (std::size_t at = 0; at < tape_.ops.size();) {
    if (exceeds_caps()) {
      break;
    }
    at = step(at);
  }
  shared_.bytes += out_.size();
  faults_.hand_over(shared_.sink);
  return std::move(out_);
}

// Does one operation; gives the next.
std::size_t Renderer::step(std::size_t at) {
  const Op& op = tape_.ops[at];
  switch (op.kind) {
    case OpKind::xml:
      out_ += slice(op);
      break;
    case OpKind::xml_once:
      slice_once(op);
      break;
    case OpKind::value:
      print(op);
      break;
    case OpKind::set:
      set(op);
      break;
    case OpKind::jump:
      return op.b;
    case OpKind::jump_unless:
      return is_true(op.a) ? at + 1 : op.b;
    case OpKind::loop:
      return start_loop(at, op);
    case OpKind::next:
      return next_pass(at, op);
    case OpKind::fresh_id:
      out_ += std::to_string(shared_.next_drawing_id++);
      break;
    case OpKind::open_region:
      regions_.push_back(out_.size());
      break;
    case OpKind::close_region:
      close_region(op);
      break;
    case OpKind::close_paragraphs:
      close_paragraphs();
      break;
  }
  return at + 1;
}

std::size_t Renderer::start_loop(std::size_t at, const Op& op) {
  const TapeLoop& loop = tape_.loops[op.a];
  auto value = value_of(loop.list);
  if (!value) {
    return op.b;
  }
  auto list = items_of(loop, std::move(*value));
  if (!list || list->list()->empty()) {
    return op.b;
  }
  passes_.push_back({&loop, std::move(*list), 0});
  bind(passes_.back());
  return at + 1;
}

std::size_t Renderer::next_pass(std::size_t at, const Op& op) {
  Pass& pass = passes_.back();
  scope_.pop();
  if (++pass.index < pass.items().size()) {
    bind(pass);
    return op.b;
  }
  passes_.pop_back();
  return at + 1;
}

// A list, or the keys of a map, as in Jinja2.
std::optional<Value> Renderer::items_of(const TapeLoop& loop, Value value) {
  if (const report::Map* map = value.map()) {
    report::List keys;
    for (const auto& entry : *map) {
      keys.emplace_back(entry.first);
    }
    value = Value(std::move(keys));
  }
  if (value.is_none() && scope_.lenient) {
    return std::nullopt;
  }
  if (value.list() == nullptr) {
    fault(loop.tag,
          {.code = "T560",
           .message = "không lặp được trên " + report::type_name(value) + ", cần một danh sách",
           .help = "kiểm tra tên đứng sau chữ \"in\""});
    return std::nullopt;
  }
  return loop.filter == TapeLoop::no_filter ? value : filtered(loop, *value.list());
}

Value Renderer::filtered(const TapeLoop& loop, const report::List& items) {
  report::List kept;
  for (const Value& item : items) {
    scope_.push();
    bind_targets(loop, item);
    if (is_true(loop.filter)) {
      kept.push_back(item);
    }
    scope_.pop();
  }
  return Value(std::move(kept));
}

void Renderer::bind(const Pass& pass) {
  scope_.push();
  const report::List& items = pass.items();
  bind_targets(*pass.loop, items[pass.index]);
  if (!pass.loop->uses_loop) {
    return;
  }
  const auto index = static_cast<std::int64_t>(pass.index);
  const auto length = static_cast<std::int64_t>(items.size());
  scope_.set("loop",
             report::Map{{"index", Value(index + 1)},
                         {"index0", Value(index)},
                         {"revindex", Value(length - index)},
                         {"revindex0", Value(length - index - 1)},
                         {"first", Value(index == 0)},
                         {"last", Value(index + 1 == length)},
                         {"length", Value(length)}});
}

void Renderer::bind_targets(const TapeLoop& loop, const Value& item) {
  if (loop.targets.size() == 1) {
    scope_.set(loop.targets.front(), item);
    return;
  }
  const report::List* parts = item.list();
  const bool fits = parts != nullptr && parts->size() == loop.targets.size();
  for (std::size_t i = 0; i < loop.targets.size(); ++i) {
    scope_.set(loop.targets[i], fits ? (*parts)[i] : Value());
  }
  if (!fits) {
    fault(loop.tag,
          {.code = "T560",
           .message = "mỗi phần tử phải là một danh sách " + std::to_string(loop.targets.size()) +
                      " giá trị để chia cho các tên sau \"for\""});
  }
}

void Renderer::set(const Op& op) {
  // After a fault the name is empty, so that its uses are not faults as well.
  scope_.set(tape_.names[op.b], value_of(op.a).value_or(Value()));
}

void Renderer::print(const Op& op) {
  if (const auto value = value_of(op.a)) {
    print_text(report::printed(*value));
  }
}

// Inside a w:t. Line breaks and tabs are elements of the run, not characters.
void Renderer::print_text(std::string_view text) {
  for (;;) {
    const std::size_t end = text.find_first_of("\n\t\r");
    out_ += package::escaped(text.substr(0, end));
    if (end == std::string_view::npos) {
      return;
    }
    const bool is_pair = text.substr(end, 2) == "\r\n";
    out_ += "</w:t>";
    out_ += text[end] == '\t' ? "<w:tab/>" : "<w:br/>";
    out_ += "<w:t xml:space=\"preserve\">";
    text.remove_prefix(end + (is_pair ? 2 : 1));
  }
}

void Renderer::slice_once(const Op& op) {
  if (!passed_[op.c]) {
    passed_[op.c] = true;
    out_ += slice(op);
  }
}

void Renderer::close_region(const Op& op) {
  if (out_.find(slice(op), regions_.back()) == std::string::npos) {
    out_.resize(regions_.back());
  }
  regions_.pop_back();
}

void Renderer::close_paragraphs() {
  if (!out_.ends_with("</w:p>") && !out_.ends_with("<w:p/>")) {
    out_ += "<w:p/>";
  }
}

bool Renderer::is_true(std::uint32_t formula) {
  const auto value = value_of(formula);
  return value && report::truthy(*value);
}

std::optional<Value> Renderer::value_of(std::uint32_t formula) {
  const TapeFormula& source = tape_.formulas[formula];
  auto value = report::evaluate(*source.tree, scope_);
  if (value) {
    return std::move(*value);
  }
  report::EvaluateError& error = value.error();
  fault(source.tag,
        {.code = error.code,
         .message = std::move(error.message),
         .help = std::move(error.help),
         .where = expr::Location{source.begin + error.where.offset, error.where.length}});
  return std::nullopt;
}

void Renderer::fault(std::uint32_t tag, TagFault fault) {
  faults_.add(tape_.tags, tag, std::move(fault), running_loops());
}

// "for r in xa, lượt 37; for c in r.chi_tieu, lượt 2"
std::string Renderer::running_loops() const {
  std::string out;
  for (const Pass& pass : passes_) {
    out += out.empty() ? "" : "; ";
    out += tape_.tags[pass.loop->tag].body();
    out += ", lượt " + std::to_string(pass.index + 1);
  }
  return out;
}

bool Renderer::exceeds_caps() {
  ++shared_.steps;
  if (shared_.steps <= shared_.most_steps && shared_.bytes + out_.size() <= most_bytes) {
    return false;
  }
  diag::Diagnostic fault{
      .code = "T504",
      .message = "văn bản tạo ra lớn quá 1 GB hoặc cần quá nhiều bước lặp nên đã dừng lại",
      .help = "kiểm tra các vòng lặp lồng nhau trong mẫu"};
  fault.span.file = shared_.file;
  fault.span.part = tape_.part;
  shared_.sink.add(std::move(fault));
  return true;
}

}  // namespace

base::Bytes render(const Tape& tape, Rendering& rendering) {
  return Renderer(tape, rendering).run();
}

}  // namespace baocao::docx
