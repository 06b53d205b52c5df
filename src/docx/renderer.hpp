// Runs a tape on values.
#pragma once

#include "base/bytes.hpp"
#include "diag/diagnostic.hpp"
#include "docx/tape.hpp"
#include "package/packer.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <string>

namespace baocao::docx {

// What the parts of one document share while it is rendered.
struct Rendering {
  const std::string& file;  // names the template in faults
  const report::Value& model;
  bool lenient = false;
  diag::Sink& sink;
  std::uint64_t most_steps = 0;
  std::uint64_t next_drawing_id = 1;
  std::uint64_t steps = 0;  // operations done so far
  std::uint64_t bytes = 0;  // XML written so far; capped
};

// Writes the finished XML of the part; of no use when the sink has got errors.
void render(const Tape& tape, Rendering& rendering, package::Packer& out);

}  // namespace baocao::docx
