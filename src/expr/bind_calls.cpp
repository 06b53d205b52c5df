#include "expr/binder.hpp"
#include "expr/number.hpp"
#include "text/suggest.hpp"

#include <array>
#include <utility>

namespace baocao::expr {
namespace {

const std::vector<std::string>& functions() {
  static const std::vector<std::string> names = {
      "tuoi", "nam", "min", "nho_nhat", "max", "lon_nhat"};
  return names;
}

}  // namespace

Value Binder::call(const Node& node) {
  if (node.text == "tuoi") {
    return age_call(node);
  }
  if (node.text == "nam") {
    return year_call(node);
  }
  const bool min = node.text == "min" || node.text == "nho_nhat";
  const bool max = node.text == "max" || node.text == "lon_nhat";
  if (!min && !max) {
    const auto near = text::nearest(node.text, functions());
    return fault("E415",
                 node,
                 "không có hàm \"" + node.text + "\"",
                 near ? "ý bạn là \"" + *near + "\"?" : "các hàm: tuoi, nam, min, max");
  }
  if (node.children.size() != 2) {
    return fault("E415", node, "hàm \"" + node.text + "\" cần đúng 2 số");
  }
  const auto left = number(*node.children[0]);
  const auto right = number(*node.children[1]);
  if (!left || !right) {
    return {};
  }
  return {min ? smaller(left, right) : larger(left, right)};
}

Value Binder::age_call(const Node& node) {
  if (node.children.empty() || node.children.size() > 2) {
    return fault("E415", node, "hàm \"tuoi\" cần một ngày, hoặc hai ngày: tính từ, tính đến");
  }
  const auto birth = typed<Days>(*node.children[0], "một ngày");
  const auto at = node.children.size() == 2 ? typed<Days>(*node.children[1], "một ngày")
                                            : constant(Days{context_.as_of, context_.as_of, true});
  return birth && at ? Value{age(birth, at)} : Value{};
}

Value Binder::year_call(const Node& node) {
  if (node.children.size() != 1) {
    return fault("E415", node, "hàm \"nam\" cần đúng một ngày");
  }
  const auto date = typed<Days>(*node.children[0], "một ngày");
  return date ? Value{year_of(date)} : Value{};
}

std::optional<Link> Binder::link_to(std::size_t child) const {
  const schema::Table& target = *schema_.tables()[child];
  if (fields_.persons && target.per_person) {
    return Link::person;
  }
  if (fields_.name == unit_table && child != table_) {
    return unit_link_;
  }
  return std::nullopt;
}

Value Binder::aggregate(const Node& node) {
  const auto child = table_index(node.table);
  if (!child) {
    std::vector<std::string> names;
    for (const auto& table : schema_.tables()) {
      names.push_back(table->name);
    }
    const auto near = text::nearest(node.table, names);
    return fault("E411",
                 node,
                 "không có bảng \"" + node.table + "\"",
                 near ? "ý bạn là \"" + *near + "\"?" : std::string());
  }
  const auto link = link_to(*child);
  if (!link) {
    return fault(
        "E414",
        node,
        "bảng \"" + fields_.name + "\" không nối với các dòng của bảng \"" + node.table + "\"",
        "từ can_bo chỉ đếm được bảng theo người; từ don_vi đếm được mọi bảng");
  }
  Binder inner(*this, *child, faults_);
  Related related{*child, *link, schema_.tables()[*child]->label, nullptr};
  if (node.children[0] != nullptr) {
    related.where = inner.condition(*node.children[0]);
    if (!related.where) {
      return {};
    }
  }
  if (node.text == "sum") {
    return sum_of(node, inner, std::move(related));
  }
  if (node.text == "latest") {
    return latest_of(node, inner, std::move(related));
  }
  return node.text == "exists" ? Value{exists(std::move(related))}
                               : Value{count(std::move(related))};
}

Value Binder::sum_of(const Node& node, Binder& inner, Related related) {
  Node field_name;
  field_name.kind = Kind::name;
  field_name.where = node.where;
  field_name.text = node.field;
  const auto value = inner.number(node.children[2] != nullptr ? *node.children[2] : field_name);
  return value ? Value{sum(std::move(related), value)} : Value{};
}

Value Binder::latest_of(const Node& node, Binder& inner, Related related) {
  const schema::Table& target = inner.fields_;
  const auto column = target.index(node.field);
  if (!column) {
    return fault(
        "E411", node, "bảng \"" + target.name + "\" không có trường \"" + node.field + "\"");
  }
  if (node.children[1] == nullptr) {
    return fault(
        "E415", node, "\"latest\" cần \"by\" và trường ngày hoặc số để biết dòng nào mới nhất");
  }
  const Value order = inner.bind(*node.children[1]);
  Ptr<Interval> by;
  if (const auto* date = std::get_if<Ptr<Days>>(&order.operand)) {
    by = day_number(*date);
  } else if (const auto* amount = std::get_if<Ptr<Interval>>(&order.operand)) {
    by = *amount;
  } else {
    return order.failed() ? Value{} : wrong_type(*node.children[1], order, "một ngày hoặc một số");
  }
  const schema::Field& found = target.fields[*column];
  switch (found.type) {
    case schema::Type::number:
      return {latest<Interval>(std::move(related), *column, found, by)};
    case schema::Type::date:
      return {latest<Days>(std::move(related), *column, found, by)};
    case schema::Type::code:
      return {latest<Word>(std::move(related), *column, found, by), found.codes};
    default:
      return fault("E413", node, "\"latest\" chỉ lấy được số, ngày hoặc từ khóa");
  }
}

}  // namespace baocao::expr
