// Excel appendices: sheets and columns are defined in appendices.toml, values come from the model.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "config/node.hpp"
#include "diag/result.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace baocao::xlsx {

// Whom a workbook is for: lists of persons stay with the unit that owns them and never travel with
// the report (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
enum class Audience : std::uint8_t { outward, internal };

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

  // Whether there is a sheet for this level ("tinh", "xa") and audience.
  bool has_sheets(std::string_view level, Audience audience) const;

  // The sheets for `level` and `audience`; optional ones take part only when they have rows. There
  // must be one. The internal ones are numbered on from the outward ones; only they may ask for
  // what an outward model lacks. Writes through a file in `scratch`
  // (libxlsxwriter writes files only).
  diag::Result<base::Bytes> render(const report::Value& model,
                                   std::string_view level,
                                   Audience audience,
                                   const std::filesystem::path& scratch) const;

 private:
  struct State;
  explicit Appendices(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace baocao::xlsx
