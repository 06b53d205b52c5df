// What the archive keeps, as plain values: acts, periods, the log. Texts are UTF-8; a hash is a
// SHA-256 in lower-case hexadecimal digits.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::archive {

// Who changes the archive, when and why: the head of a log record. The archive has no clock.
struct Act {
  std::string at;  // local time, "2026-10-05T08:30:00"
  std::string who;
  std::string why = {};

  friend bool operator==(const Act&, const Act&) = default;
};

struct NamedBytes {
  std::string name;
  base::Bytes bytes;
};

struct ExpectedUnit {
  std::string code;
  std::string name;

  friend bool operator==(const ExpectedUnit&, const ExpectedUnit&) = default;
};

struct PeriodKey {
  std::string resolution;  // "thai-nguyen-cbcx"
  std::string period;      // "2026-Q3"

  friend bool operator==(const PeriodKey&, const PeriodKey&) = default;
};

// A reporting period of a resolution: what is expected of whom until when.
struct Period {
  PeriodKey key;
  base::Date as_of;         // ages and terms are counted at this date
  base::Date due;           // a package received on this day is on time
  std::string definitions;  // hash of the definition set in force
  std::vector<ExpectedUnit> units = {};
  std::vector<std::string> forms = {};  // tables every unit has to hand in
  std::optional<Act> lock = {};

  friend bool operator==(const Period&, const Period&) = default;
};

struct LogRecord {
  std::int64_t seq = 0;
  Act act;
  std::string action;   // "register", "lock", …
  std::string subject;  // "thai-nguyen-cbcx/2026-Q3", or a hash
  std::string detail;   // a JSON object that covers all that was written
  std::string previous;
  std::string hash;
};

}  // namespace baocao::archive
