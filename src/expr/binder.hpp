// Gives every node of a parsed expression its meaning on one table.
#pragma once

#include "expr/aggregate.hpp"
#include "expr/operand.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace baocao::expr {

// The table that describes the units; every row of every table belongs to one of its rows.
inline constexpr std::string_view unit_table = "don_vi";

// A bound operand of any type; nothing when its fault has been reported.
struct Value {
  std::variant<std::monostate,
               Ptr<Truth>,
               Ptr<Interval>,
               Ptr<Days>,
               Ptr<Word>,
               Ptr<WordSet>,
               Ptr<Text>>
      operand;
  const schema::CodeList* codes = nullptr;  // of words and sets
  bool only_presence = false;  // id numbers and units: may only be tested with "is none"

  bool failed() const { return operand.index() == 0; }
};

class Binder {
 public:
  Binder(const schema::Schema& schema,
         std::size_t table,
         const Context& context,
         std::vector<Fault>& faults,
         std::set<std::size_t>& needs,
         Link unit_link = Link::unit);
  // On another table, or in a named condition, of the same expression.
  Binder(const Binder& outer, std::size_t table, std::vector<Fault>& faults);

  Ptr<Truth> condition(const Node& node);
  Ptr<Interval> number(const Node& node);

  Value value(const Node& node) { return bind(node); }

 private:
  // `codes`: the list in which a name may be a word; null when there is none.
  Value bind(const Node& node, const schema::CodeList* codes = nullptr);
  template <class T>
  Ptr<T> typed(const Node& node, std::string_view expected);

  // names
  Value name(const Node& node, const schema::CodeList* codes);
  std::optional<Value> known_name(const Node& node);
  std::optional<Value> built_in(const Node& node) const;
  Value named_condition(const Node& node, const std::string& text);
  std::optional<Word> word(const Node& node, const schema::CodeList& codes);
  std::string word_help(const std::string& key, const schema::CodeList& codes) const;
  Value member(const Node& node);
  Value field(const schema::Field& field, ColumnPlace place);
  bool may_be_word(const Node& node) const;
  std::optional<Via> via(std::size_t table) const;
  std::optional<std::size_t> table_index(std::string_view name) const;

  // operations
  Value unary(const Node& node);
  Value binary(const Node& node);
  Value junction(const Node& node);
  Value compare(const Node& node);
  Ptr<Truth> compare_values(const Node& node, Op op, const Value& left, const Value& right);
  Value in_list(const Node& node);
  Ptr<Truth> in_values(const Node& node, const Value& value);
  std::vector<bool> members(const Node& list, const schema::CodeList& codes);
  Value between(const Node& node);
  Value arithmetic(const Node& node);
  Value conditional(const Node& node);
  Value test(const Node& node);
  Value call(const Node& node);
  Value age_call(const Node& node);
  Value year_call(const Node& node);
  Value aggregate(const Node& node);
  Value sum_of(const Node& node, Binder& inner, Related related);
  Value latest_of(const Node& node, Binder& inner, Related related);
  std::optional<Link> link_to(std::size_t child) const;

  // faults
  Value fault(diag::Code code, const Node& node, std::string message, std::string help = {});
  Value unknown_name(const Node& node);
  Value wrong_type(const Node& node, const Value& found, std::string_view expected);

  const schema::Schema& schema_;
  std::size_t table_;
  const schema::Table& fields_;
  const Context& context_;
  std::vector<Fault>& faults_;
  std::set<std::size_t>& needs_;
  Link unit_link_;                 // how aggregates reach from a unit
  std::vector<std::string> open_;  // named conditions that are being bound
};

}  // namespace baocao::expr
