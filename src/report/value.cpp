#include "report/value.hpp"

namespace baocao::report {

Value::Value(List value) : data_(std::make_shared<const List>(std::move(value))) {}

Value::Value(Map value) : data_(std::make_shared<const Map>(std::move(value))) {}

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
