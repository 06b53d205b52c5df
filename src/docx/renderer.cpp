#include "docx/renderer.hpp"

#include "docx/columns.hpp"
#include "docx/tape_runner.hpp"
#include "package/xml.hpp"
#include "report/limits.hpp"
#include "report/problem.hpp"

#include <algorithm>

namespace baocao::docx {

using report::Value;

namespace {

constexpr std::uint64_t most_bytes = 1ULL << 30U;
constexpr std::size_t hand_over_at = 1U << 18U;
constexpr std::string_view end_of_section_break = "</w:sectPr></w:pPr></w:p>";

// The two values of a group of groupby, for "for key, items in …"; else nothing.
report::List grouped(const Value& item) {
  const Value* key = item.find("grouper");
  const Value* list = item.find("list");
  return key != nullptr && list != nullptr ? report::List{*key, *list} : report::List{};
}

// The text of WordprocessingML, paragraphs parted by \a as values part them.
std::string text_of(std::string_view xml) {
  std::string out;
  while (!xml.empty()) {
    const bool is_tag = xml.front() == '<';
    const std::size_t end = is_tag ? xml.find('>') + 1 : std::min(xml.find('<'), xml.size());
    const std::string_view piece = xml.substr(0, end);
    xml.remove_prefix(end);
    if (!is_tag) {
      out += package::unescaped(piece);
    } else if (piece == "<w:br/>") {
      out += '\n';
    } else if (piece == "<w:tab/>") {
      out += '\t';
    } else if (piece == "</w:p>" && !xml.empty()) {
      out += '\a';
    }
  }
  return out;
}

}  // namespace

void TapeRunner::run(package::Packer& out) {
  out_.reserve(std::min(tape_.xml.size() * 2, hand_over_at * 2));
  for (std::size_t at = 0; at < tape_.ops.size() && !exceeds_caps();) {
    at = step(at);
    if (out_.size() >= hand_over_at && !must_look_back()) {
      hand_over(out);
    }
  }
  shared_.bytes += out_.size();
  out.write(out_);
  hand_over_faults();
  for (const auto& notes : note_runners_) {
    if (notes) {
      notes->hand_over_faults();
    }
  }
}

void TapeRunner::run(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end && !exceeds_caps();) {
    at = step(at);
  }
}

// True when some open region may still be taken back or changed.
bool TapeRunner::must_look_back() {
  return !std::all_of(regions_.begin(), regions_.end(), [&](Region& region) {
    region.stays = region.stays || (!region.child.empty() &&
                                    out_.find(region.child, region.begin) != std::string::npos);
    return region.stays;
  });
}

// All but the last bytes, at which later operations look.
void TapeRunner::hand_over(package::Packer& out) {
  constexpr std::size_t kept = end_of_section_break.size();
  const std::size_t done = out_.size() - kept;
  out.write(std::string_view(out_).substr(0, done));
  shared_.bytes += done;
  out_.erase(0, done);
}

// Does one operation; gives the next.
std::size_t TapeRunner::step(std::size_t at) {
  const Op& op = tape_.ops[at];
  switch (op.kind) {
    case OpKind::jump:
      return op.b;
    case OpKind::jump_unless:
      return is_true(op.a) ? at + 1 : op.b;
    case OpKind::jump_if_section_starts:
      return out_.ends_with(end_of_section_break) || out_.ends_with("<w:body>") ? op.b : at + 1;
    case OpKind::loop:
      return start_loop(at, op);
    case OpKind::next:
      return next_pass(at, op);
    case OpKind::jump_if_merged:
      return merges_[op.c].continues ? op.b : at + 1;
    case OpKind::jump_unless_first_pass:
      return passes_.empty() || passes_.back().index == 0 ? at + 1 : op.b;
    case OpKind::lone_value:
      return print_lone(at, op);
    case OpKind::set:
      set(op);
      break;
    case OpKind::unpack:
      unpack(op);
      break;
    case OpKind::set_entry:
      set_entry(op);
      break;
    case OpKind::capture:
      capture(op);
      break;
    case OpKind::enter:
      scope_.push();
      break;
    case OpKind::leave:
      scope_.pop();
      break;
    default:
      write(op);
  }
  return at + 1;
}

void TapeRunner::write(const Op& op) {
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
    case OpKind::held_value:
      if (held_) {
        print_value(*held_, op);
      }
      break;
    case OpKind::rich_value:
      print_rich(op);
      break;
    case OpKind::plain_value:
      print_plain(op);
      break;
    case OpKind::link:
      print_link(op);
      break;
    case OpKind::chart:
      print_chart(op);
      break;
    case OpKind::chart_id:
      out_ += chart_;
      break;
    case OpKind::fresh_id:
    case OpKind::note:
    case OpKind::note_id:
    case OpKind::fresh_list:
    case OpKind::list_number:
      write_numbered(op);
      break;
    case OpKind::open_region:
      regions_.push_back({out_.size(), slice(op), false, fault_count_});
      break;
    case OpKind::close_region:
      close_region();
      break;
    case OpKind::close_paragraphs:
      close_paragraphs();
      break;
    case OpKind::fit_columns:
      fit_columns(out_, regions_.back().begin);
      regions_.pop_back();
      break;
    default:
      write_cell(op);
  }
}

