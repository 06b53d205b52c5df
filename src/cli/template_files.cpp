#include "cli/template_files.hpp"

#include "base/file.hpp"
#include "docx/mark.hpp"

#include <filesystem>

namespace baocao::cli {

diag::Result<base::Bytes> read_file(const std::string& path) {
  auto bytes = base::read_file(path);
  if (bytes) {
    return std::move(*bytes);
  }
  diag::Diagnostic fault{.code = "T506",
                         .message = "không đọc được tệp này: " + bytes.error().code.message(),
                         .help = "kiểm tra tên tệp và quyền đọc"};
  fault.span.file = path;
  return diag::Failure(std::move(fault));
}

bool write_file(const std::string& path, base::ByteView bytes, diag::Sink& faults) {
  const auto done = base::write_file(path, bytes);
  if (!done) {
    diag::Diagnostic fault{.code = "T507",
                           .message = "không ghi được tệp này: " + done.error().code.message(),
                           .help = "chọn chỗ khác để ghi, đóng tệp nếu đang mở trong Word"};
    fault.span.file = path;
    faults.add(std::move(fault));
  }
  return done.has_value();
}

void write_marked(const std::string& path, const NamedFile& docx, diag::Sink& faults) {
  if (path.empty()) {
    return;
  }
  const auto marked = docx::marked(docx.bytes, docx.name, faults.all());
  if (marked) {
    write_file(path, *marked, faults);
  } else if (faults.all().empty()) {
    faults.add(marked.error());  // else it is the fault that is told already
  }
}

std::optional<diag::Diagnostic> overwriting(const std::string& path,
                                            const std::vector<std::string>& read) {
  for (const std::string& each : read) {
    std::error_code error;
    if (std::filesystem::equivalent(path, each, error)) {
      return diag::Diagnostic{.code = "T301",
                              .message = "tệp để ghi \"" + path + "\" chính là tệp được đọc",
                              .help = "chọn tên khác cho tệp để ghi"};
    }
  }
  return std::nullopt;
}

}  // namespace baocao::cli
