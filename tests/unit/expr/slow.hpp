// An interpreter of expressions that is too simple to be wrong: one row at a time, by the tree of
// the text, searching all rows of the other table, trying every day of a date that is not exact.
#pragma once

#include "expr/evaluate.hpp"
#include "expr/parser.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::test {

class Slow {
 public:
  using Ratio = base::Ratio;
  using Node = expr::Node;
  using Kind = expr::Kind;
  using Op = expr::Op;
  using Truth = expr::Truth;

  // Every value from first to second may be; nothing: nothing is known.
  using Range = std::optional<std::pair<Ratio, Ratio>>;

  Slow(const table::Dataset& dataset, base::Date as_of) : dataset_(dataset), as_of_(as_of) {}

  struct Row {
    const table::Table* table = nullptr;
    std::size_t at = 0;
  };

  Truth truth(const Node& node, Row row) const {
    switch (node.kind) {
      case Kind::unary:
        return flipped(truth(*node.children[0], row));
      case Kind::name:
        return flag(*row.table->find(node.text), row.at);
      case Kind::test:
        return node.flag ? flipped(missing(*node.children[0], row))
                         : missing(*node.children[0], row);
      case Kind::aggregate:
        return exists(node, row);
      case Kind::conditional:
        return chosen(node, row);
      case Kind::between:
        return both(compared(Op::greater_equal, *node.children[0], *node.children[1], row),
                    compared(Op::less_equal, *node.children[0], *node.children[2], row));
      default:
        return binary(node, row);
    }
  }

  Range number(const Node& node, Row row) const {
    switch (node.kind) {
      case Kind::number:
        return {{node.number, node.number}};
      case Kind::name:
        return number_of(*row.table->find(node.text), row.at);
      case Kind::unary:
        return calculated(Op::subtract, {{Ratio(0), Ratio(0)}}, number(*node.children[0], row));
      case Kind::binary:
        return calculated(node.op, number(*node.children[0], row), number(*node.children[1], row));
      case Kind::conditional:
        return chosen_number(node, row);
      case Kind::call:
        return called(node, row);
      default:
        return node.text == "count" ? count(node, row)
               : node.text == "sum" ? sum(node, row)
                                    : latest(node, row);
    }
  }

