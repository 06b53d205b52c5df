// The PDF summary: blocks listed in summary-<level>.toml, drawn with libharu.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "report/value.hpp"

namespace baocao::pdf {

// TrueType files with all Vietnamese letters (fonts-liberation2).
struct FontFiles {
  std::filesystem::path regular;
  std::filesystem::path bold;
  std::filesystem::path italic;

  // The installed Liberation Serif 2; P1xx when it is not there or lacks Vietnamese letters.
  static diag::Result<FontFiles> find();
};

class Summary {
 public:
  static diag::Result<Summary> load(std::string_view toml, const std::string& file,
                                    diag::Sink& sink);
  Summary(Summary&&) noexcept;
  Summary& operator=(Summary&&) noexcept;
  ~Summary();

  // One thread per call; several calls may run at once. Same values, same bytes.
  diag::Result<base::Bytes> render(const report::Value& model, const FontFiles& fonts) const;

 private:
  struct State;
  explicit Summary(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace baocao::pdf
