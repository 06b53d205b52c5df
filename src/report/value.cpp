#include "report/value.hpp"

#include "report/limits.hpp"

#include <algorithm>

namespace baocao::report {

namespace {

// Every list and map of a Value is one of these: it knows how deep it is.
struct HeldList : List {
  explicit HeldList(List items) : List(std::move(items)) {
    for (const Value& item : *this) {
      depth = std::max(depth, depth_of(item) + 1);
    }
  }

  std::uint32_t depth = 1;
};

struct HeldMap : Map {
  explicit HeldMap(Map entries) : Map(std::move(entries)) {
    for (const auto& entry : *this) {
      depth = std::max(depth, depth_of(entry.second) + 1);
    }
  }

  std::uint32_t depth = 1;
};

}  // namespace

Value::Value(List value)
    : data_(std::shared_ptr<const List>(std::make_shared<const HeldList>(std::move(value)))) {}

Value::Value(Map value)
    : data_(std::shared_ptr<const Map>(std::make_shared<const HeldMap>(std::move(value)))) {}

std::uint32_t depth_of(const Value& value) {
  if (const List* list = value.list()) {
    return static_cast<const HeldList*>(list)->depth;
  }
  const Map* map = value.map();
  return map == nullptr ? 0 : static_cast<const HeldMap*>(map)->depth;
}

const List* Value::list() const {
  const auto* held = std::get_if<std::shared_ptr<const List>>(&data_);
  return held == nullptr ? nullptr : held->get();
}

const Map* Value::map() const {
  const auto* held = std::get_if<std::shared_ptr<const Map>>(&data_);
  return held == nullptr ? nullptr : held->get();
}

const Value* Value::find(std::string_view key) const {
  const Map* entries = map();
  if (entries == nullptr) {
    return nullptr;
  }
  for (const auto& [name, value] : *entries) {
    if (name == key) {
      return &value;
    }
  }
  return nullptr;
}

}  // namespace baocao::report
