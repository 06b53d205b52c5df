// Values computed over the records that belong to a row: of a person, or of a unit.
#pragma once

#include "expr/field.hpp"

#include <cstdint>

namespace baocao::expr {

// `below`: of the unit and of all units below it.
enum class Link : std::uint8_t { person, unit, below };

// Which records of which table. A person without any has none; a unit without any has not
// reported, and nothing is known of it; nor of what lies below while one unit at the bottom has
// none.
struct Related {
  std::size_t table = 0;
  Link link = Link::person;
  std::string label;  // of the table
  Ptr<Truth> where;   // on rows of that table; null: all
};

Ptr<Truth> exists(Related related);
Ptr<Interval> count(Related related);
Ptr<Interval> sum(Related related, Ptr<Interval> value);

// The value in the record with the greatest `by`; unknown when the record is not certain.
template <class T>
Ptr<T> latest(Related related, std::size_t column, const schema::Field& field, Ptr<Interval> by);

}  // namespace baocao::expr
