#include "submission/json_object.hpp"

#include <utility>

#include <nlohmann/json.hpp>

namespace baocao::submission {

JsonObject::JsonObject(const nlohmann::json& json,
                       std::string where,
                       diag::Diagnostic fault,
                       diag::Sink& sink)
    : json_(json), where_(std::move(where)), fault_(std::move(fault)), sink_(sink) {
  if (!json_.is_object()) {
    add("không phải là một đối tượng");
  }
}

std::string JsonObject::string(const char* key) {
  const nlohmann::json* value = take(key);
  if (value == nullptr) {
    return {};
  }
  if (!value->is_string()) {
    add("\"" + std::string(key) + "\" phải là chữ");
    return {};
  }
  return value->get<std::string>();
}

std::uint64_t JsonObject::count(const char* key) {
  const nlohmann::json* value = take(key);
  if (value == nullptr) {
    return 0;
  }
  if (!value->is_number_unsigned()) {
    add("\"" + std::string(key) + "\" phải là số nguyên không âm");
    return 0;
  }
  return value->get<std::uint64_t>();
}

void JsonObject::object(const char* key, const Read& read) {
  if (const nlohmann::json* value = take(key)) {
    JsonObject inner(*value, path(key), fault_, sink_);
    read(inner);
  }
}

void JsonObject::each(const char* key, const Read& read) {
  const nlohmann::json* value = take(key);
  if (value == nullptr) {
    return;
  }
  if (!value->is_array()) {
    add("\"" + std::string(key) + "\" phải là danh sách");
    return;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    JsonObject element((*value)[i], path(key) + "[" + std::to_string(i + 1) + "]", fault_, sink_);
    read(element);
  }
}

std::optional<base::Ratio> JsonObject::amount(const char* key) {
  const nlohmann::json* value = take(key);
  if (value == nullptr || value->is_null()) {
    return std::nullopt;
  }
  std::optional<base::Ratio> amount;
  if (value->is_string()) {
    amount = base::Ratio::parse(value->get<std::string>());
  } else if (value->is_number_integer()) {
    amount = base::Ratio::parse(value->dump());
  }
  if (!amount) {
    add("\"" + std::string(key) + "\" phải là một số");
  }
  return amount;
}

void JsonObject::finish() {
  if (!json_.is_object()) {
    return;
  }
  for (const auto& [key, value] : json_.items()) {
    if (!known_.contains(key)) {
      add("có mục lạ \"" + key + "\"");
    }
  }
}

void JsonObject::add(const std::string& what) const {
  diag::Diagnostic fault = fault_;
  fault.message += (where_.empty() ? "" : where_ + ": ") + what;
  sink_.add(std::move(fault));
}

// The value of `key`; null, and a fault, when it is not there.
const nlohmann::json* JsonObject::take(const char* key) {
  known_.insert(key);
  if (!json_.is_object()) {
    return nullptr;
  }
  const auto found = json_.find(key);
  if (found == json_.end()) {
    add("thiếu \"" + std::string(key) + "\"");
    return nullptr;
  }
  return &*found;
}

std::string JsonObject::path(const char* key) const {
  return where_.empty() ? key : where_ + "." + key;
}

}  // namespace baocao::submission
