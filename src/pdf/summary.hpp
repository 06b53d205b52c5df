// The PDF summary: blocks listed in summary-<level>.toml, drawn with libharu.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "report/value.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baocao::pdf {

class FontSet;

// TrueType files with all Vietnamese letters (fonts-liberation2), read once for any number of
// summaries and threads.
class FontFiles {
 public:
  // The installed Liberation Serif 2, or Tinos; P101 when neither is there, P102 when Vietnamese
  // letters are missing.
  static diag::Result<FontFiles> find();
  static diag::Result<FontFiles> find_in(const std::vector<std::filesystem::path>& font_folders);
  static diag::Result<FontFiles> open(const std::filesystem::path& regular,
                                      const std::filesystem::path& bold,
                                      const std::filesystem::path& italic);

  const FontSet& set() const { return *set_; }

 private:
  explicit FontFiles(std::shared_ptr<const FontSet> set) : set_(std::move(set)) {}

  std::shared_ptr<const FontSet> set_;
};

class Summary {
 public:
  // `toml` is the text of the summary file, `file` its name in faults. All faults go to the sink.
  static diag::Result<Summary> load(std::string_view toml,
                                    const std::string& file,
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
