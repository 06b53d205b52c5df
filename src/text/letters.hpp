// Vietnamese vowels taken apart into letter and tone; inner to text/.
#pragma once

#include <cstdint>

namespace baocao::text {

// In dictionary order.
enum class Tone : std::uint8_t { ngang, huyen, hoi, nga, sac, nang };

struct Letter {
  char32_t base = 0;  // the letter with its hat or horn: ê of ế
  Tone tone = Tone::ngang;
};

// `c` is lower case and precomposed; anything but a Vietnamese vowel comes back as it is.
Letter split(char32_t c);

// `base` as it is when it takes no tone.
char32_t joined(Letter letter);

bool is_vowel(char32_t base);

// The capital of a Vietnamese letter; anything else as it is.
char32_t capital(char32_t c);

}  // namespace baocao::text
