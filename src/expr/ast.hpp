// The tree of an expression: one for indicator definitions, rules and Word templates.
//
// Grammar, loosest first (Jinja2's where it has one):
//   e if c else e | or | and | not | compare (== != < <= > >= in, not in, between a and b)
//   | ~ | + - | * / // % | ** | filter x|f(a), test x is f(a), x is not f | unary -
//   | postfix a.b a[i] a[i:j:k] f(a) a.f(b) | literal, name, (e), [e, …], {k: e, …}, aggregate
// As in Jinja2, filters and tests bind tighter than arithmetic and take a sign with them:
// -x|abs is (-x)|abs. In templates comparisons chain, a < b < c is a < b and b < c, and arguments
// may be named, f(a, k=b); in definitions both are faults, not surprises.
// Literals: 12, 12.5, 75% (= 3/4), "text" or 'text' (curly quotes too), true, false, none,
// 2030-12-31.
// Aggregates: exists(t where c), count(t where c), sum(t.f where c), sum(t: e where c),
// latest(t.f where c by g); "where" and "by" may be left out.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace baocao::expr {

// Bytes of the source text.
struct Location {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

enum class Kind : std::uint8_t {
  none,
  boolean,      // flag
  number,       // number
  string,       // text
  date,         // date
  name,         // text
  member,       // children[0] . text
  index,        // children[0] [ children[1] ]
  slice,        // children[0] [ children[1] : children[2] ], either may be null; : children[3] if any
  list,         // children
  map,          // children: key, value, key, value …
  call,         // text = function name, children = arguments
  method,       // children[0] . text ( children[1…] )
  filter,       // children[0] | text ( children[1…] )
  test,         // children[0] is text ( children[1…] ); flag = negated ("is not")
  unary,        // op, children[0]
  binary,       // op, children[0], children[1]
  conditional,  // children[0] if children[1] else children[2] (null: no else)
  between,      // children[0] between children[1] and children[2], ends included
  aggregate,    // text = exists|count|sum|latest, table, field, children[0] = where (may be null),
                // children[1] = by (latest; may be null), children[2] = summed value of
                // sum(t: e) (may be null; then `field`)
};

enum class Op : std::uint8_t {
  none,
  // The words themselves are operators of C++.
  or_,   // NOLINT(readability-identifier-naming)
  and_,  // NOLINT(readability-identifier-naming)
  not_,  // NOLINT(readability-identifier-naming)
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  not_in,
  concat,
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  remainder,
  power,
  negate
};

struct Node;
using NodePtr = std::unique_ptr<Node>;

struct Node {
  Kind kind = Kind::none;
  Op op = Op::none;
  bool flag = false;
  Location where;
  Location name;  // of member, method, filter and test: where `text` stands; else empty
  std::string text;
  std::string table;     // aggregate
  std::string field;     // aggregate
  std::string argument;  // as an argument: the name it was given by, f(text=…); mostly empty
  base::Ratio number;
  base::Date date;
  std::vector<NodePtr> children;
};

}  // namespace baocao::expr
