// overrides.toml: faults of rules that somebody has allowed, with the reason and until when.
#pragma once

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::check {

// What an override is about: a person (unit, name, birth), a row of a file, or a whole unit.
struct Record {
  std::string unit;  // code
  std::string name;
  std::optional<base::Date> birth;
  std::string file;
  std::string sheet;  // empty: any
  std::uint32_t row = 0;
};

struct Override {
  std::string rule;  // id of a [[rule]], or a code K3xx
  Record record;
  std::string reason;
  std::string by;
  base::Date until;
  diag::Span span;  // place in overrides.toml
};

// A fault that was let pass, for the appendix.
struct Exception {
  diag::Diagnostic fault;  // as the check raised it
  std::string title;       // of the rule, without the figures of one row
  std::string person;      // name; empty when the fault is not of a person
  std::string reason;
  std::string by;
  base::Date until;
};

// Reads the text of `file`. A key that is unknown, missing or ill-typed (J102-J104), a record that
// does not say whom it is about (J213) and a rule there is not (J214) are faults; all go to
// `fatal`. Only checks of rules (codes K…) can be overridden: a bad cell is mended, not allowed.
std::vector<Override> read_overrides(std::string_view toml,
                                     const std::string& file,
                                     const table::Dataset& dataset,
                                     diag::Sink& fatal);

// Every fault an override matches becomes a note that says who allowed it, why and until when. An
// override that ended before `as_of` counts for nothing (J215); one that matches nothing is told
// (J216). Returns what was let pass, in the order of the faults.
std::vector<Exception> apply_overrides(const std::vector<Override>& overrides,
                                       const table::Dataset& dataset,
                                       base::Date as_of,
                                       diag::Sink& faults);

}  // namespace baocao::check
