// Excel appendices: sheets and columns are defined in appendices.toml, values come from the model.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "config/node.hpp"
#include "diag/result.hpp"
#include "report/value.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace baocao::xlsx {

// appendices.toml, read and its expressions parsed; render it for any number of models and threads.
class Appendices {
 public:
  // `toml` is the text of appendices.toml; `file` its name in faults. All faults go to the sink.
  static diag::Result<Appendices> load(std::string_view toml,
                                       const std::string& file,
                                       diag::Sink& sink);
  Appendices(Appendices&&) noexcept;
  Appendices& operator=(Appendices&&) noexcept;
  ~Appendices();

  // `level` ("tinh", "xa") chooses the sheets meant for it; internal sheets (lists of persons) only
  // when `internal`. Writes through a file in `scratch` (libxlsxwriter writes files only).
  diag::Result<base::Bytes> render(const report::Value& model,
                                   std::string_view level,
                                   bool internal,
                                   const std::filesystem::path& scratch) const;

 private:
  struct State;
  explicit Appendices(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace baocao::xlsx
