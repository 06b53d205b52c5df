#include "table/cell_code.hpp"

#include "table/code_parts.hpp"
#include "table/code_word.hpp"

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

Reading<std::uint16_t> read_parts(const schema::CodeList& list,
                                  std::string_view text,
                                  const std::vector<std::string>& parts) {
  std::optional<WordMatch> best;
  for (const std::string& part : parts) {
    const WordMatch match = match_word(list, part);
    if (match.kind == Kind::unattained) {
      continue;
    }
    if (!match.known()) {
      return {std::nullopt, unknown_word(list, part)};
    }
    if (best && !list.ordered && best->word != match.word) {
      return {std::nullopt, several(list, text)};
    }
    if (!best || match.word > best->word) {  // ordered lists stand in rising order
      best = match;
    }
  }
  return best ? from_match(list, text, *best)
              : Reading<std::uint16_t>{std::nullopt, not_held(text)};
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
