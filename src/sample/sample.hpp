// Synthetic inputs in the forms offices really use: made people, real units, published counts.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace baocao::sample {

struct Request {
  std::filesystem::path templates;  // the templates/ folder
  std::string resolution;           // "thai-nguyen-cbcx"
  int units = 0;                    // number of communes, from the resolution's unit list
  int people = 0;                   // in all
  std::uint64_t seed = 0;
};

struct File {
  std::string name;  // "can-bo/05665-xa-van-lang.xlsx"
  base::Bytes bytes;
};

// The job folder: job.toml, don-vi.csv, rosters in mixed layouts, gradings, training, quota,
// rotation, equipment. The same request gives the same bytes.
diag::Result<std::vector<File>> make(const Request& request);

}  // namespace baocao::sample
