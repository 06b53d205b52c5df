#include "report/shape.hpp"

#include <algorithm>

namespace baocao::report {
namespace {

using Type = Value::Type;

Value stand_in(Type type, const Shape& shape) {
  switch (type) {
    case Type::boolean:
      return true;
    case Type::number:
      return 1;
    case Type::date:
      return *base::Date::from_ymd(2026, 1, 1);
    case Type::string:
      return "x";
    case Type::list:
      return List{};
    case Type::map: {
      Map members;
      for (const auto& [key, value] : shape.members) {
        members.emplace_back(key, Value());
      }
      return Value(std::move(members));
    }
    case Type::none:
      break;
  }
  return {};
}

}  // namespace

const ShapePtr* Shape::member(std::string_view key) const {
  const auto at = std::find_if(
      members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
  return at == members.end() ? nullptr : &at->second;
}

ShapePtr shape_of(const Value& value) {
  if (value.is_none()) {
    return nullptr;
  }
  Shape shape{.types = Shape::bit(value.type())};
  if (const Map* map = value.map()) {
    for (const auto& [key, member] : *map) {
      shape.members.emplace_back(key, shape_of(member));
    }
  } else if (const List* list = value.list()) {
    for (const Value& item : *list) {
      shape.items = united(shape.items, shape_of(item));
    }
  }
  return std::make_shared<const Shape>(std::move(shape));
}

ShapePtr shape_of_type(Type type) {
  return std::make_shared<const Shape>(
      Shape{.types = Shape::bit(type), .has_others = type == Type::map});
}

ShapePtr list_of(ShapePtr items) {
  return std::make_shared<const Shape>(
      Shape{.types = Shape::bit(Type::list), .items = std::move(items)});
}

ShapePtr united(const ShapePtr& a, const ShapePtr& b) {
  if (!a || !b || a == b) {
    return a ? a : b;
  }
  Shape both{.types = static_cast<std::uint8_t>(a->types | b->types),
             .members = a->members,
             .has_others = a->has_others || b->has_others,
             .items = united(a->items, b->items)};
  for (const auto& [key, shape] : b->members) {
    const auto at = std::find_if(both.members.begin(), both.members.end(), [&](const auto& member) {
      return member.first == key;
    });
    if (at == both.members.end()) {
      both.members.emplace_back(key, shape);
    } else {
      at->second = united(at->second, shape);
    }
  }
  return std::make_shared<const Shape>(std::move(both));
}

Value example_of(const ShapePtr& shape) {
  if (!shape) {
    return {};
  }
  Value value = stand_ins(*shape).back();
  if (value.list() != nullptr) {
    return List{example_of(shape->items)};
  }
  if (value.map() == nullptr) {
    return value;
  }
  Map members;
  for (const auto& [key, member] : shape->members) {
    members.emplace_back(key, example_of(member));
  }
  return Value(std::move(members));
}

std::vector<Value> stand_ins(const Shape& shape) {
  std::vector<Value> values;
  for (const Type type : all_types) {
    if (shape.may_be(type)) {
      values.push_back(stand_in(type, shape));
    }
  }
  return values;
}

}  // namespace baocao::report
