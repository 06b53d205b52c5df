#include "expr/binder.hpp"

#include "expr/parser.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::expr {
namespace {

constexpr std::array<std::string_view, 6> built_ins = {
    "ngay_chot", "ngay_dau_ky", "nam_bao_cao", "ky_bao_cao", "nam_dau", "nam_cuoi"};

// Stands for a period the code list has no word for (a half-year): equal to no word of any row.
constexpr Word no_such_word{0xFFFE};

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string suggestion(std::string_view wrong, const std::vector<std::string>& candidates) {
  const auto near = text::nearest(wrong, candidates);
  return near ? "ý bạn là " + in_quotes(*near) + "?" : std::string();
}

// The word of the list ky_danh_gia for a period; empty for half-years and months.
std::string period_word(const base::Period& period) {
  switch (period.kind) {
    case base::Period::Kind::year:
      return "ca_nam";
    case base::Period::Kind::quarter:
      return "q" + std::to_string(period.index);
    default:
      return {};
  }
}

Interval exactly(const base::Ratio& number) {
  return {number, number, true};
}

std::string type_name(const Value& value) {
  constexpr std::array<std::string_view, 7> names = {
      "", "điều kiện đúng hoặc sai", "số", "ngày", "từ khóa", "tập từ khóa", "chữ"};
  std::string name(names.at(value.operand.index()));
  return value.codes == nullptr ? name : name + " của danh mục " + in_quotes(value.codes->label);
}

}  // namespace

Binder::Binder(const schema::Schema& schema,
               std::size_t table,
               const Context& context,
               std::vector<Fault>& faults,
               std::set<std::size_t>& needs,
               Link unit_link)
    : schema_(schema),
      table_(table),
      fields_(*schema.tables()[table]),
      context_(context),
      faults_(faults),
      needs_(needs),
      unit_link_(unit_link) {
  needs_.insert(table);
}

Binder::Binder(const Binder& outer, std::size_t table, std::vector<Fault>& faults)
    : schema_(outer.schema_),
      table_(table),
      fields_(*outer.schema_.tables()[table]),
      context_(outer.context_),
      faults_(faults),
      needs_(outer.needs_),
      unit_link_(outer.unit_link_),
      open_(outer.open_) {
  needs_.insert(table);
}

Ptr<Truth> Binder::condition(const Node& node) {
  return typed<Truth>(node, "một điều kiện đúng hoặc sai");
}

Ptr<Interval> Binder::number(const Node& node) {
  return typed<Interval>(node, "một số");
}

template <class T>
Ptr<T> Binder::typed(const Node& node, std::string_view expected) {
  const Value value = bind(node);
  if (const auto* operand = std::get_if<Ptr<T>>(&value.operand)) {
    return *operand;
  }
  if (!value.failed()) {
    wrong_type(node, value, expected);
  }
  return nullptr;
}

template Ptr<Truth> Binder::typed(const Node&, std::string_view);
template Ptr<Interval> Binder::typed(const Node&, std::string_view);
template Ptr<Days> Binder::typed(const Node&, std::string_view);

Value Binder::bind(const Node& node, const schema::CodeList* codes) {
  switch (node.kind) {
    case Kind::boolean:
      return {constant(node.flag ? Truth::yes : Truth::no)};
    case Kind::number:
      return {constant(exactly(node.number))};
    case Kind::date:
      return {constant(Days{node.date, node.date, true})};
    case Kind::string:
      return {text_constant(node.text)};
    case Kind::name:
      return name(node, codes);
    case Kind::member:
      return member(node);
    case Kind::unary:
      return unary(node);
    case Kind::binary:
      return binary(node);
    case Kind::between:
      return between(node);
    case Kind::conditional:
      return conditional(node);
    case Kind::test:
      return test(node);
    case Kind::call:
      return call(node);
    case Kind::aggregate:
      return aggregate(node);
    case Kind::none:
      return fault("E413",
                   node,
                   "không so sánh được với \"none\"",
                   "viết \"trường is none\" hoặc \"trường is not none\"");
    default:
      return fault("E413",
                   node,
                   "phép này chỉ dùng trong mẫu báo cáo, không dùng trong định nghĩa",
                   "danh sách chỉ đứng sau \"in\"; không dùng bộ lọc và chỉ số");
  }
}

