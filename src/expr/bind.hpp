// Binds an expression to a table of the schema: every name gets a meaning, every operation its
// types, or a fault with its place.
//
// A name is looked up in this order: field of the table, word of the code list of the other operand
// where it has one, named condition, named parameter, built-in (ngay_chot, ngay_dau_ky,
// nam_bao_cao, ky_bao_cao, nam_dau, nam_cuoi). A field with the name of a condition or parameter is
// a fault. t.f reaches the row's unit (don_vi.loai) and, from a table of a person's records, the
// person (can_bo.nhom). Aggregates run over the records of the row's person (from can_bo) or of the
// unit (from don_vi). Functions: tuoi(date), tuoi(date, at), nam(date), min/nho_nhat(a, b),
// max/lon_nhat(a, b).
// Tests: x is none.
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/ratio.hpp"
#include "diag/diagnostic.hpp"
#include "expr/ast.hpp"
#include "schema/schema.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::expr {

// What expressions may use besides the tables.
struct Context {
  base::Date as_of;
  base::Period period;
  std::map<std::string, base::Ratio, std::less<>> parameters;  // tuoi_tre = 42
  // Named conditions: cap_uy = "chuc_danh in [bi_thu, …]", bound to the table where they are used.
  std::map<std::string, std::string, std::less<>> conditions = {};
  // nam_dau and nam_cuoi: the years a resolution covers; 0: there is none.
  int first_year = 0;
  int last_year = 0;
};

// Three-valued logic (Kleene): a missing value makes a condition unknown, never false.
enum class Truth : std::uint8_t { no, yes, unknown };

// A number some of whose operands may be known only within bounds ("sinh năm 1984").
struct Interval {
  base::Ratio low = {};
  base::Ratio high = {};
  bool known = false;  // false: nothing is known, low and high must not be read

  bool exact() const { return known && low == high; }
};

template <class T>
class Operand;  // a node of the bound tree (expr/operand.hpp)

// An expression bound to one table. Immutable; copies are cheap; may be used by many threads.
template <class T>
struct Bound {
  std::size_t table = 0;           // index in Schema::tables() of the table it runs on
  std::vector<std::size_t> needs;  // all tables it reads, ascending, `table` included
  std::shared_ptr<const Operand<T>> root;
};

using Condition = Bound<Truth>;
using Amount = Bound<Interval>;

struct Fault {
  diag::Code code;
  Location where;  // in the expression's text
  std::string message;
  std::string help;
  std::string condition = {};  // named condition in which it lies; `inside` is the place there
  Location inside = {};
};

template <class T>
using BindResult = tl::expected<Bound<T>, std::vector<Fault>>;

// All faults of the text at once: E410 syntax, E411 unknown name, E412 unknown code word,
// E413 wrong type, E414 tables that are not linked, E415 unknown function or wrong arguments,
// E422 named conditions in a circle, E426 a name with two meanings.
BindResult<Truth> bind_condition(std::string_view text,
                                 const schema::Schema& schema,
                                 const schema::Table& table,
                                 const Context& context);
BindResult<Interval> bind_amount(std::string_view text,
                                 const schema::Schema& schema,
                                 const schema::Table& table,
                                 const Context& context);
// Of a unit (a row of don_vi), where aggregates run over the records of the unit and of all units
// below it, so that the same text gives the figure of a commune and of its province.
BindResult<Interval> bind_unit_total(std::string_view text,
                                     const schema::Schema& schema,
                                     const Context& context);

// The fault as a diagnostic: `where` names the expression ("chỉ tiêu 5a, khóa meets"); `span` is
// its place in the file.
diag::Diagnostic diagnostic(const Fault& fault,
                            std::string_view text,
                            std::string_view where,
                            diag::Span span);

}  // namespace baocao::expr
