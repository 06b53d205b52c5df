#include "input/csv/encoding.hpp"

#include "text/encodings.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace baocao::input::csv {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

bool has_other_than_ascii(std::string_view text) {
  return std::any_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

struct FirstBadLine {
  std::uint32_t line = 0;           // 1-based; 0 when there is none
  bool after_good_letters = false;  // letters beyond ASCII stand in the lines above
};

FirstBadLine first_bad_line(std::string_view text) {
  FirstBadLine found;
  std::uint32_t line = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string_view content = text.substr(from, to - from);
    ++line;
    if (!text::is_valid_utf8(content)) {
      found.line = line;
      return found;
    }
    found.after_good_letters = found.after_good_letters || has_other_than_ascii(content);
    from = to + 1;
  }
  return found;
}

diag::Failure broken_utf8(std::string file, std::uint32_t line) {
  return diag::Failure(
      diag::Diagnostic{.code = "F211",
                       .message = "tệp chữ Unicode (UTF-8) có byte hỏng, không rõ chữ gì",
                       .help = "mở tệp ở dòng đã nêu, gõ lại chữ bị hỏng rồi lưu dạng CSV UTF-8",
                       .span = {.file = std::move(file), .line = line}});
}

diag::Diagnostic legacy_note(std::string file) {
  return {.code = "F209",
          .severity = diag::Severity::note,
          .message = "tệp chữ không phải Unicode, đã đọc theo bảng mã Windows-1258 (tiếng Việt)",
          .help = "nếu chữ bị sai, mở tệp bằng Excel rồi lưu dạng CSV UTF-8 hoặc .xlsx",
          .span = {.file = std::move(file)}};
}

// Where the encoding has no letter: U+FFFD, or one of the control characters U+0080..U+009F that
// stand for the bytes windows-1258 leaves free.
std::size_t first_lost(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool is_control = text[i] == '\xC2' && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (is_control || text.substr(i).starts_with("\uFFFD")) {
      return i;
    }
  }
  return std::string_view::npos;
}

std::string with_report(std::string text, const std::string& file, diag::Sink& sink) {
  if (const std::size_t at = first_lost(text); at != std::string::npos) {
    const std::string_view before = std::string_view(text).substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    sink.add({.code = "F220",
              .severity = diag::Severity::warning,
              .message = "tệp có ký tự không thuộc bảng mã của tệp, không rõ là chữ gì",
              .help = "mở tệp ở dòng đã nêu, gõ lại chữ đó rồi lưu dạng CSV UTF-8",
              .span = {.file = file, .line = static_cast<std::uint32_t>(line)}});
  }
  return text;
}

}  // namespace

diag::Result<std::string> decoded(base::ByteView bytes, const std::string& file, diag::Sink& sink) {
  if (bytes.starts_with(utf16_little_mark)) {
    return with_report(
        text::decoded(bytes.substr(2), text::Encoding::utf16_little_endian), file, sink);
  }
  if (bytes.starts_with(utf16_big_mark)) {
    return with_report(
        text::decoded(bytes.substr(2), text::Encoding::utf16_big_endian), file, sink);
  }
  const bool is_marked = bytes.starts_with(utf8_mark);
  const base::ByteView content = is_marked ? bytes.substr(utf8_mark.size()) : bytes;
  const FirstBadLine bad = first_bad_line(content);
  if (bad.line == 0) {
    return std::string(content);
  }
  // Vietnamese in windows-1258 is never valid UTF-8 by chance for long.
  if (is_marked || bad.after_good_letters) {
    return broken_utf8(file, bad.line);
  }
  sink.add(legacy_note(file));
  return with_report(text::decoded(content, text::Encoding::windows_1258), file, sink);
}

}  // namespace baocao::input::csv