 private:
  static Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }

  static Truth flipped(Truth value) {
    return value == Truth::unknown ? value : truth_of(value == Truth::no);
  }

  static Truth both(Truth a, Truth b) {
    if (a == Truth::no || b == Truth::no) {
      return Truth::no;
    }
    return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
  }

  static Truth flag(const table::Column& column, std::size_t row) {
    return column.has(row) ? truth_of(column.codes[row] == 1) : Truth::unknown;
  }

  static Truth missing(const Node& node, Row row) {
    return truth_of(!row.table->find(node.text)->has(row.at));
  }

  Truth chosen(const Node& node, Row row) const {
    const Truth yes = truth(*node.children[0], row);
    const Truth when = truth(*node.children[1], row);
    const Truth no = truth(*node.children[2], row);
    if (when == Truth::unknown) {
      return yes == no ? yes : Truth::unknown;
    }
    return when == Truth::yes ? yes : no;
  }

  Range chosen_number(const Node& node, Row row) const {
    const Range yes = number(*node.children[0], row);
    const Truth when = truth(*node.children[1], row);
    const Range no = number(*node.children[2], row);
    if (when != Truth::unknown) {
      return when == Truth::yes ? yes : no;
    }
    if (!yes || !no) {
      return {};
    }
    return {{std::min(yes->first, no->first), std::max(yes->second, no->second)}};
  }

  Truth binary(const Node& node, Row row) const {
    const Node& left = *node.children[0];
    const Node& right = *node.children[1];
    switch (node.op) {
      case Op::and_:
        return both(truth(left, row), truth(right, row));
      case Op::or_:
        return flipped(both(flipped(truth(left, row)), flipped(truth(right, row))));
      case Op::in:
        return listed(left, right, row);
      case Op::not_in:
        return flipped(listed(left, right, row));
      default:
        return compared(node.op, left, right, row);
    }
  }

  // The column a name or t.f means for the row, and the row there.
  std::pair<const table::Column*, std::size_t> column(const Node& node, Row row) const {
    if (node.kind == Kind::name) {
      return {row.table->find(node.text), row.at};
    }
    const table::Table& units = *dataset_.find("don_vi");
    return {units.find(node.text), dataset_.units.all[row.table->unit[row.at]].row};
  }

  Truth compared(Op op, const Node& left, const Node& right, Row row) const {
    const bool aggregate = left.kind == Kind::aggregate;
    if (aggregate && left.text == "latest" && right.kind == Kind::name) {
      const auto record = newest(left, row);
      const table::Column& codes = *dataset_.find(left.table)->find(left.field);
      return record ? word(op, codes, *record, right.text) : Truth::unknown;
    }
    if (left.kind == Kind::name || left.kind == Kind::member) {
      const auto [values, at] = column(left, row);
      if (values->field->type == schema::Type::code) {
        return word(op, *values, at, right.text);
      }
      if (values->field->type == schema::Type::date) {
        return related(op, days(left, row), days(right, row));
      }
    }
    return related(op, number(left, row), number(right, row));
  }

  static Truth word(Op op, const table::Column& column, std::size_t row, const std::string& key) {
    const int other = *column.field->codes->find_key(key);
    return column.has(row) ? truth_of(holds(op, int{column.codes[row]}, other)) : Truth::unknown;
  }

  // Whether it holds for all pairs, for none, or for some: the ends tell.
  static Truth related(Op op, const Range& a, const Range& b) {
    if (!a || !b) {
      return Truth::unknown;
    }
    if (op == Op::equal || op == Op::not_equal) {
      const bool apart = a->second < b->first || b->second < a->first;
      const bool same = a->first == a->second && b->first == b->second && a->first == b->first;
      const Truth equal = apart ? Truth::no : same ? Truth::yes : Truth::unknown;
      return op == Op::equal ? equal : flipped(equal);
    }
    const bool one = holds(op, a->first, b->second);
    const bool other = holds(op, a->second, b->first);
    return one == other ? truth_of(one) : Truth::unknown;
  }

  template <class T>
  static bool holds(Op op, const T& a, const T& b) {
    switch (op) {
      case Op::equal:
        return a == b;
      case Op::not_equal:
        return a != b;
      case Op::less:
        return a < b;
      case Op::less_equal:
        return a <= b;
      case Op::greater:
        return a > b;
      default:
        return a >= b;
    }
  }

  Truth listed(const Node& left, const Node& list, Row row) const {
    const auto [values, at] = column(left, row);
    if (!values->has(at)) {
      return Truth::unknown;
    }
    for (const expr::NodePtr& element : list.children) {
      const auto wanted = *values->field->codes->find_key(element->text);
      const bool here = values->field->type == schema::Type::codes
                            ? (values->sets[at] >> wanted & 1U) != 0
                            : values->codes[at] == wanted;
      if (here) {
        return Truth::yes;
      }
    }
    return Truth::no;
  }

  static Range number_of(const table::Column& column, std::size_t row) {
    if (!column.has(row)) {
      return {};
    }
    return {{column.numbers[row], column.numbers[row]}};
  }

  Range days(const Node& node, Row row) const {
    if (node.kind == Kind::date) {
      return {{Ratio(node.date.days()), Ratio(node.date.days())}};
    }
    const table::Column& column = *row.table->find(node.text);
    if (!column.has(row.at)) {
      return {};
    }
    const base::DateRange& range = column.dates[row.at];
    return {{Ratio(range.first.days()), Ratio(range.last.days())}};
  }

  static Range calculated(Op op, const Range& a, const Range& b) {
    if (!a || !b) {
      return {};
    }
    const bool crosses = b->first <= Ratio(0) && b->second >= Ratio(0);
    if (op == Op::divide && crosses) {
      return {};
    }
    if (op == Op::remainder) {
      if (a->first != a->second || b->first != b->second || crosses) {
        return {};
      }
      const Ratio rest = a->first - b->first * Ratio((a->first / b->first).floor());
      return {{rest, rest}};
    }
    std::vector<Ratio> corners;
    for (const Ratio& x : {a->first, a->second}) {
      for (const Ratio& y : {b->first, b->second}) {
        corners.push_back(op == Op::add        ? x + y
                          : op == Op::subtract ? x - y
                          : op == Op::multiply ? x * y
                                               : x / y);
      }
    }
    return {{*std::min_element(corners.begin(), corners.end()),
             *std::max_element(corners.begin(), corners.end())}};
  }

  Range called(const Node& node, Row row) const {
    if (node.text == "min" || node.text == "max") {
      const Range a = number(*node.children[0], row);
      const Range b = number(*node.children[1], row);
      if (!a || !b) {
        return {};
      }
      return node.text == "min"
                 ? Range({std::min(a->first, b->first), std::min(a->second, b->second)})
                 : Range({std::max(a->first, b->first), std::max(a->second, b->second)});
    }
    const table::Column& column = *row.table->find(node.children[0]->text);
    if (!column.has(row.at)) {
      return {};
    }
    Range range;
    const base::DateRange& dates = column.dates[row.at];
    for (base::Date day = dates.first; day <= dates.last; day = day.plus_days(1)) {
      const Ratio value(node.text == "nam" ? day.year() : base::completed_years(day, as_of_));
      range = range ? Range({std::min(range->first, value), std::max(range->second, value)})
                    : Range({value, value});
    }
    return range;
  }

  struct Record {
    std::size_t row = 0;
    Truth counts = Truth::no;
  };

  // The records of the person or unit; nothing: the unit has not reported.
  std::optional<std::vector<Record>> records(const Node& node, Row row) const {
    const table::Table& table = *dataset_.find(node.table);
    const bool of_person = row.table->schema->persons;
    std::vector<Record> found;
    for (std::size_t at = 0; at < table.rows; ++at) {
      const bool mine =
          of_person ? table.person[at] == row.at : table.unit[at] == row.table->unit[row.at];
      if (mine) {
        const expr::NodePtr& where = node.children[0];
        found.push_back({at, where ? truth(*where, {&table, at}) : Truth::yes});
      }
    }
    return found.empty() && !of_person ? std::nullopt : std::optional(found);
  }

  Truth exists(const Node& node, Row row) const {
    const auto all = records(node, row);
    if (!all) {
      return Truth::unknown;
    }
    Truth found = Truth::no;
    for (const Record& record : *all) {
      if (record.counts == Truth::yes) {
        return Truth::yes;
      }
      found = record.counts == Truth::unknown ? Truth::unknown : found;
    }
    return found;
  }

  Range count(const Node& node, Row row) const {
    const auto all = records(node, row);
    if (!all) {
      return {};
    }
    Range range({Ratio(0), Ratio(0)});
    for (const Record& record : *all) {
      range->first += Ratio(record.counts == Truth::yes ? 1 : 0);
      range->second += Ratio(record.counts == Truth::no ? 0 : 1);
    }
    return range;
  }

  Range sum(const Node& node, Row row) const {
    const auto all = records(node, row);
    if (!all) {
      return {};
    }
    const table::Table& table = *dataset_.find(node.table);
    Range range({Ratio(0), Ratio(0)});
    for (const Record& record : *all) {
      if (record.counts == Truth::no) {
        continue;
      }
      const Range value = node.children[2] ? number(*node.children[2], {&table, record.row})
                                           : number_of(*table.find(node.field), record.row);
      if (!value) {
        return {};
      }
      const bool sure = record.counts == Truth::yes;
      range->first += sure ? value->first : std::min(Ratio(0), value->first);
      range->second += sure ? value->second : std::max(Ratio(0), value->second);
    }
    return range;
  }

  // The one record that is newer than all others for certain.
  std::optional<std::size_t> newest(const Node& node, Row row) const {
    const auto all = records(node, row);
    const table::Table& table = *dataset_.find(node.table);
    std::vector<std::pair<Ratio, std::size_t>> order;
    for (const Record& record : all ? *all : std::vector<Record>()) {
      if (record.counts == Truth::no) {
        continue;
      }
      const Range by = number(*node.children[1], {&table, record.row});
      if (record.counts == Truth::unknown || !by) {
        return std::nullopt;
      }
      order.emplace_back(by->first, record.row);
    }
    std::sort(order.begin(), order.end());
    const std::size_t size = order.size();
    if (size == 0 || (size > 1 && order[size - 1].first == order[size - 2].first)) {
      return std::nullopt;
    }
    return order.back().second;
  }

  Range latest(const Node& node, Row row) const {
    const auto record = newest(node, row);
    const table::Table& table = *dataset_.find(node.table);
    return record ? number_of(*table.find(node.field), *record) : Range();
  }

  const table::Dataset& dataset_;
  base::Date as_of_;
};

}  // namespace baocao::test
