#include "indicator/ready.hpp"

#include "indicator/definition_hash.hpp"
#include "text/suggest.hpp"

#include <set>

namespace baocao::indicator {
namespace {

using expr::Truth;

constexpr std::string_view unit_table = "don_vi";

// Binds the expressions of one definition; remembers whether one failed.
class Preparation {
 public:
  Preparation(const Definition& definition,
              const schema::Schema& schema,
              const Context& context,
              diag::Sink& sink)
      : definition_(definition), schema_(schema), context_(context), sink_(sink) {
    if (definition.conditions) {
      context_.conditions.insert(definition.conditions->begin(), definition.conditions->end());
    }
  }

  void fault(diag::Code code, const std::string& message, std::string help) {
    failed_ = true;
    sink_.add({.code = code,
               .message = "chỉ tiêu " + definition_.id + ": " + message,
               .help = std::move(help),
               .span = {.file = definition_.file, .line = definition_.line}});
  }

  const schema::Table* table(std::string_view name) {
    const schema::Table* found = schema_.find(name);
    if (found == nullptr) {
      std::vector<std::string> names;
      for (const auto& table : schema_.tables()) {
        names.push_back(table->name);
      }
      const auto near = text::nearest(name, names);
      fault("E421",
            "không có bảng \"" + std::string(name) + "\"",
            near ? "ý bạn là \"" + *near + "\"?" : "xem tên các bảng trong templates/schema");
    }
    return found;
  }

  template <class T, class Bind>
  void bind(std::optional<expr::Bound<T>>& target,
            const std::string& text,
            std::string_view key,
            const schema::Table& table,
            Bind function) {
    if (text.empty()) {
      return;
    }
    auto bound = function(text, schema_, table, context_);
    if (bound) {
      target = std::move(*bound);
      return;
    }
    failed_ = true;
    const std::string where = "chỉ tiêu " + definition_.id + ", khóa " + std::string(key);
    for (const expr::Fault& found : bound.error()) {
      sink_.add(expr::diagnostic(found, text, where, place(found, key)));
    }
  }

  bool failed() const { return failed_; }

 private:
  // A fault inside a named condition stands where the condition is written.
  diag::Span place(const expr::Fault& found, std::string_view key) const {
    if (!definition_.locate) {
      return {.file = definition_.file, .line = definition_.line};
    }
    return found.condition.empty()
               ? definition_.locate(key, found.where.offset)
               : definition_.locate("conditions." + found.condition, found.inside.offset);
  }

  const Definition& definition_;
  const schema::Schema& schema_;
  Context context_;
  diag::Sink& sink_;
  bool failed_ = false;
};

bool has_consistent_keys(const Definition& definition, Preparation& preparation) {
  const bool sums = !definition.numerator.empty() || !definition.denominator.empty();
  if (sums && (definition.numerator.empty() || definition.denominator.empty())) {
    preparation.fault("E420",
                      "khóa numerator và denominator phải đi cùng nhau",
                      "ghi đủ cả hai khóa, hoặc dùng of, where, meets");
  } else if (sums && (!definition.of.empty() || !definition.meets.empty())) {
    preparation.fault(
        "E420", "numerator, denominator không dùng chung với of, meets", "chỉ giữ một cách tính");
  } else if (!sums && definition.of.empty()) {
    preparation.fault("E420", "chưa nêu bảng được đếm", "thêm khóa of, ví dụ: of = \"can_bo\"");
  } else {
    return true;
  }
  return false;
}

template <class T>
void add_needs(const std::optional<expr::Bound<T>>& bound, std::set<std::size_t>& needs) {
  if (bound) {
    needs.insert(bound->needs.begin(), bound->needs.end());
  }
}

}  // namespace

std::optional<Ready> prepare(const Definition& definition,
                             const schema::Schema& schema,
                             const Context& context,
                             diag::Sink& sink) {
  Preparation preparation(definition, schema, context, sink);
  if (!has_consistent_keys(definition, preparation)) {
    return std::nullopt;
  }
  const bool sums = !definition.numerator.empty();
  const schema::Table* table = preparation.table(sums ? unit_table : definition.of);
  if (table == nullptr) {
    return std::nullopt;
  }
  Ready ready;
  ready.definition = &definition;
  ready.hash = definition_hash(definition, context);
  ready.table = schema.index_of(*table);
  preparation.bind(ready.where, definition.where, "where", *table, expr::bind_condition);
  preparation.bind(ready.meets, definition.meets, "meets", *table, expr::bind_condition);
  preparation.bind(ready.numerator, definition.numerator, "numerator", *table, expr::bind_amount);
  preparation.bind(
      ready.denominator, definition.denominator, "denominator", *table, expr::bind_amount);
  preparation.bind(ready.threshold,
                   definition.threshold,
                   "target",
                   *table,
                   [](std::string_view text,
                      const schema::Schema& tables,
                      const schema::Table& /*counted*/,
                      const Context& names) { return expr::bind_unit_total(text, tables, names); });
  return preparation.failed() ? std::nullopt : std::optional(std::move(ready));
}

std::vector<std::string> Ready::tables(const schema::Schema& schema) const {
  std::set<std::size_t> needs = {table};
  add_needs(where, needs);
  add_needs(meets, needs);
  add_needs(numerator, needs);
  add_needs(denominator, needs);
  add_needs(threshold, needs);
  std::vector<std::string> names;
  for (const std::size_t need : needs) {
    names.push_back(schema.tables()[need]->name);
  }
  return names;
}

std::vector<std::string> Ready::missing_tables(const expr::View& view) const {
  std::vector<std::string> missing = tables(view.schema());
  std::erase_if(missing, [&view](const std::string& name) {
    const table::Table* found = view.dataset().find(name);
    return found != nullptr && found->supplied;
  });
  return missing;
}

Rows::Rows(const Ready& ready, const expr::View& view) : size_(view.rows(ready.table)) {
  if (ready.where) {
    where_ = expr::evaluate(*ready.where, view);
  }
  if (ready.meets) {
    meets_ = expr::evaluate(*ready.meets, view);
  }
  if (ready.ratio_of_sums()) {
    numerators_ = expr::evaluate(*ready.numerator, view);
    denominators_ = expr::evaluate(*ready.denominator, view);
  }
}

void Rows::add(std::size_t row, Counts& counts) const {
  const base::Ratio one(1);
  const std::optional<Side> found = side(row);
  if (!found) {
    return;
  }
  if (!numerators_.empty()) {
    add_amounts(row, *found, counts);
    return;
  }
  if (membership_unknown(row)) {
    counts.u2 += one;
    return;
  }
  counts.d += one;
  if (*found == Side::met) {
    counts.n += one;
  } else if (*found == Side::unknown) {
    counts.u1 += one;
  }
}

void Rows::add_amounts(std::size_t row, Side side, Counts& counts) const {
  if (side == Side::unknown) {
    counts.open += base::Ratio(1);
    return;
  }
  counts.n += numerators_[row].low;
  counts.d += denominators_[row].low;
}

std::optional<Side> Rows::side(std::size_t row) const {
  if (where(row) == Truth::no) {
    return std::nullopt;
  }
  if (where(row) == Truth::unknown) {
    return Side::unknown;
  }
  if (!numerators_.empty()) {
    if (!numerators_[row].exact() || !denominators_[row].exact()) {
      return Side::unknown;
    }
    return numerators_[row].low >= denominators_[row].low ? Side::met : Side::unmet;
  }
  switch (meets(row)) {
    case Truth::yes:
      return Side::met;
    case Truth::no:
      return Side::unmet;
    default:
      return Side::unknown;
  }
}

}  // namespace baocao::indicator
