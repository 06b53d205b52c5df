// What has come in for a period: unit by unit and form by form.
#pragma once

#include "archive/archive.hpp"
#include "base/date.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::desk {

enum class Standing : std::uint8_t { missing, returned, accepted };

std::string_view name(Standing standing);

struct UnitStatus {
  std::string code;
  std::string unit;
  Standing standing = Standing::missing;
  std::int64_t revision = 0;  // of the newest package; 0: none
  std::int64_t returned = 0;  // packages sent back
  std::string received_at;    // the first package that was accepted and not sent back
  bool late = false;          // that came after the due day, or it has passed and none came
  std::vector<std::string> missing_forms;  // keys of tables the accepted package lacks
  std::string sha256;                      // of the newest package
  std::string signer;
};

// Key of a table → what people call it; a table that is not there keeps its key.
using FormNames = std::map<std::string, std::string, std::less<>>;

// By the dictionary of the period's definitions.
diag::Result<FormNames> form_names(const archive::Archive& archive, const archive::Period& period);

struct Status {
  archive::Period period;
  base::Date day;
  std::vector<UnitStatus> units;  // in the order of the period

  std::size_t count(Standing standing) const;
  std::size_t on_time() const;  // accepted
  std::size_t late() const;     // accepted late
  std::size_t overdue() const;  // not accepted, and the due day has passed
};

// `packages` are those of the period; `day` is the one on which the question is asked.
Status status(const archive::Period& period,
              const std::vector<archive::Package>& packages,
              base::Date day);

// {"resolution","period","as_of","due","day","locked","units":[{"unit","name","state","revision",
// "received_at","late","returned","forms":{"can_bo":"received"|"missing"},"signer"}],"counts":{…}}
std::string status_json(const Status& status);
// As a person reads it: counts, then the units that owe something.
std::string status_text(const Status& status, const FormNames& names);
// The names templates use, `goi` of docs/ten-trong-mau.md, as JSON: it is kept with a report so
// that the report can be made again.
std::string status_model(const Status& status, const FormNames& names);

}  // namespace baocao::desk
