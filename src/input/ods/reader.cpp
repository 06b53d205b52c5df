#include "input/ods/reader.hpp"

#include "input/ods/content.hpp"

#include <string>
#include <utility>

namespace baocao::input::ods {
namespace {

constexpr std::string_view spreadsheet_type = "application/vnd.oasis.opendocument.spreadsheet";

// Collects the styles of styles.xml.
class StylesHandler : public xlsx::PartHandler {
 public:
  explicit StylesHandler(Styles& styles) : styles_(styles) {}

  void start(std::string_view name, const xlsx::Attributes& attributes) override {
    styles_.start(name, attributes);
  }

  void end(std::string_view name) override { styles_.end(name); }

 private:
  Styles& styles_;
};

class ManifestHandler : public xlsx::PartHandler {
 public:
  void start(std::string_view name, const xlsx::Attributes& /*attributes*/) override {
    encrypted = encrypted || name == "encryption-data";
  }

  bool encrypted = false;
};

diag::Failure with_password(const std::string& file) {
  return diag::Failure(
      diag::Diagnostic{.code = "F102",
                       .message = "tệp được bảo vệ bằng mật khẩu nên không đọc được",
                       .help = "mở tệp bằng LibreOffice, chọn Lưu dưới dạng (Save As), bỏ dấu "
                               "\"Lưu với mật khẩu\" rồi lưu lại",
                       .span = {.file = file}});
}

}  // namespace

bool is_spreadsheet(const package::ZipReader& zip) {
  if (!zip.contains("content.xml") || !zip.contains("mimetype")) {
    return false;
  }
  const auto type = zip.read("mimetype");
  return type && type->starts_with(spreadsheet_type);
}

diag::Result<std::vector<Sheet>> read(const xlsx::Source& source, diag::Sink& sink) {
  constexpr const char* manifest = "META-INF/manifest.xml";
  if (source.zip.contains(manifest)) {
    ManifestHandler handler;
    if (auto parsed = parse_part(source, manifest, handler); !parsed) {
      return diag::Failure(std::move(parsed.error()));
    }
    if (handler.encrypted) {
      return with_password(source.file);
    }
  }
  Styles styles;
  if (source.zip.contains("styles.xml")) {
    StylesHandler handler(styles);
    if (auto parsed = parse_part(source, "styles.xml", handler); !parsed) {
      return diag::Failure(std::move(parsed.error()));
    }
  }
  return read_content(source, std::move(styles), sink);
}

}  // namespace baocao::input::ods
