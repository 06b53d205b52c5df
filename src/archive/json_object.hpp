// A JSON object in one line, keys in the order they are added: the canonical form that log records
// are hashed in. Private to archive/.
#pragma once

#include "diag/json.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::archive {

class JsonObject {
 public:
  JsonObject& add(std::string_view key, std::string_view text) {
    return add_json(key, diag::json_string(text));
  }

  JsonObject& add(std::string_view key, std::int64_t number) {
    return add_json(key, std::to_string(number));
  }

  JsonObject& add_json(std::string_view key, std::string_view json) {
    body_ += body_.empty() ? "" : ",";
    body_ += diag::json_string(key);
    body_ += ':';
    body_ += json;
    return *this;
  }

  std::string text() const { return "{" + body_ + "}"; }

 private:
  std::string body_;
};

// ["a","b"]
inline std::string json_array(const std::vector<std::string>& texts) {
  std::string body;
  for (const std::string& text : texts) {
    body += (body.empty() ? "" : ",") + diag::json_string(text);
  }
  return "[" + body + "]";
}

}  // namespace baocao::archive
