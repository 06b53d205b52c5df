#include "table/cell_code.hpp"

#include "table/code_parts.hpp"
#include "table/code_word.hpp"
#include "table/row_words.hpp"
#include "text/keys.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using Kind = WordMatch::Kind;

CellFault unknown_word(const schema::CodeList& list, std::string_view text) {
  return {.code = "N203",
          .message = in_quotes(text) + " không có trong danh mục " + list.label,
          .help = word_help(list, text)};
}

CellFault doubtful(const schema::CodeList& list, std::string_view text, std::uint16_t word) {
  return {.code = "N212",
          .severity = diag::Severity::warning,
          .message = in_quotes(text) + " được hiểu là \"" + list.words[word].label + "\"",
          .help = "ghi theo tên chính thức nếu hiểu như vậy là đúng"};
}

CellFault passed_over(const schema::CodeList& list, std::string_view part, std::uint16_t word) {
  return {.code = "N222",
          .severity = diag::Severity::warning,
          .message = in_quotes(part) + " được coi là tên ngành; chỉ tính \"" +
                     list.words[word].label + "\"",
          .help = "nếu phần này là bằng cấp thì ghi lại theo tên chính thức"};
}

CellFault not_held(std::string_view text) {
  return {.code = "N213",
          .severity = diag::Severity::note,
          .message = in_quotes(text) + " chưa phải là trình độ đã đạt nên không tính",
          .help = "ghi trình độ cao nhất đã có bằng hoặc chứng chỉ"};
}

CellFault several(const schema::CodeList& list, std::string_view text) {
  return {.code = "N203",
          .message = in_quotes(text) + " nêu nhiều giá trị của danh mục " + list.label,
          .help = "chỉ ghi một giá trị"};
}

Reading<std::uint16_t> from_match(const schema::CodeList& list,
                                  std::string_view text,
                                  const WordMatch& match) {
  switch (match.kind) {
    case Kind::exact:
      return {match.word, std::nullopt};
    case Kind::alias:
      return {match.word, doubtful(list, text, match.word)};
    case Kind::unattained:
      return {std::nullopt, not_held(text)};
    case Kind::unknown:
      break;
  }
  return {std::nullopt, unknown_word(list, text)};
}

// What of the text is read, on the way through its parts.
struct Reached {
  std::optional<WordMatch> best;
  std::string passed;  // parts taken for more of a speciality
};

// False: the part means nothing known.
bool take_part(const schema::CodeList& list, const std::string& part, Reached& reached) {
  const WordMatch match = match_word(list, part);
  if (match.kind == Kind::unattained) {
    return true;
  }
  if (!match.known()) {
    const bool goes_on = list.ordered && reached.best && !is_near_word(list, part);
    reached.passed = goes_on ? part : reached.passed;
    return goes_on;
  }
  if (!reached.best || match.word > reached.best->word) {  // ordered lists stand in rising order
    reached.best = match;
  }
  return true;
}

Reading<std::uint16_t> read_parts(const schema::CodeList& list,
                                  std::string_view text,
                                  const std::vector<std::string>& parts) {
  Reached reached;
  for (const std::string& part : parts) {
    const auto before = reached.best;
    if (!take_part(list, part, reached)) {
      return {std::nullopt, unknown_word(list, part)};
    }
    if (!list.ordered && before && reached.best->word != before->word) {
      return {std::nullopt, several(list, text)};
    }
  }
  if (!reached.best) {
    return {std::nullopt, not_held(text)};
  }
  Reading<std::uint16_t> reading = from_match(list, text, *reached.best);
  if (!reached.passed.empty() && !reading.fault) {
    reading.fault = passed_over(list, reached.passed, *reading.value);
  }
  return reading;
}

// "PBT-CT UBND": a hyphen without blanks parts posts when every piece is one.
std::optional<std::uint64_t> hyphenated(const schema::CodeList& list, std::string_view part) {
  std::uint64_t mask = 0;
  for (std::size_t from = 0; from <= part.size();) {
    const std::size_t to = std::min(part.find('-', from), part.size());
    const WordMatch match = match_word(list, part.substr(from, to - from));
    if (!match.known()) {
      return std::nullopt;
    }
    mask |= std::uint64_t{1} << match.word;
    from = to + 1;
  }
  return mask;
}

// "Trưởng Ban Xây dựng Đảng, Đảng ủy xã": a body behind a post says where it is held. What may be
// a misspelt post of that body ("Ban Thường vụ") is not passed over.
bool is_body_of_post(const std::string& part) {
  const std::string key = text::name_key(part);
  return names_body(key) && key.find("viên") == std::string::npos &&
         key.find("thường vụ") == std::string::npos && key.find("chấp hành") == std::string::npos &&
         key.find("trưởng") == std::string::npos;
}

// The whole text is one word; "LLCT - HC" is written "LLCT-HC" as well.
std::optional<std::uint16_t> whole_word(const schema::CodeList& list, std::string_view text) {
  if (const auto word = list.find_text(text)) {
    return word;
  }
  std::string tight(text);
  for (std::size_t at = tight.find(" - "); at != std::string::npos; at = tight.find(" - ")) {
    tight.replace(at, 3, "-");
  }
  return tight.size() == text.size() ? std::nullopt : list.find_text(tight);
}

}  // namespace

Reading<std::uint16_t> read_code(const schema::CodeList& list, std::string_view text) {
  if (const auto word = whole_word(list, text)) {
    return {word, std::nullopt};
  }
  const std::vector<std::string> parts = code_parts(text, list.phrases);
  return parts.size() > 1 ? read_parts(list, text, parts)
                          : from_match(list, text, match_word(list, text));
}

Reading<std::uint64_t> read_codes(const schema::CodeList& list, std::string_view text) {
  if (const auto word = whole_word(list, text)) {
    return {std::uint64_t{1} << *word, std::nullopt};
  }
  Reading<std::uint64_t> reading{std::uint64_t{0}, std::nullopt};
  for (const std::string& part : code_parts(text, list.phrases)) {
    const WordMatch match = match_word(list, part);
    const auto pieces =
        match.known() ? std::optional(std::uint64_t{1} << match.word) : hyphenated(list, part);
    if (!pieces && *reading.value != 0 && is_body_of_post(part)) {
      continue;
    }
    if (!pieces) {
      return {
          std::nullopt,
          CellFault{.code = "N211",
                    .message = "không hiểu " + in_quotes(part) + " trong danh mục " + list.label,
                    .help = word_help(list, part)}};
    }
    *reading.value |= *pieces;
    if (match.kind == Kind::alias) {
      reading.fault = doubtful(list, part, match.word);
    }
  }
  if (*reading.value == 0) {
    return {};  // nothing but separators
  }
  return reading;
}

}  // namespace baocao::table
