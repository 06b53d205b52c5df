#include "pdf/fonts.hpp"

#include "pdf/document.hpp"
#include "pdf/fault.hpp"
#include "pdf/summary.hpp"
#include "unit/pdf/poppler.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::pdf {
namespace {

constexpr Style styles[] = {Style::regular, Style::bold, Style::italic};

const FontFiles& files() {
  static const FontFiles found = FontFiles::find().value();
  return found;
}

std::string utf8(char32_t letter) {
  std::string text;
  if (letter < 0x800) {
    text += static_cast<char>(0xC0U | (letter >> 6U));
  } else {
    text += static_cast<char>(0xE0U | (letter >> 12U));
    text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
  }
  text += static_cast<char>(0x80U | (letter & 0x3FU));
  return text;
}

// One letter to a square of `side` points, row by row.
base::Bytes sheet_of_letters(Style style, double side) {
  Document document(files().set(), "Chữ cái");
  Page page = document.add_page(a4_portrait);
  double x = side;
  double y = 2 * side;
  for (const char32_t letter : vietnamese_letters()) {
    page.text({x + side / 4, y - side / 4}, utf8(letter), {style, side / 2});
    x += side;
    if (x + 2 * side > a4_portrait.width) {
      x = side;
      y += side;
    }
  }
  return document.finish().value();
}

// The grey picture of the first page, cut into the squares of sheet_of_letters.
std::vector<std::string> pictures_of_letters(base::ByteView pdf, std::size_t side) {
  const ScratchFile file(".pdf", pdf);
  const std::string pgm = output_of("pdftoppm -r 144 -gray '" + file.path().string() + "'");
  const std::size_t pixels = 2 * side;
  std::size_t width = 0;
  std::size_t height = 0;
  int start = 0;
  EXPECT_EQ(std::sscanf(pgm.c_str(), "P5 %zu %zu 255%n", &width, &height, &start), 2);
  std::vector<std::string> pictures;
  std::size_t x = pixels;
  std::size_t y = pixels;
  for (std::size_t i = 0; i < vietnamese_letters().size(); ++i) {
    std::string picture;
    for (std::size_t row = 0; row < pixels; ++row) {
      picture += pgm.substr(static_cast<std::size_t>(start) + 1 + (y + row) * width + x, pixels);
    }
    pictures.push_back(picture);
    x += pixels;
    if (static_cast<double>(x / 2 + 2 * side) > a4_portrait.width) {
      x = pixels;
      y += pixels;
    }
  }
  return pictures;
}

std::string fault_of(std::string_view text) {
  try {
    files().set().width(text, {Style::regular, 10});
  } catch (const RenderFault& fault) {
    return std::string(fault.diagnostic().code.id()) + " " + fault.diagnostic().message;
  }
  return "none";
}

TEST(Fonts, HaveAll134VietnameseLetters) {
  const std::u32string_view letters = vietnamese_letters();
  EXPECT_EQ(std::set<char32_t>(letters.begin(), letters.end()).size(), 134U);
  for (const char32_t letter : letters) {
    EXPECT_EQ(files().set().unprintable(utf8(letter)), std::nullopt) << utf8(letter);
  }
}

// A font with nested composites loses its accents in libharu without a word: "đạt" prints "đat".
TEST(Fonts, KeepEveryAccentOnPaper) {
  for (const Style style : styles) {
    const auto pictures = pictures_of_letters(sheet_of_letters(style, 30), 30);
    const std::string blank(pictures.front().size(), '\xFF');
    std::set<std::string> seen = {blank};
    for (std::size_t i = 0; i < pictures.size(); ++i) {
      EXPECT_TRUE(seen.insert(pictures[i]).second)
          << "the same picture as another letter: " << utf8(vietnamese_letters()[i]);
    }
  }
}

TEST(Fonts, GiveTheLettersBackToThoseWhoCopyText) {
  for (const Style style : styles) {
    const std::string text = extracted_text(sheet_of_letters(style, 30), "-raw");
    for (const char32_t letter : vietnamese_letters()) {
      EXPECT_NE(text.find(utf8(letter)), std::string::npos) << utf8(letter);
    }
  }
}

// Liberation Serif has the metrics of Times: the widths of its AFM file.
TEST(Fonts, MeasureInThousandthsOfAnEm) {
  const FontSet& set = files().set();
  EXPECT_DOUBLE_EQ(set.width("A", {Style::regular, 1000}), 722);
  EXPECT_DOUBLE_EQ(set.width("a1 ", {Style::regular, 1000}), 443 + 500 + 250);
  EXPECT_DOUBLE_EQ(set.width("Đ", {Style::bold, 1000}), set.width("D", {Style::bold, 1000}));
  // The length of the rule under the Party's name.
  EXPECT_NEAR(set.width("ĐẢNG CỘNG SẢN VIỆT NAM", {Style::bold, 15}), 206.7, 0.2);
}

TEST(Fonts, RefuseTextThatWouldNotPrint) {
  EXPECT_THAT(fault_of("đa\xCC\xA3t"), testing::HasSubstr("P103"));  // NFD
  EXPECT_THAT(fault_of("đa\xCC\xA3t"), testing::HasSubstr("U+0323"));
  EXPECT_THAT(fault_of("\xE2\x9C\x93"), testing::HasSubstr("U+2713"));       // check mark
  EXPECT_THAT(fault_of("\xF0\x9F\x98\x80"), testing::HasSubstr("U+1F600"));  // emoji
  EXPECT_THAT(fault_of("x\xFF"), testing::HasSubstr("UTF-8"));
  EXPECT_EQ(fault_of("Tỉnh ủy “Thái Nguyên” – ≥ 75%"), "none");
}

TEST(FontFiles, RefuseAFontWithoutVietnameseLetters) {
  const ScratchFile broken(".ttf", "OTTO, not a TrueType font");
  const auto opened = FontFiles::open(broken.path(), broken.path(), broken.path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code.id(), "P102");
  EXPECT_THAT(opened.error().help, testing::HasSubstr("fonts-liberation2"));
}

TEST(FontFiles, RefuseAMissingFile) {
  const auto opened = FontFiles::open("khong-co.ttf", "khong-co.ttf", "khong-co.ttf");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code.id(), "P102");
}

TEST(FontFiles, SayWhichPackageIsMissing) {
  const auto found = FontFiles::find_in({testing::TempDir() + "no-fonts-here"});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code.id(), "P101");
  EXPECT_THAT(found.error().help, testing::HasSubstr("fonts-liberation2"));
}

TEST(Document, ReportsWhatLibharuRefused) {
  Document document(files().set(), "Quá dài");
  Page page = document.add_page(a4_portrait);
  page.text({0, 100}, std::string(70000, 'a'), {Style::regular, 10});
  page.text({0, 200}, "sau đó", {Style::regular, 10});
  const auto pdf = document.finish();
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().code.id(), "P104");
  EXPECT_THAT(pdf.error().message, testing::HasSubstr("0x105B"));
  EXPECT_THROW(document.add_page(a4_portrait), RenderFault);
}

TEST(FontTable, TakesDamagedFilesForNoFont) {
  EXPECT_FALSE(FontTable::parse(""));
  EXPECT_FALSE(FontTable::parse(std::string("\0\1\0\0\0\5", 6)));
  EXPECT_FALSE(FontTable::parse(std::string("\0\1\0\0", 4) + std::string(2000, '\xFF')));
}

}  // namespace
}  // namespace baocao::pdf
