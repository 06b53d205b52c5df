// The three styles of the document's typeface and what text measures in them.
#pragma once

#include "diag/result.hpp"
#include "pdf/font_table.hpp"
#include "pdf/memory_file.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::pdf {

enum class Style : std::uint8_t { regular, bold, italic };

inline constexpr std::size_t style_count = 3;

struct Font {
  Style style = Style::regular;
  double size = 10;  // points
};

// Distances from the baseline in em (Liberation Serif, hhea table).
inline constexpr double ascent = 0.891;
inline constexpr double descent = 0.216;
inline constexpr double cap_height = 0.662;

// Line distance in em at which official documents set single-spaced text.
inline constexpr double leading = 1.15;

// The files of one typeface with all Vietnamese letters, read once; shared by threads.
class FontSet {
 public:
  using Paths = std::array<std::filesystem::path, style_count>;  // in the order of Style

  // P102 when a file cannot be read or lacks a Vietnamese letter.
  static diag::Result<FontSet> open(const Paths& paths);

  // The file for libharu, cut to the letters of reports.
  std::filesystem::path path(Style style) const { return files_[index(style)]->path(); }

  // Width in points. Throws RenderFault (P103) for text that would not print as it stands.
  double width(std::string_view text, const Font& font) const;

  // The first thing that would not print, described in Vietnamese: bytes that are not UTF-8, a
  // letter that one of the styles lacks, a combining mark (text that is not NFC).
  std::optional<std::string> unprintable(std::string_view text) const;

 private:
  bool prints(char32_t letter) const;

  static constexpr std::size_t index(Style style) { return static_cast<std::size_t>(style); }

  std::array<std::shared_ptr<const MemoryFile>, style_count> files_;
  std::vector<FontTable> tables_;
  std::vector<bool> printable_;  // by code point of the BMP
};

// The 134 letters that Vietnamese adds to ASCII, upper and lower case.
std::u32string_view vietnamese_letters();

}  // namespace baocao::pdf
