#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/findings.hpp"
#include "cli/session.hpp"
#include "cli/template_files.hpp"
#include "diag/render.hpp"
#include "docx/lint.hpp"
#include "job/definitions.hpp"
#include "job/trial.hpp"
#include "report/json.hpp"

namespace baocao::cli {
namespace {

diag::Result<report::ShapePtr> shape_of_data(const std::string& path) {
  return read_file(path)
      .and_then([&](const base::Bytes& json) { return report::parse_json(json, path); })
      .map([](const report::Value& data) { return report::shape_of(data); });
}

// Of all levels together: a template may be of any.
diag::Result<report::ShapePtr> shape_of_resolution(const TemplateLintCommand& command,
                                                   diag::Sink& faults) {
  const job::Options options = options_for(command.common);
  const base::Folder packs = options.templates / "resolutions";
  if (!packs.contains(command.resolution)) {
    return diag::Failure(job::no_resolution(command.resolution, packs.path().generic_string()));
  }
  return job::models_without_data(packs / command.resolution, options, faults)
      .map([](const std::vector<report::Value>& models) {
        report::ShapePtr all;
        for (const report::Value& model : models) {
          all = report::united(all, report::shape_of(model));
        }
        return all;
      });
}

// Null when nothing says which names there are.
diag::Result<report::ShapePtr> model_of(const TemplateLintCommand& command, diag::Sink& faults) {
  if (!command.data.empty()) {
    return shape_of_data(command.data);
  }
  return command.resolution.empty() ? report::ShapePtr() : shape_of_resolution(command, faults);
}

void check(const TemplateLintCommand& command, base::ByteView docx, diag::Sink& faults) {
  const auto model = model_of(command, faults);
  if (!model) {
    if (!faults.has_errors()) {
      faults.add(model.error());
    }
    return;
  }
  for (diag::Diagnostic& fault : docx::lint(docx, command.file, *model)) {
    faults.add(std::move(fault));
  }
}

std::string summary(const TemplateLintCommand& command, const diag::Sink& faults) {
  return command.file + ": " + std::to_string(faults.count(diag::Severity::error)) + " lỗi, " +
         std::to_string(faults.count(diag::Severity::warning)) + " cảnh báo\n";
}

}  // namespace

int run(const TemplateLintCommand& command) {
  if (const auto fault = overwriting(command.mark, {command.file, command.data})) {
    print_error(diag::text(*fault));
    return wrong_usage;
  }
  if (!command.resolution.empty() && find_templates(command.common).empty()) {
    return errors;
  }
  diag::Sink faults;
  if (const auto docx = read_file(command.file)) {
    check(command, *docx, faults);
    write_marked(command.mark, {command.file, *docx}, faults);
  } else {
    faults.add(docx.error());
  }
  if (command.json) {
    print(findings_json(faults.all()));
  } else {
    print_faults(faults.all(), "");
    print(summary(command, faults));
  }
  return faults.has_errors() ? errors : faults.all().empty() ? done : warnings;
}

}  // namespace baocao::cli
