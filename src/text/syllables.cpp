#include "text/syllables.hpp"

#include "text/letters.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace baocao::text {
namespace {

using View = std::u32string_view;

// Longer ones before their beginnings.
constexpr View initials[] = {U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu",
                             U"th",  U"tr", U"b",  U"c",  U"d",  U"đ",  U"g",  U"h",  U"k",
                             U"l",   U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v",  U"x"};

constexpr View rhymes[] = {
    U"a",    U"ac",  U"ach", U"ai",   U"am",   U"an",   U"ang", U"anh",  U"ao",   U"ap",   U"at",
    U"au",   U"ay",  U"ăc",  U"ăm",   U"ăn",   U"ăng",  U"ăp",  U"ăt",   U"âc",   U"âm",   U"ân",
    U"âng",  U"âp",  U"ât",  U"âu",   U"ây",   U"e",    U"ec",  U"em",   U"en",   U"eng",  U"eo",
    U"ep",   U"et",  U"ê",   U"êch",  U"êm",   U"ên",   U"ênh", U"êp",   U"êt",   U"êu",   U"i",
    U"ia",   U"ich", U"im",  U"in",   U"inh",  U"ip",   U"it",  U"iu",   U"iêc",  U"iêm",  U"iên",
    U"iêng", U"iêp", U"iêt", U"iêu",  U"o",    U"oc",   U"oi",  U"om",   U"on",   U"ong",  U"ooc",
    U"oong", U"op",  U"ot",  U"oa",   U"oac",  U"oach", U"oai", U"oam",  U"oan",  U"oang", U"oanh",
    U"oao",  U"oap", U"oat", U"oay",  U"oăc",  U"oăm",  U"oăn", U"oăng", U"oăt",  U"oe",   U"oen",
    U"oeo",  U"oet", U"ô",   U"ôc",   U"ôi",   U"ôm",   U"ôn",  U"ông",  U"ôp",   U"ôt",   U"ơ",
    U"ơi",   U"ơm",  U"ơn",  U"ơp",   U"ơt",   U"u",    U"ua",  U"uc",   U"ui",   U"um",   U"un",
    U"ung",  U"up",  U"ut",  U"uân",  U"uâng", U"uât",  U"uây", U"uê",   U"uêch", U"uênh", U"uơ",
    U"uôc",  U"uôi", U"uôm", U"uôn",  U"uông", U"uôt",  U"uy",  U"uya",  U"uych", U"uyên", U"uyêt",
    U"uynh", U"uyt", U"uyu", U"ư",    U"ưa",   U"ưc",   U"ưi",  U"ưng",  U"ưt",   U"ưu",   U"ươc",
    U"ươi",  U"ươm", U"ươn", U"ương", U"ươp",  U"ươt",  U"ươu", U"y",    U"yêm",  U"yên",  U"yêng",
    U"yêt",  U"yêu", U"ynh", U"yt",
};

struct Syllable {
  std::u32string letters;  // without the tone
  Tone tone = Tone::ngang;
};

// Nothing when there are two tones.
std::optional<Syllable> taken_apart(View word) {
  Syllable syllable;
  for (const char32_t c : word) {
    const Letter letter = split(c);
    if (letter.tone != Tone::ngang && syllable.tone != Tone::ngang) {
      return std::nullopt;
    }
    syllable.tone = letter.tone != Tone::ngang ? letter.tone : syllable.tone;
    syllable.letters.push_back(letter.base);
  }
  return syllable;
}

bool is_rhyme(View letters) {
  return std::find(std::begin(rhymes), std::end(rhymes), letters) != std::end(rhymes);
}

// "qu" before no round vowel but ô and ơ; "c", "g", "ng" before most vowels; "k", "gh", "ngh"
// before e, ê, i, y.
bool suits(View initial, View rhyme) {
  const bool is_front = View(U"eêiy").find(rhyme.front()) != View::npos;
  if (initial == U"k" || initial == U"gh" || initial == U"ngh") {
    return is_front;
  }
  if (initial == U"qu") {
    return View(U"ouư").find(rhyme.front()) == View::npos;
  }
  return !is_front || (initial != U"c" && initial != U"g" && initial != U"ng");
}

bool has_parts(View letters) {
  for (const View initial : initials) {
    if (letters.starts_with(initial)) {
      const View rhyme = letters.substr(initial.size());
      return is_rhyme(rhyme) && suits(initial, rhyme);
    }
  }
  return is_rhyme(letters);
}

// A stop at the end bears only sắc and nặng.
bool bears(View letters, Tone tone) {
  const char32_t last = letters.back();
  const bool is_stop = last == U'c' || last == U'p' || last == U't' || letters.ends_with(U"ch");
  return !is_stop || tone == Tone::sac || tone == Tone::nang;
}

}  // namespace

bool is_syllable(View word) {
  const std::optional<Syllable> syllable = taken_apart(word);
  if (!syllable || syllable->letters.empty()) {
    return false;
  }
  const View letters = syllable->letters;
  const bool is_gi = letters.starts_with(U"gi") && is_rhyme(letters.substr(1));  // "gì", "giếng"
  return (is_gi || has_parts(letters)) && bears(letters, syllable->tone);
}

}  // namespace baocao::text
