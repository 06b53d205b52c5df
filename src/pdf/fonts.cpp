#include "pdf/fonts.hpp"

#include "base/file.hpp"
#include "pdf/fault.hpp"
#include "pdf/font_subset.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace baocao::pdf {
namespace {

// The next letter of valid UTF-8 text; `at` moves behind it.
char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t letter = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    letter = (letter << 6U) | (byte(at + i) & 0x3FU);
  }
  at += length;
  return letter;
}

// The viewer would set such a mark beside its letter: the text is not composed.
bool is_combining(char32_t letter) {
  return letter >= 0x0300 && letter <= 0x036F;
}

std::string code_point(char32_t letter) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(letter));
  return name;
}

diag::Diagnostic unusable(const std::filesystem::path& path, std::string reason) {
  return {.code = "P102",
          .message = "Không dùng được phông chữ " + path.filename().string() + ": " + reason,
          .help = "Cài gói fonts-liberation2 (bản 2.x; bản 1.x không có chữ tiếng Việt).",
          .span = {.file = path.string()}};
}

// The file cut to the letters of reports.
diag::Result<base::Bytes> cut_font(const std::filesystem::path& path) {
  const auto bytes = base::read_file(path);
  if (!bytes) {
    return diag::Failure(unusable(path, "không đọc được tệp"));
  }
  if (!FontTable::parse(*bytes)) {
    return diag::Failure(unusable(path, "không phải tệp TrueType"));
  }
  return subset(*bytes, report_letters());
}

std::optional<char32_t> missing_letter(const FontTable& table) {
  for (const char32_t letter : vietnamese_letters()) {
    if (!table.has(letter)) {
      return letter;
    }
  }
  return std::nullopt;
}

}  // namespace

std::u32string_view vietnamese_letters() {
  return U"ÀÁÃẢẠĂẰẮẴẲẶÂẦẤẪẨẬÈÉẼẺẸÊỀẾỄỂỆÌÍĨỈỊÒÓÕỎỌÔỒỐỖỔỘƠỜỚỠỞỢÙÚŨỦỤƯỪỨỮỬỰỲÝỸỶỴĐ"
         U"àáãảạăằắẵẳặâầấẫẩậèéẽẻẹêềếễểệìíĩỉịòóõỏọôồốỗổộơờớỡởợùúũủụưừứữửựỳýỹỷỵđ";
}

diag::Result<FontSet> FontSet::open(const Paths& paths) {
  FontSet set;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto bytes = cut_font(paths[i]);
    if (!bytes) {
      return diag::Failure(bytes.error());
    }
    set.tables_.push_back(FontTable::parse(*bytes).value());
    if (const auto letter = missing_letter(set.tables_.back())) {
      return diag::Failure(unusable(paths[i], "thiếu chữ tiếng Việt " + code_point(*letter)));
    }
    set.files_[i] = MemoryFile::create(*bytes);
    if (set.files_[i] == nullptr) {
      return diag::Failure(unusable(paths[i], "hết bộ nhớ cho phông chữ"));
    }
  }
  set.printable_.resize(0x10000);
  for (char32_t letter = 0; letter < set.printable_.size(); ++letter) {
    const auto has = [&](const FontTable& table) { return table.has(letter); };
    set.printable_[letter] =
        !is_combining(letter) && std::all_of(set.tables_.begin(), set.tables_.end(), has);
  }
  return set;
}

bool FontSet::prints(char32_t letter) const {
  return letter < printable_.size() && printable_[letter];
}

double FontSet::width(std::string_view text, const Font& font) const {
  if (const auto reason = unprintable(text)) {
    throw RenderFault({.code = "P103",
                       .message = "Không in được \"" + std::string(text) + "\": " + *reason,
                       .help = "Gõ lại bằng bảng mã Unicode dựng sẵn, bỏ ký tự lạ.",
                       .value = std::string(text)});
  }
  const FontTable& table = tables_[index(font.style)];
  int thousandths = 0;
  for (std::size_t at = 0; at < text.size();) {
    thousandths += table.width(next_letter(text, at)).value_or(0);
  }
  return thousandths * font.size / 1000;
}

std::optional<std::string> FontSet::unprintable(std::string_view text) const {
  if (!text::is_valid_utf8(text)) {
    return "không phải văn bản UTF-8";
  }
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_letter(text, at);
    if (is_combining(letter)) {
      return "dấu " + code_point(letter) + " chưa ghép với chữ (Unicode tổ hợp)";
    }
    if (!prints(letter)) {
      return "phông chữ không có ký tự " + code_point(letter);
    }
  }
  return std::nullopt;
}

}  // namespace baocao::pdf