std::size_t TapeRunner::start_loop(std::size_t at, const Op& op) {
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
  scope_.enter_loop(passes_.back().items());
  bind(passes_.back());
  return at + 1;
}

std::size_t TapeRunner::next_pass(std::size_t at, const Op& op) {
  Pass& pass = passes_.back();
  scope_.pop();
  if (++pass.index < pass.items().size()) {
    bind(pass);
    return op.b;
  }
  passes_.pop_back();
  scope_.leave_loop();
  return at + 1;
}

// A list, or the keys of a map, as in Jinja2.
std::optional<Value> TapeRunner::items_of(const TapeLoop& loop, Value value) {
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
  return loop.filter == no_formula ? value : filtered(loop, *value.list());
}

Value TapeRunner::filtered(const TapeLoop& loop, const report::List& items) {
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

void TapeRunner::bind(const Pass& pass) {
  scope_.push();
  const report::List& items = pass.items();
  bind_targets(*pass.loop, items[pass.index]);
  scope_.set_pass(pass.index);
}

void TapeRunner::bind_targets(const TapeLoop& loop, const Value& item) {
  if (loop.targets.size() == 1) {
    scope_.set(loop.targets.front(), item);
    return;
  }
  const report::List both = grouped(item);
  const report::List* parts = both.empty() ? item.list() : &both;
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

void TapeRunner::set(const Op& op) {
  // After a fault the name is empty, so that its uses are not faults as well.
  scope_.set(tape_.names[op.b], value_of(op.a).value_or(Value()));
}

// Each name gets its part of a list.
void TapeRunner::unpack(const Op& op) {
  const Value value = value_of(op.a).value_or(Value());
  const bool fits = value.list() != nullptr && value.list()->size() == op.c;
  for (std::uint32_t i = 0; i < op.c; ++i) {
    scope_.set(tape_.names[op.b + i], fits ? (*value.list())[i] : Value());
  }
  if (!fits) {
    fault(tape_.formulas[op.a].tag,
          {.code = "T560",
           .message = "cần một danh sách " + std::to_string(op.c) +
                      " giá trị để chia cho các tên sau \"set\""});
  }
}

void TapeRunner::set_entry(const Op& op) {
  const std::string& name = tape_.names[op.b];
  const Value value = value_of(op.a).value_or(Value());
  if (report::depth_of(value) >= report::deepest_value) {
    fault(tape_.formulas[op.a].tag,
          {.code = "T516", .message = "giá trị của \"" + name + "\" lồng nhau quá mức"});
    return;
  }
  if (!scope_.set_entry(name, tape_.names[op.b + 1], value)) {
    fault(
        tape_.formulas[op.a].tag,
        {.code = "T560",
         .message = "\"" + name + "\" không phải bảng đặt bằng namespace(…) nên không sửa được",
         .help = "đặt trước: {% set " + name + " = namespace(" + tape_.names[op.b + 1] + "=…) %}"});
  }
}

void TapeRunner::capture(const Op& op) {
  scope_.set(tape_.names[op.b], text_of(std::string_view(out_).substr(regions_.back().begin)));
  out_.resize(regions_.back().begin);
  regions_.pop_back();
}

void TapeRunner::slice_once(const Op& op) {
  if (!passed_[op.c]) {
    passed_[op.c] = true;
    out_ += slice(op);
  }
}

void TapeRunner::close_region() {
  const Region& region = regions_.back();
  if (!region.stays && out_.find(region.child, region.begin) == std::string::npos) {
    out_.resize(region.begin);
  }
  regions_.pop_back();
}

void TapeRunner::close_paragraphs() {
  if (!out_.ends_with("</w:p>") && !out_.ends_with("<w:p/>")) {
    out_ += "<w:p/>";
  }
}

bool TapeRunner::is_true(std::uint32_t formula) {
  const auto value = value_of(formula);
  return value && report::truthy(*value);
}

std::optional<Value> TapeRunner::value_of(std::uint32_t formula) {
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

void TapeRunner::fault(std::uint32_t tag, TagFault fault) {
  ++fault_count_;
  faults_.add(tape_.tags, tag, std::move(fault), running_loops());
}

// "for r in xa, lượt 37; for c in r.chi_tieu, lượt 2"
std::string TapeRunner::running_loops() const {
  std::string out = around_;
  for (const Pass& pass : passes_) {
    out += out.empty() ? "" : "; ";
    out += tape_.tags[pass.loop->tag].body();
    out += ", lượt " + std::to_string(pass.index + 1);
  }
  return out;
}

bool TapeRunner::exceeds_caps() {
  ++shared_.steps;
  const std::uint64_t bytes =
      shared_.bytes + out_.size() + shared_.additions.bytes() + shared_.lists.bytes();
  if (shared_.steps <= shared_.most_steps && bytes <= most_bytes) {
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

}  // namespace baocao::docx
