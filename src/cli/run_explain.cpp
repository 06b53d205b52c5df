#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "diag/codes.hpp"
#include "diag/render.hpp"
#include "text/unicode.hpp"

namespace baocao::cli {

int run(const ExplainCommand& command) {
  const diag::CodeInfo* info = diag::find_code(text::upper(command.code));
  if (info == nullptr) {
    print_error(
        diag::text({.code = "U106",
                    .message = "không có mã lỗi \"" + command.code + "\"",
                    .help = "mã lỗi gồm một chữ và ba số, ghi trong ngoặc vuông của thông báo"}));
    return wrong_usage;
  }
  print(std::string(info->id) + ": " + std::string(info->title) + "\n\nÝ nghĩa: " +
        std::string(info->meaning) + "\nNguyên nhân thường gặp: " + std::string(info->cause) +
        "\nCách sửa: " + std::string(info->cure) + "\n");
  return done;
}

int run(const VersionCommand&) {
  print("baocao " BAOCAO_VERSION "\n");
  return done;
}

}  // namespace baocao::cli
