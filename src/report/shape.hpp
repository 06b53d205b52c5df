// What is known of a value before there is one: which types it may have, which members.
#pragma once

#include "report/value.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baocao::report {

struct Shape;
// Never changed once it is made; null: nothing is known.
using ShapePtr = std::shared_ptr<const Shape>;

// An empty value (none) tells nothing of the type, so it leaves no trace in a shape.
struct Shape {
  std::uint8_t types = 0;                                      // bits by Value::Type, at least one
  std::vector<std::pair<std::string, ShapePtr>> members = {};  // of a map, in the order met
  bool has_others = false;  // the map may have members that are not listed
  ShapePtr items = {};      // of a list

  bool may_be(Value::Type type) const { return (types & bit(type)) != 0; }

  bool is_only(Value::Type type) const { return types == bit(type); }

  const ShapePtr* member(std::string_view key) const;  // null: there is no such member

  static constexpr std::uint8_t bit(Value::Type type) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(type));
  }
};

ShapePtr shape_of(const Value& value);  // the items of a list share one shape
ShapePtr shape_of_type(Value::Type type);
ShapePtr list_of(ShapePtr items);
ShapePtr united(const ShapePtr& a, const ShapePtr& b);

// A value of each type the shape may have: what fails on all of them fails on every value.
std::vector<Value> stand_ins(const Shape& shape);

// One value of the shape, with all its members and one item in each list; none where nothing is
// known.
Value example_of(const ShapePtr& shape);

inline constexpr std::array all_types{Value::Type::boolean,
                                      Value::Type::number,
                                      Value::Type::date,
                                      Value::Type::string,
                                      Value::Type::list,
                                      Value::Type::map};

}  // namespace baocao::report
