#include "docx/template_judge.hpp"

#include "docx/cell_tags.hpp"
#include "report/problem.hpp"

#include <algorithm>

namespace baocao::docx {

using Kind = StatementKind;
using report::Guess;
using report::Shape;
using report::UseKind;
using report::Value;

namespace {

using Type = Value::Type;

std::string type_of(const Shape& shape) {
  return report::type_name(report::stand_ins(shape).front());
}

}  // namespace

void TemplateJudge::read(const PartStatements& part, FaultLog& log) {
  part_ = &part;
  log_ = &log;
  names_ = report::GuessedNames(model_);
  open_.clear();
  walk(part.root);
}

void TemplateJudge::walk(pugi::xml_node node) {
  if (is_mark(node)) {
    tag(mark_index(node));
    return;
  }
  if (is(node, "w:footnote") || is(node, "w:endnote")) {
    start_note(node);
  } else if (is(node, "w:footnoteReference") || is(node, "w:endnoteReference")) {
    keep_names_for_note(node);
  }
  for (const pugi::xml_attribute attribute : node.attributes()) {
    for (const AttributePiece& piece : pieces_of_attribute(attribute.value())) {
      if (piece.is_tag) {
        tag(piece.tag);
      }
    }
  }
  for (const pugi::xml_node child : node.children()) {
    walk(child);
  }
}

void TemplateJudge::start_note(pugi::xml_node note) {
  const auto known = at_references_.find(
      {std::string(name_of(note)) + "Reference", note.attribute("w:id").value()});
  names_ = known == at_references_.end() ? report::GuessedNames(model_) : known->second;
  open_.clear();
}

void TemplateJudge::keep_names_for_note(pugi::xml_node reference) {
  at_references_.emplace(
      std::pair(std::string(name_of(reference)), reference.attribute("w:id").value()), names_);
}

void TemplateJudge::tag(std::uint32_t index) {
  tag_ = &part_->tags[index];
  const Statement& source = part_->statements[index];
  if (tag_->kind == TagKind::value) {
    judged(source.formula);
  } else if (tag_->kind != TagKind::comment) {
    statement(source);
  }
}

Guess TemplateJudge::judged(const Formula& formula) {
  if (!formula.tree) {
    return {};
  }
  report::Judgement judgement;
  Guess guess = report::judge(*formula.tree, names_, judgement);
  for (report::EvaluateError& error : judgement.faults) {
    const auto at = static_cast<std::uint32_t>(formula.begin) + error.where.offset;
    log_->add(*tag_,
              {.code = error.code,
               .message = std::move(error.message),
               .help = std::move(error.help),
               .where = expr::Location{at, error.where.length}});
  }
  for (report::Use& use : judgement.uses) {
    uses_.push_back({std::move(use), tag_->address});
  }
  return guess;
}

void TemplateJudge::use(const Guess& guess, UseKind kind) {
  if (!guess.path.empty()) {
    uses_.push_back({{guess.path, kind}, tag_->address});
  }
}

void TemplateJudge::statement(const Statement& statement) {
  switch (statement.kind) {
    case Kind::unknown:
      names_.set_any_name();
      break;
    case Kind::if_block:
      names_.forgive_nothing_new();
      open_.push_back({Kind::if_block});
      branch(statement);
      break;
    case Kind::elif:
    case Kind::otherwise:
      branch(statement);
      break;
    case Kind::for_block:
      open_for(statement);
      break;
    case Kind::with:
      open_with(statement);
      break;
    case Kind::set_block:
      open_.push_back({Kind::set_block, statement.targets.front()});
      break;
    case Kind::endif:
      close(Kind::if_block);
      break;
    case Kind::endfor:
      close(Kind::for_block);
      break;
    case Kind::endwith:
      close(Kind::with);
      break;
    case Kind::endset:
      close(Kind::set_block);
      break;
    case Kind::set:
    case Kind::set_entry:
      set(statement);
      break;
    default:
      check_cell(statement);
  }
}

void TemplateJudge::open_for(const Statement& statement) {
  const Guess list = judged(statement.formula);
  use(list, UseKind::list);
  check_items(list, statement);
  names_.push();
  open_.push_back({.kind = Kind::for_block, .in_body = true});
  const bool is_read = statement.formula.tree != nullptr;
  if (!is_read) {
    names_.set_any_name();
  }
  const Guess item = is_read ? report::item_of(list) : Guess{};
  for (const std::string& target : statement.targets) {
    names_.set(target, statement.targets.size() == 1 ? item : Guess{});
  }
  use(judged(statement.filter), UseKind::condition);
  names_.enter_loop(item);
}

void TemplateJudge::check_items(const Guess& list, const Statement& statement) {
  const report::ShapePtr& shape = list.shape;
  if (shape && !shape->may_be(Type::list) && !shape->may_be(Type::map)) {
    log_->add(*tag_,
              {.code = "T560",
               .message = "không lặp được trên " + type_of(*shape) + ", cần một danh sách",
               .help = "kiểm tra tên đứng sau chữ \"in\""});
    return;
  }
  const Guess item = report::item_of(list);
  const std::size_t parts = statement.targets.size();
  if (parts > 1 && item.shape && !item.shape->may_be(Type::list) &&
      !item.shape->may_be(Type::map)) {
    log_->add(*tag_,
              {.code = "T560",
               .message = "mỗi phần tử phải là một danh sách " + std::to_string(parts) +
                          " giá trị để chia cho các tên sau \"for\""});
  }
}

void TemplateJudge::open_with(const Statement& statement) {
  names_.push();
  open_.push_back({Kind::with});
  for (std::size_t i = 0; i < statement.targets.size(); ++i) {
    names_.set(statement.targets[i],
               i < statement.values.size() ? judged(statement.values[i]) : Guess{});
  }
}

// What a condition asks the existence of may be absent in all branches.
void TemplateJudge::branch(const Statement& statement) {
  if (statement.kind == Kind::otherwise) {
    if (!open_.empty() && open_.back().in_body) {
      leave_body();
    }
    return;
  }
  use(judged(statement.formula), UseKind::condition);
  if (statement.formula.tree && !open_.empty() && open_.back().kind == Kind::if_block) {
    names_.forgive(*statement.formula.tree);
  }
}

void TemplateJudge::leave_body() {
  names_.pop();
  names_.leave_loop();
  open_.back().in_body = false;
}

// Blocks without an end are faults already; here they end with the block around them.
void TemplateJudge::close(StatementKind opened_by) {
  const bool is_open = std::any_of(
      open_.begin(), open_.end(), [&](const Open& block) { return block.kind == opened_by; });
  for (bool more = is_open; more;) {
    more = open_.back().kind != opened_by;
    if (open_.back().in_body) {
      leave_body();
    }
    const Open block = std::move(open_.back());
    open_.pop_back();
    close(block);
  }
}

void TemplateJudge::close(const Open& block) {
  if (block.kind == Kind::if_block) {
    names_.take_back();
  } else if (block.kind == Kind::with) {
    names_.pop();
  } else if (block.kind == Kind::set_block) {
    names_.set(block.captured, {.shape = report::shape_of_type(Type::string)});
  }
}

void TemplateJudge::set(const Statement& statement) {
  const Guess value = judged(statement.formula);
  if (statement.kind == Kind::set_entry) {
    set_entry(statement);
    return;
  }
  if (!statement.formula.tree) {
    names_.set_any_name();
  }
  for (const std::string& target : statement.targets) {
    names_.set(target, statement.targets.size() == 1 ? value : Guess{});
  }
}

void TemplateJudge::set_entry(const Statement& statement) {
  const std::string& name = statement.targets.front();
  if (!names_.is_set(name)) {
    log_->add(
        *tag_,
        {.code = "T560",
         .message = "\"" + name + "\" không phải bảng đặt bằng namespace(…) nên không sửa được",
         .help =
             "đặt trước: {% set " + name + " = namespace(" + statement.targets.back() + "=…) %}"});
  }
}

void TemplateJudge::check_cell(const Statement& statement) {
  const Guess value = judged(statement.formula);
  if (statement.kind == Kind::span) {
    use(value, UseKind::number);
    if (value.shape && !value.shape->may_be(Type::number)) {
      log_->add(*tag_,
                {.code = "T563",
                 .message = "số cột của ô phải là số nguyên từ 1 đến 63, nhận được " +
                            type_of(*value.shape)});
    }
  } else if (statement.kind == Kind::shade) {
    use(value, UseKind::text);
  }
}

}  // namespace baocao::docx
