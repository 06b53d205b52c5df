#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/findings.hpp"
#include "diag/render.hpp"
#include "docx/template.hpp"
#include "report/json.hpp"

#include <algorithm>
#include <filesystem>

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

// Pictures are read from the folder of the data and below it only: a template of somebody else
// must not carry files away.
diag::Result<base::Bytes> read_beside(const std::string& data, const std::string& name) {
  const std::filesystem::path path(name);
  const bool leaves = path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
  if (leaves) {
    diag::Diagnostic fault{.code = "T506", .message = "tệp nằm ngoài thư mục dữ liệu"};
    return diag::Failure(std::move(fault));
  }
  return read((std::filesystem::path(data).parent_path() / path).string());
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
        docx::RenderOptions options{.lenient = command.lenient};
        options.files = [&](const std::string& name) { return read_beside(command.data, name); };
        return compiled.render(*data, options, faults);
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
