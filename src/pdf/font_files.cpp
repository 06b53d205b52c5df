#include "pdf/fonts.hpp"
#include "pdf/summary.hpp"

#include <array>
#include <string>
#include <system_error>
#include <utility>

namespace baocao::pdf {
namespace {

struct Typeface {
  std::string_view folder;  // below a font folder
  std::string_view family;
};

// truetype/liberation is version 1.x, which lacks 92 of the Vietnamese letters.
constexpr std::array typefaces = {
    Typeface{"truetype/liberation2", "LiberationSerif"},
    Typeface{"truetype/croscore", "Tinos"},
};

}  // namespace

diag::Result<FontFiles> FontFiles::find() {
  return find_in({"/usr/share/fonts", "/usr/local/share/fonts"});
}

diag::Result<FontFiles> FontFiles::find_in(const std::vector<std::filesystem::path>& font_folders) {
  for (const std::filesystem::path& root : font_folders) {
    for (const Typeface& typeface : typefaces) {
      const auto folder = root / typeface.folder;
      const auto file = [&](const char* style) {
        return folder / (std::string(typeface.family) + style + ".ttf");
      };
      std::error_code ignored;
      if (std::filesystem::exists(file("-Regular"), ignored)) {
        return open(file("-Regular"), file("-Bold"), file("-Italic"));
      }
    }
  }
  return diag::Failure({.code = "P101",
                        .message = "Không tìm thấy phông chữ Liberation Serif 2 trên máy này",
                        .help = "Cài bằng lệnh: apt-get install fonts-liberation2"});
}

diag::Result<FontFiles> FontFiles::open(const std::filesystem::path& regular,
                                        const std::filesystem::path& bold,
                                        const std::filesystem::path& italic) {
  auto set = FontSet::open({regular, bold, italic});
  if (!set) {
    return diag::Failure(std::move(set).error());
  }
  return FontFiles(std::make_shared<const FontSet>(*std::move(set)));
}

}  // namespace baocao::pdf
