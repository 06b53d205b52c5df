// Encodings of Vietnamese from before Unicode, in which the font decides what a letter is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace baocao::text {

enum class Legacy : std::uint8_t {
  none,   // Unicode
  tcvn3,  // TCVN 5712:1993, fonts .Vn… ("ABC"); capitals by the fonts ending in H
  vni,    // VNI-Windows, fonts VNI-…
};

// "TCVN3", "VNI", "Unicode".
std::string_view name_of(Legacy encoding);

// What text in a font of this name is written in: ".VnTime" → tcvn3, "VNI-Times" → vni.
Legacy legacy_of_font(std::string_view font);

// Does the font show every letter as a capital? ".VnTimeH" does.
bool is_capital_font(std::string_view font);

// `text` (UTF-8, each byte widened to a code point, untouched since) in Unicode, NFC; damage done
// by reading it as windows-1258 is undone first.
std::string from_legacy(std::string_view text, Legacy encoding);

// May `text` be in a legacy encoding? False for ASCII and for what holds letters only Unicode has
// (U+1EA0..U+1EF9, Ĩ, Ũ). Cheap.
bool may_be_legacy(std::string_view text);

// Does `text`, which may be, look like it: letters or neighbours that no Vietnamese text in Unicode
// has? Cheap.
bool looks_legacy(std::string_view text);

// Gathers the words of texts that belong together (a column) and judges how they are to be read: by
// the number of words that are Vietnamese syllables in each reading. Words that read the same
// in all of them (ASCII) and lone symbols say nothing.
class LegacyScore {
 public:
  void add(std::string_view text);
  void add(const LegacyScore& other);

  std::size_t words() const { return words_; }

  std::size_t legal(Legacy reading) const { return legal_[static_cast<std::size_t>(reading)]; }

  // The reading with the most syllables; Unicode on a tie with it, and on one of TCVN3 with VNI.
  Legacy best() const;

 private:
  std::size_t words_ = 0;
  std::size_t legal_[3] = {};
};

}  // namespace baocao::text
