// Statements as operations and jumps.
#include "docx/flattener.hpp"

namespace baocao::docx {

using Kind = StatementKind;

void Flattener::statement(std::uint32_t tag, pugi::xml_node mark) {
  switch (statements_[tag].kind) {
    case Kind::if_block:
      open_if(tag);
      break;
    case Kind::for_block:
      open_for(tag);
      break;
    case Kind::elif:
    case Kind::otherwise:
      branch(tag);
      break;
    case Kind::endif:
    case Kind::endfor:
    case Kind::endwith:
      end_block();
      break;
    case Kind::endset:
      end_capture();
      break;
    case Kind::section:
      orientations_.push_back(statements_[tag].targets.front());
      open_section(mark);
      break;
    case Kind::endsection:
      end_section(mark, orientations_.back());
      orientations_.pop_back();
      break;
    case Kind::with:
      open_with(tag);
      break;
    case Kind::set:
    case Kind::set_entry:
      set(tag);
      break;
    case Kind::set_block:
      captures_.push_back(name(statements_[tag].targets.front()));
      emit(OpKind::open_region);
      break;
    default:
      break;
  }
}

void Flattener::set(std::uint32_t tag) {
  Statement& source = statements_[tag];
  const std::uint32_t value = formula(tag, source.formula);
  const auto count = static_cast<std::uint32_t>(source.targets.size());
  const auto first = static_cast<std::uint32_t>(tape_.names.size());
  for (std::string& target : source.targets) {
    name(std::move(target));
  }
  if (source.kind == Kind::set_entry) {
    emit(OpKind::set_entry, value, first);
  } else if (count == 1) {
    emit(OpKind::set, value, first);
  } else {
    emit(OpKind::unpack, value, first, count);
  }
}

void Flattener::open_with(std::uint32_t tag) {
  emit(OpKind::enter);
  Statement& source = statements_[tag];
  for (std::size_t i = 0; i < source.values.size(); ++i) {
    const std::uint32_t value = formula(tag, source.values[i]);
    emit(OpKind::set, value, name(std::move(source.targets[i])));
  }
  open_.push_back({.is_scope = true});
}

void Flattener::end_capture() {
  emit(OpKind::capture, 0, captures_.back());
  captures_.pop_back();
}

void Flattener::open_if(std::uint32_t tag) {
  Open block{.has_next = true};
  block.to_next = emit(OpKind::jump_unless, formula(tag, statements_[tag].formula));
  open_.push_back(std::move(block));
}

void Flattener::open_for(std::uint32_t tag) {
  Statement& statement = statements_[tag];
  TapeLoop loop{.targets = std::move(statement.targets), .tag = tag};
  loop.list = formula(tag, statement.formula);
  if (statement.filter.tree) {
    loop.filter = formula(tag, statement.filter);
  }
  Open block{
      .has_next = true, .loop = static_cast<std::uint32_t>(tape_.loops.size()), .in_body = true};
  tape_.loops.push_back(std::move(loop));
  block.to_next = emit(OpKind::loop, block.loop);
  open_.push_back(std::move(block));
  ++loop_depth_;
  start_lists(tag);
}

void Flattener::start_lists(std::uint32_t tag) {
  for (const unsigned list : lists_[tag]) {
    emit(OpKind::fresh_list, list);
  }
}

// elif and else: what stands before ends here; the jump to the next branch leads here.
void Flattener::branch(std::uint32_t tag) {
  Open& block = open_.back();
  if (block.in_body) {
    end_body(block);
  }
  block.to_end.push_back(emit(OpKind::jump));
  tape_.ops[block.to_next].b = here();
  block.has_next = statements_[tag].kind == Kind::elif;
  if (block.has_next) {
    block.to_next = emit(OpKind::jump_unless, formula(tag, statements_[tag].formula));
  }
}

void Flattener::end_body(Open& block) {
  emit(OpKind::next, block.loop, static_cast<std::uint32_t>(block.to_next) + 1);
  block.in_body = false;
  --loop_depth_;
}

void Flattener::end_block() {
  Open block = std::move(open_.back());
  open_.pop_back();
  if (block.in_body) {
    end_body(block);
  }
  if (block.is_scope) {
    emit(OpKind::leave);
  }
  if (block.has_next) {
    tape_.ops[block.to_next].b = here();
  }
  for (const std::size_t jump : block.to_end) {
    tape_.ops[jump].b = here();
  }
}

int Flattener::depth_change(pugi::xml_node node) const {
  if (is_mark(node)) {
    switch (statements_[mark_index(node)].kind) {
      case Kind::if_block:
      case Kind::for_block:
      case Kind::set_block:
        return 1;
      case Kind::endif:
      case Kind::endfor:
      case Kind::endset:
        return -1;
      default:
        return 0;
    }
  }
  int change = 0;
  for (const pugi::xml_node child : node.children()) {
    change += depth_change(child);
  }
  return change;
}

// A child outside of all blocks that begin in `around`; a row counts when it always has cells.
bool Flattener::always_has(pugi::xml_node around, std::string_view child) const {
  int depth = 0;
  for (const pugi::xml_node node : around.children()) {
    if (depth == 0 && is(node, child) && (child != "w:tr" || always_has(node, "w:tc"))) {
      return true;
    }
    depth += depth_change(node);
  }
  return false;
}

bool Flattener::always_ends_with_paragraph(pugi::xml_node container) const {
  int depth = 0;
  bool ends_with_paragraph = false;
  for (const pugi::xml_node node : container.children()) {
    depth += depth_change(node);
    if (!is_mark(node)) {
      ends_with_paragraph = depth == 0 && is(node, "w:p");
    }
  }
  return ends_with_paragraph;
}

}  // namespace baocao::docx
