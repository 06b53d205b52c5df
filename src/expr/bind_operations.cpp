#include "expr/binder.hpp"
#include "expr/logic.hpp"
#include "expr/number.hpp"

#include <algorithm>
#include <utility>

namespace baocao::expr {
namespace {

bool ordering(Op op) {
  return op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
}

template <class T>
const Ptr<T>* as(const Value& value) {
  return std::get_if<Ptr<T>>(&value.operand);
}

Ptr<Interval> zero() {
  return constant(Interval{base::Ratio(0), base::Ratio(0), true});
}

// Both operands of one type: the comparison; else null.
template <class T>
Ptr<Truth> compared(Op op, const Value& left, const Value& right) {
  const auto* a = as<T>(left);
  const auto* b = as<T>(right);
  return a != nullptr && b != nullptr ? comparison<T>(op, *a, *b, left.codes) : nullptr;
}

Ptr<Truth> compared_any(Op op, const Value& left, const Value& right) {
  for (auto attempt :
       {compared<Interval>, compared<Days>, compared<Word>, compared<Truth>, compared<Text>}) {
    if (auto result = attempt(op, left, right)) {
      return result;
    }
  }
  return nullptr;
}

}  // namespace

Value Binder::unary(const Node& node) {
  if (node.op == Op::not_) {
    const auto operand = condition(*node.children[0]);
    return operand ? Value{negation(operand)} : Value{};
  }
  const auto operand = number(*node.children[0]);
  return operand ? Value{expr::arithmetic(Op::subtract, zero(), operand)} : Value{};
}

Value Binder::junction(const Node& node) {
  const auto left = condition(*node.children[0]);
  const auto right = condition(*node.children[1]);
  if (!left || !right) {
    return {};
  }
  return {node.op == Op::and_ ? all_of({left, right}) : any_of({left, right})};
}

Value Binder::binary(const Node& node) {
  switch (node.op) {
    case Op::and_:
    case Op::or_:
      return junction(node);
    case Op::in:
    case Op::not_in:
      return in_list(node);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::remainder:
      return arithmetic(node);
    case Op::concat:
    case Op::floor_divide:
    case Op::power:
      return fault("E413", node, "phép \"~\", \"//\", \"**\" chỉ dùng trong mẫu báo cáo");
    default:
      return compare(node);
  }
}

// The side that is not a bare word says in which list the other one is looked up.
Value Binder::compare(const Node& node) {
  const Node& left = *node.children[0];
  const Node& right = *node.children[1];
  const bool left_leads = !may_be_word(left) || may_be_word(right);
  const Node& leading = left_leads ? left : right;
  const Node& other = left_leads ? right : left;
  const Value first = bind(leading);
  if (first.failed() && may_be_word(other)) {
    return {};  // a word of an unknown list is no fault of its own
  }
  const Value second = bind(other, first.codes);
  const auto result = left_leads ? compare_values(node, node.op, first, second)
                                 : compare_values(node, node.op, second, first);
  return result ? Value{result} : Value{};
}

Ptr<Truth> Binder::compare_values(const Node& node, Op op, const Value& left, const Value& right) {
  if (left.failed() || right.failed()) {
    return nullptr;
  }
  if (left.only_presence || right.only_presence) {
    fault("E413",
          node,
          "số định danh và đơn vị không so sánh được",
          "dùng \"is none\" để hỏi có ghi hay không, \"don_vi.loai\" để hỏi loại đơn vị");
    return nullptr;
  }
  if (as<WordSet>(left) != nullptr || as<WordSet>(right) != nullptr) {
    fault("E413",
          node,
          "một ô có thể ghi nhiều từ khóa nên không so sánh bằng phép này",
          "viết: trường in [từ_khóa, …]");
    return nullptr;
  }
  if (left.codes != right.codes || left.operand.index() != right.operand.index()) {
    wrong_type(*node.children[1], right, "giá trị cùng kiểu với vế trái");
    return nullptr;
  }
  const bool ordered = as<Interval>(left) != nullptr || as<Days>(left) != nullptr ||
                       (left.codes != nullptr && left.codes->ordered);
  if (ordering(op) && !ordered) {
    fault("E413",
          node,
          "giá trị ở đây không có thứ bậc nên không so sánh hơn kém được",
          "dùng ==, != hoặc in");
    return nullptr;
  }
  return compared_any(op, left, right);
}

Value Binder::in_list(const Node& node) {
  const Node& list = *node.children[1];
  if (list.kind != Kind::list || list.children.empty()) {
    return fault("E413",
                 list,
                 "sau \"in\" phải là một danh sách có ít nhất một giá trị",
                 "viết: trường in [giá_trị, …]");
  }
  const Value value = bind(*node.children[0]);
  if (value.failed()) {
    return {};
  }
  const bool negate = node.op == Op::not_in;
  if (value.codes == nullptr) {
    const auto found = in_values(list, value);
    return found ? Value{negate ? negation(found) : found} : Value{};
  }
  const std::vector<bool> wanted = members(list, *value.codes);
  if (const auto* word = as<Word>(value)) {
    return {membership(*word, wanted, negate, *value.codes)};
  }
  std::uint64_t mask = 0;
  for (std::size_t word = 0; word < wanted.size() && word < 64; ++word) {
    mask |= std::uint64_t{wanted[word]} << word;
  }
  return {intersection(*as<WordSet>(value), mask, negate, *value.codes)};
}

// Equal to one of the values of the list.
Ptr<Truth> Binder::in_values(const Node& list, const Value& value) {
  std::vector<Ptr<Truth>> equal;
  for (const NodePtr& element : list.children) {
    const Value candidate = bind(*element);
    if (candidate.failed()) {
      continue;
    }
    if (candidate.operand.index() != value.operand.index() || value.only_presence) {
      wrong_type(*element, candidate, "giá trị cùng kiểu với vế trái");
      continue;
    }
    equal.push_back(compared_any(Op::equal, value, candidate));
  }
  return equal.size() == list.children.size() ? any_of(std::move(equal)) : nullptr;
}

std::vector<bool> Binder::members(const Node& list, const schema::CodeList& codes) {
  std::vector<bool> members(codes.words.size(), false);
  for (const NodePtr& element : list.children) {
    if (element->kind != Kind::name) {
      fault(
          "E413", *element, "danh sách ở đây gồm các từ khóa của danh mục \"" + codes.label + "\"");
      continue;
    }
    const auto member = word(*element, codes);
    if (member && member->number < members.size()) {
      members[member->number] = true;
    }
  }
  return members;
}

Value Binder::between(const Node& node) {
  const Value value = bind(*node.children[0]);
  if (value.failed()) {
    return {};
  }
  const Value low = bind(*node.children[1], value.codes);
  const Value high = bind(*node.children[2], value.codes);
  const auto above = compare_values(node, Op::greater_equal, value, low);
  const auto below = above ? compare_values(node, Op::less_equal, value, high) : nullptr;
  return below ? Value{all_of({above, below})} : Value{};
}

Value Binder::arithmetic(const Node& node) {
  const Value left = bind(*node.children[0]);
  const Value right = bind(*node.children[1]);
  if (left.failed() || right.failed()) {
    return {};
  }
  const auto* date = as<Days>(left);
  const auto* number = as<Interval>(right);
  if (date != nullptr && number != nullptr && (node.op == Op::add || node.op == Op::subtract)) {
    return {shifted(
        *date, node.op == Op::add ? *number : expr::arithmetic(Op::subtract, zero(), *number))};
  }
  if (date != nullptr && as<Days>(right) != nullptr && node.op == Op::subtract) {
    return {expr::arithmetic(Op::subtract, day_number(*date), day_number(*as<Days>(right)))};
  }
  if (as<Interval>(left) == nullptr) {
    return wrong_type(*node.children[0], left, "một số");
  }
  if (number == nullptr) {
    return wrong_type(*node.children[1], right, "một số");
  }
  return {expr::arithmetic(node.op, *as<Interval>(left), *number)};
}

Value Binder::conditional(const Node& node) {
  if (node.children[2] == nullptr) {
    return fault("E413", node, "điều kiện \"… if …\" thiếu phần \"else\"");
  }
  const Value yes = bind(*node.children[0]);
  const auto when = condition(*node.children[1]);
  const Value no = bind(*node.children[2]);
  if (!when || yes.failed() || no.failed()) {
    return {};
  }
  if (as<Truth>(yes) != nullptr && as<Truth>(no) != nullptr) {
    return {choice(when, *as<Truth>(yes), *as<Truth>(no))};
  }
  if (as<Interval>(yes) != nullptr && as<Interval>(no) != nullptr) {
    return {choice(when, *as<Interval>(yes), *as<Interval>(no))};
  }
  const bool first = as<Truth>(yes) == nullptr && as<Interval>(yes) == nullptr;
  return wrong_type(*node.children[first ? 0 : 2],
                    first ? yes : no,
                    "hai điều kiện, hoặc hai số, ở hai bên \"if … else\"");
}

Value Binder::test(const Node& node) {
  if (node.text != "none" || node.children.size() != 1) {
    return fault("E415", node, "trong định nghĩa chỉ dùng phép thử \"is none\" và \"is not none\"");
  }
  const Value value = bind(*node.children[0]);
  const auto missing = std::visit(
      [](const auto& operand) -> Ptr<Truth> {
        if constexpr (std::is_same_v<std::decay_t<decltype(operand)>, std::monostate>) {
          return nullptr;
        } else {
          return is_none(operand);
        }
      },
      value.operand);
  return missing ? Value{node.flag ? negation(missing) : missing} : Value{};
}

}  // namespace baocao::expr
