// Word templates: compiled once, rendered many times, from several threads at once.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace baocao::docx {

// Reads a picture that the data or the template names.
using FileReader = std::function<diag::Result<base::Bytes>(const std::string& name)>;

struct RenderOptions {
  bool lenient = false;                   // unknown names print as nothing instead of being faults
  std::uint64_t most_steps = 50'000'000;  // then it stops: a guard against endless loops in loops
  FileReader files = {};                  // none: pictures of files are faults
};

class Template {
 public:
  // All syntax faults at once go to the sink; with any, the result is the first of them.
  // `file` names the template in faults.
  static diag::Result<Template> compile(base::ByteView docx,
                                        const std::string& file,
                                        diag::Sink& sink);
  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;
  ~Template();

  // All run-time faults at once go to the sink; with any error there is no document. Same values,
  // same bytes.
  diag::Result<base::Bytes> render(const report::Value& model,
                                   const RenderOptions& options,
                                   diag::Sink& sink) const;

  struct State;  // of docx/template.cpp

 private:
  explicit Template(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace baocao::docx
