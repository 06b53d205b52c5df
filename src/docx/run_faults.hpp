// Run-time faults of a document. A loop can raise the same fault in each of thousands of passes:
// the first pass is shown and the others are counted.
#pragma once

#include "diag/diagnostic.hpp"
#include "docx/faults.hpp"
#include "docx/tape.hpp"

#include <map>
#include <string>
#include <vector>

namespace baocao::docx {

class RunFaults {
 public:
  RunFaults(const std::string& file, const std::string& part) : file_(file), part_(part) {}

  // `pass` says in which passes of which loops: "for r in xa, lượt 37"; empty outside of loops.
  void add(const std::vector<Tag>& tags,
           std::uint32_t tag,
           TagFault fault,
           const std::string& pass);

  // In the order of the tags.
  void hand_over(diag::Sink& sink);

 private:
  struct Kept {
    std::string message;  // without the pass
    diag::Diagnostic diagnostic;
    std::size_t repeats = 0;
  };

  struct OfTag {
    std::vector<Kept> kept;
    std::size_t others = 0;
  };

  static void count_repeats(OfTag& faults);

  const std::string& file_;
  const std::string& part_;
  std::map<std::uint32_t, OfTag> by_tag_;
};

}  // namespace baocao::docx
