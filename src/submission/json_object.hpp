// Typed reading of one JSON object; faults go to the sink, all at once. Private to submission/.
#pragma once

#include "base/ratio.hpp"
#include "diag/diagnostic.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace baocao::submission {

class JsonObject {
 public:
  using Read = std::function<void(JsonObject&)>;

  // `json` must outlive this. `where` names the object in messages ("entries[3]"; empty: the whole
  // document), which begin with the message of `fault`.
  JsonObject(const nlohmann::json& json,
             std::string where,
             diag::Diagnostic fault,
             diag::Sink& sink);

  // A missing or ill-typed value is a fault; the default is returned.
  std::string string(const char* key);
  std::uint64_t count(const char* key);
  void object(const char* key, const Read& read);
  void each(const char* key, const Read& read);  // the objects of a list

  // A count as an integer or a decimal string (design, section 4); nothing when it is null.
  std::optional<base::Ratio> amount(const char* key);

  // Reports every key that was never asked for. Call it last, unless more keys than those may be.
  void finish();

  void add(const std::string& what) const;

 private:
  const nlohmann::json* take(const char* key);
  std::string path(const char* key) const;

  const nlohmann::json& json_;
  std::string where_;
  diag::Diagnostic fault_;
  diag::Sink& sink_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace baocao::submission