// Beside a value with a code list a word is meant, even where a condition has its name: the two
// could not be compared.
Value Binder::name(const Node& node, const schema::CodeList* codes) {
  if (codes != nullptr && !fields_.index(node.text) && codes->find_key(node.text)) {
    return {constant(Word{*codes->find_key(node.text)}), codes};
  }
  if (auto value = known_name(node)) {
    return std::move(*value);
  }
  if (codes != nullptr) {
    const auto found = word(node, *codes);
    return found ? Value{constant(*found), codes} : Value{};
  }
  return unknown_name(node);
}

std::optional<Value> Binder::known_name(const Node& node) {
  const auto named = context_.conditions.find(node.text);
  const auto parameter = context_.parameters.find(node.text);
  if (const auto column = fields_.index(node.text)) {
    if (named != context_.conditions.end() || parameter != context_.parameters.end()) {
      return fault("E426",
                   node,
                   in_quotes(node.text) + " vừa là trường của bảng " + in_quotes(fields_.name) +
                       " vừa là tên đặt trong nghị quyết",
                   "đổi tên đặt ở [conditions] hoặc [parameters]");
    }
    return field(fields_.fields[*column], {table_, *column, Via::own});
  }
  if (named != context_.conditions.end()) {
    return named_condition(node, named->second);
  }
  if (parameter != context_.parameters.end()) {
    return Value{constant(exactly(parameter->second))};
  }
  return built_in(node);
}

std::optional<Value> Binder::built_in(const Node& node) const {
  const auto day = [](base::Date date) { return Value{constant(Days{date, date, true})}; };
  const auto year = [](int value) { return Value{constant(exactly(value))}; };
  if (node.text == "ngay_chot") {
    return day(context_.as_of);
  }
  if (node.text == "ngay_dau_ky") {
    return day(context_.period.first());
  }
  if (node.text == "nam_bao_cao") {
    return year(context_.period.year);
  }
  if (node.text == "nam_dau" && context_.first_year != 0) {
    return year(context_.first_year);
  }
  if (node.text == "nam_cuoi" && context_.last_year != 0) {
    return year(context_.last_year);
  }
  return std::nullopt;
}

// Faults inside stand at the place of the name.
Value Binder::named_condition(const Node& node, const std::string& text) {
  if (std::find(open_.begin(), open_.end(), node.text) != open_.end()) {
    std::string chain;
    for (const std::string& name : open_) {
      chain += name + " → ";
    }
    return fault("E422",
                 node,
                 "các điều kiện gọi vòng: " + chain + node.text,
                 "viết lại để không điều kiện nào dùng đến chính nó");
  }
  const auto tree = parse(text);
  std::vector<Fault> inside;
  Ptr<Truth> bound;
  if (tree) {
    Binder binder(*this, table_, inside);
    binder.open_.push_back(node.text);
    bound = binder.condition(**tree);
  } else {
    inside.push_back({"E410", tree.error().where, tree.error().message, ""});
  }
  for (Fault& found : inside) {
    faults_.push_back({found.code,
                       node.where,
                       "trong điều kiện " + in_quotes(node.text) + ": " + found.message,
                       std::move(found.help),
                       found.condition.empty() ? node.text : found.condition,
                       found.condition.empty() ? found.where : found.inside});
  }
  return bound ? Value{bound} : Value{};
}

std::optional<Word> Binder::word(const Node& node, const schema::CodeList& codes) {
  const bool period = node.text == "ky_bao_cao";
  const std::string key = period ? period_word(context_.period) : node.text;
  if (period && key.empty()) {
    return no_such_word;
  }
  if (const auto number = codes.find_key(key)) {
    return Word{*number};
  }
  fault("E412",
        node,
        "danh mục " + in_quotes(codes.label) + " không có từ khóa " + in_quotes(key),
        word_help(key, codes));
  return std::nullopt;
}

