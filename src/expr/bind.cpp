#include "expr/bind.hpp"

#include "expr/binder.hpp"
#include "expr/parser.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace baocao::expr {
namespace {

template <class T>
BindResult<T> bind(std::string_view text,
                   const schema::Schema& schema,
                   const schema::Table& table,
                   const Context& context,
                   Ptr<T> (Binder::*root)(const Node&),
                   Link unit_link = Link::unit) {
  const auto tree = parse(text);
  if (!tree) {
    return tl::unexpected(
        std::vector<Fault>{{"E410", tree.error().where, tree.error().message, ""}});
  }
  std::vector<Fault> faults;
  std::set<std::size_t> needs;
  Bound<T> bound;
  bound.table = schema.index_of(table);
  Binder binder(schema, bound.table, context, faults, needs, unit_link);
  bound.root = (binder.*root)(**tree);
  if (!faults.empty()) {
    return tl::unexpected(std::move(faults));
  }
  bound.needs.assign(needs.begin(), needs.end());
  return bound;
}

}  // namespace

BindResult<Truth> bind_condition(std::string_view text,
                                 const schema::Schema& schema,
                                 const schema::Table& table,
                                 const Context& context) {
  return bind<Truth>(text, schema, table, context, &Binder::condition);
}

BindResult<Interval> bind_amount(std::string_view text,
                                 const schema::Schema& schema,
                                 const schema::Table& table,
                                 const Context& context) {
  return bind<Interval>(text, schema, table, context, &Binder::number);
}

BindResult<Interval> bind_unit_total(std::string_view text,
                                     const schema::Schema& schema,
                                     const Context& context) {
  return bind<Interval>(
      text, schema, *schema.find(unit_table), context, &Binder::number, Link::below);
}

diag::Diagnostic diagnostic(const Fault& fault,
                            std::string_view text,
                            std::string_view where,
                            diag::Span span) {
  const std::size_t offset = std::min<std::size_t>(fault.where.offset, text.size());
  const std::string_view quote = text.substr(offset, fault.where.length);
  std::string note = "trong biểu thức: " + std::string(text) + " (từ ký tự " +
                     std::to_string(text::length(text.substr(0, offset)) + 1);
  note += quote.empty() ? ")" : ", chỗ \"" + std::string(quote) + "\")";
  return {.code = fault.code,
          .message = std::string(where) + ": " + fault.message,
          .help = fault.help,
          .span = std::move(span),
          .notes = {std::move(note)}};
}

}  // namespace baocao::expr
