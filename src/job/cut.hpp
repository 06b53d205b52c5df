// The job of one commune, cut out of the job of a superior that holds the data of many.
#pragma once

#include "job/compute.hpp"
#include "job/load.hpp"

#include <cstdint>
#include <memory>
#include <set>
#include <string>

namespace baocao::job {

struct Cut {
  std::unique_ptr<Loaded> loaded;
  std::set<std::string> extracts;  // names of the input files that are extracts of shared lists
};

// A job for `unit`, a unit without others below it: its own files and the tables of units as
// delivered, its rows of shared lists of persons as extracts (extract.hpp). Its counts are those
// of `computed`, or G207. Refused (G210): what a cut would lose: cells of the unit in a shared list
// that were not understood as they are, exceptions of overrides.toml, persons in a file that also
// holds a table of units. All faults go to `fatal`; the first is returned.
diag::Result<Cut> cut(const Loaded& whole,
                      const Computed& computed,
                      std::uint16_t unit,
                      const Options& options,
                      diag::Sink& fatal);

}  // namespace baocao::job
