#include "desk/desk_files.hpp"

#include "docx/template.hpp"
#include "job/scratch.hpp"
#include "pdf/summary.hpp"
#include "xlsx/appendix.hpp"

#include <optional>

namespace baocao::desk {
namespace {

diag::Result<base::Bytes> read(const base::Folder& templates,
                               const std::string& name,
                               diag::Sink& faults) {
  auto bytes = (templates / "desk").read(name);
  if (bytes) {
    return std::move(*bytes);
  }
  diag::Diagnostic fault{.code = "G331",
                         .message = "thư mục templates thiếu tệp \"desk/" + name + "\"",
                         .help = "chép lại tệp mẫu vào thư mục templates/desk",
                         .span = {.file = (templates / "desk").path(name)}};
  faults.add(fault);
  return diag::Failure(std::move(fault));
}

}  // namespace

diag::Result<base::Bytes> render_word(const base::Folder& templates,
                                      const std::string& name,
                                      const report::Value& model,
                                      diag::Sink& faults) {
  const auto bytes = read(templates, name, faults);
  if (!bytes) {
    return diag::Failure(bytes.error());
  }
  const auto compiled = docx::Template::compile(*bytes, name, faults);
  return compiled ? compiled->render(model, {}, faults) : diag::Failure(compiled.error());
}

diag::Result<base::Bytes> render_workbook(const base::Folder& templates,
                                          const std::string& name,
                                          const report::Value& model,
                                          diag::Sink& faults) {
  const auto bytes = read(templates, name, faults);
  if (!bytes) {
    return diag::Failure(bytes.error());
  }
  const auto sheets = xlsx::Appendices::load(*bytes, name, faults);
  if (!sheets) {
    return diag::Failure(sheets.error());
  }
  const job::Scratch scratch;
  auto workbook = sheets->render(model, "tinh", xlsx::Audience::outward, scratch.path());
  if (!workbook) {
    faults.add(workbook.error());
  }
  return workbook;
}

diag::Result<base::Bytes> render_summary(const base::Folder& templates,
                                         const std::string& name,
                                         const report::Value& model,
                                         diag::Sink& faults) {
  const auto bytes = read(templates, name, faults);
  if (!bytes) {
    return diag::Failure(bytes.error());
  }
  const auto fonts = pdf::FontFiles::find();
  if (!fonts) {
    faults.add(fonts.error());
    return diag::Failure(fonts.error());
  }
  const auto summary = pdf::Summary::load(*bytes, name, faults);
  if (!summary) {
    return diag::Failure(summary.error());
  }
  auto rendered = summary->render(model, *fonts);
  if (!rendered) {
    faults.add(rendered.error());
  }
  return rendered;
}

}  // namespace baocao::desk
