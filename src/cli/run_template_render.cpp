#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/findings.hpp"
#include "cli/template_files.hpp"
#include "diag/render.hpp"
#include "docx/lint.hpp"
#include "docx/template.hpp"
#include "report/json.hpp"

#include <algorithm>
#include <filesystem>

namespace baocao::cli {
namespace {

// Pictures are read from the folder of the data and below it only: a template of somebody else
// must not carry files away.
diag::Result<base::Bytes> read_beside(const std::string& data, const std::string& name) {
  const std::filesystem::path path(name);
  const bool leaves = path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
  if (leaves) {
    diag::Diagnostic fault{.code = "T506", .message = "tệp nằm ngoài thư mục dữ liệu"};
    return diag::Failure(std::move(fault));
  }
  return read_file((std::filesystem::path(data).parent_path() / path).string());
}

// With a fault of syntax nothing is rendered; the names and filters are judged all the same.
diag::Result<base::Bytes> rendered(const TemplateRenderCommand& command,
                                   base::ByteView file,
                                   const report::Value& data,
                                   diag::Sink& faults) {
  diag::Sink of_syntax;
  const auto compiled = docx::Template::compile(file, command.file, of_syntax);
  if (!compiled) {
    const report::ShapePtr names = command.lenient ? nullptr : report::shape_of(data);
    for (diag::Diagnostic& fault : docx::lint(file, command.file, names)) {
      faults.add(std::move(fault));
    }
    return tl::unexpected(compiled.error());
  }
  faults.append(std::move(of_syntax));
  docx::RenderOptions options{.lenient = command.lenient};
  options.files = [&](const std::string& name) { return read_beside(command.data, name); };
  return compiled->render(data, options, faults);
}

// Writes the document and the marked template; false when there is no document.
bool render(const TemplateRenderCommand& command, diag::Sink& faults) {
  const auto file = read_file(command.file);
  const auto json = read_file(command.data);
  if (!file || !json) {
    faults.add(file ? json.error() : file.error());
    return false;
  }
  const auto data = report::parse_json(*json, command.data);
  if (!data) {
    faults.add(data.error());
    return false;
  }
  const auto docx = rendered(command, *file, *data, faults);
  write_marked(command.mark, {command.file, *file}, faults);
  return docx && write_file(command.out, *docx, faults);
}

}  // namespace

int run(const TemplateRenderCommand& command) {
  for (const std::string& path : {command.out, command.mark}) {
    if (const auto fault = overwriting(path, {command.file, command.data})) {
      print_error(diag::text(*fault));
      return wrong_usage;
    }
  }
  diag::Sink faults;
  const bool wrote = render(command, faults);
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
