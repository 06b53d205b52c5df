// Options that several commands share, as values.
#pragma once

#include <string>

namespace baocao::cli {

struct Common {
  std::string templates;  // empty: beside the program or above the working folder
  unsigned threads = 0;   // 0: one per core
};

struct UnitChoice {
  std::string code;  // empty: the job's unit
  bool all = false;  // every unit below it as well
};

// What the commands on an archive share: which one, and who acts when.
struct Desk {
  std::string archive;
  std::string at;      // "2026-10-05T08:30:00" or a day; empty: by the machine's clock
  std::string who;     // empty: name of the user the machine knows
  std::string reason;  // where the command asks for one
};

}  // namespace baocao::cli