// A word of another field's list means that the wrong field was taken.
std::string Binder::word_help(const std::string& key, const schema::CodeList& codes) const {
  std::vector<std::string> candidates;
  for (const auto& candidate : codes.words) {
    candidates.push_back(candidate.key);
  }
  for (const schema::Field& candidate : fields_.fields) {
    if (candidate.codes != nullptr && candidate.codes->find_key(key)) {
      return in_quotes(key) + " là từ khóa của trường " + in_quotes(candidate.key);
    }
    candidates.push_back(candidate.key);
  }
  return suggestion(key, candidates);
}

Value Binder::unknown_name(const Node& node) {
  if (node.text == "ky_bao_cao") {
    return fault("E413", node, "\"ky_bao_cao\" chỉ so sánh được với một trường ghi kỳ");
  }
  std::vector<std::string> candidates;
  for (const auto& candidate : fields_.fields) {
    candidates.push_back(candidate.key);
  }
  for (const auto& named : context_.conditions) {
    candidates.push_back(named.first);
  }
  for (const auto& parameter : context_.parameters) {
    candidates.push_back(parameter.first);
  }
  candidates.insert(candidates.end(), built_ins.begin(), built_ins.end());
  return fault("E411",
               node,
               "bảng " + in_quotes(fields_.name) + " không có trường " + in_quotes(node.text),
               suggestion(node.text, candidates));
}

std::optional<std::size_t> Binder::table_index(std::string_view name) const {
  const schema::Table* found = schema_.find(name);
  return found == nullptr ? std::nullopt : std::optional(schema_.index_of(*found));
}

std::optional<Via> Binder::via(std::size_t table) const {
  const schema::Table& target = *schema_.tables()[table];
  if (table == table_) {
    return Via::own;
  }
  if (target.name == unit_table) {
    return Via::unit;
  }
  if (target.persons && fields_.per_person) {
    return Via::person;
  }
  return std::nullopt;
}

Value Binder::member(const Node& node) {
  const Node& base = *node.children[0];
  const auto table = base.kind == Kind::name ? table_index(base.text) : std::nullopt;
  if (!table) {
    return fault("E411", base, "trước dấu \".\" phải là tên một bảng");
  }
  const schema::Table& target = *schema_.tables()[*table];
  const auto reached = via(*table);
  if (!reached) {
    return fault("E414",
                 node,
                 "từ một dòng của bảng " + in_quotes(fields_.name) +
                     " không tới được đúng một dòng của bảng " + in_quotes(target.name),
                 "dùng exists, count, sum hoặc latest trên bảng đó");
  }
  const auto column = target.index(node.text);
  if (!column) {
    std::vector<std::string> candidates;
    for (const auto& candidate : target.fields) {
      candidates.push_back(candidate.key);
    }
    return fault("E411",
                 node,
                 "bảng " + in_quotes(target.name) + " không có trường " + in_quotes(node.text),
                 suggestion(node.text, candidates));
  }
  needs_.insert(*table);
  return field(target.fields[*column], {*table, *column, *reached});
}

Value Binder::field(const schema::Field& field, ColumnPlace place) {
  switch (field.type) {
    case schema::Type::number:
      return {expr::field<Interval>(place, field)};
    case schema::Type::boolean:
      return {expr::field<Truth>(place, field)};
    case schema::Type::date:
      return {expr::field<Days>(place, field)};
    case schema::Type::code:
      return {expr::field<Word>(place, field), field.codes};
    case schema::Type::codes:
      return {expr::field<WordSet>(place, field), field.codes};
    case schema::Type::unit:
      return {expr::field<Word>(place, field), nullptr, true};
    case schema::Type::id:
      return {expr::field<Text>(place, field), nullptr, true};
    default:
      return {expr::field<Text>(place, field)};
  }
}

// A bare name that stands for nothing else.
bool Binder::may_be_word(const Node& node) const {
  return node.kind == Kind::name && fields_.find(node.text) == nullptr &&
         context_.conditions.count(node.text) == 0 && context_.parameters.count(node.text) == 0 &&
         !built_in(node);
}

Value Binder::fault(diag::Code code, const Node& node, std::string message, std::string help) {
  faults_.push_back({code, node.where, std::move(message), std::move(help)});
  return {};
}

Value Binder::wrong_type(const Node& node, const Value& found, std::string_view expected) {
  return fault(
      "E413", node, "chỗ này cần " + std::string(expected) + ", không phải " + type_name(found));
}

}  // namespace baocao::expr
