#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/findings.hpp"
#include "diag/render.hpp"
#include "docx/template.hpp"
#include "report/json.hpp"

namespace baocao::cli {
namespace {

diag::Result<base::Bytes> read(const std::string& path) {
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

diag::Result<base::Bytes> rendered(const TemplateRenderCommand& command, diag::Sink& faults) {
  const auto file = read(command.file);
  const auto json = read(command.data);
  if (!file || !json) {
    faults.add(file ? json.error() : file.error());
    return diag::Failure(faults.all().back());
  }
  auto data = report::parse_json(*json, command.data);
  if (!data) {
    faults.add(data.error());
    return diag::Failure(std::move(data.error()));
  }
  return docx::Template::compile(*file, command.file, faults)
      .and_then([&](const docx::Template& compiled) {
        return compiled.render(*data, {.lenient = command.lenient}, faults);
      });
}

bool written(const std::string& path, base::ByteView bytes, diag::Sink& faults) {
  const auto done = base::write_file(path, bytes);
  if (!done) {
    diag::Diagnostic fault{.code = "T507",
                           .message = "không ghi được tệp này: " + done.error().code.message(),
                           .help = "chọn chỗ khác bằng --out, đóng tệp nếu đang mở trong Word"};
    fault.span.file = path;
    faults.add(std::move(fault));
  }
  return done.has_value();
}

}  // namespace

int run(const TemplateRenderCommand& command) {
  diag::Sink faults;
  const auto docx = rendered(command, faults);
  const bool wrote = docx && written(command.out, *docx, faults);
  if (command.json) {
    print(findings_json(faults.all()));
  }
  print_faults(command.json ? std::span<const diag::Diagnostic>() : faults.all(), "");
  if (!wrote) {
    return errors;
  }
  if (!command.json) {
    print("Đã ghi " + command.out + "\n");
  }
  return faults.all().empty() ? done : warnings;
}

}  // namespace baocao::cli
