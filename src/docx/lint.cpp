#include "docx/lint.hpp"

#include "docx/compiler.hpp"
#include "docx/parts.hpp"
#include "docx/template_judge.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

using report::UseKind;

bool is_notes(Part::Role role) {
  return role == Part::Role::footnotes || role == Part::Role::endnotes;
}

bool has_tags(Part::Role role) {
  return role == Part::Role::story || role == Part::Role::plain || is_notes(role);
}

struct JudgedPart {
  std::string name;
  diag::Sink faults;
  std::vector<TagUse> uses;
};

// In the order of the package; notes are judged last, by the names at their references.
std::vector<JudgedPart> judge_parts(const std::vector<Part>& parts,
                                    const std::string& file,
                                    const report::ShapePtr& model) {
  const Styles styles = read_styles(parts, file);
  TemplateJudge judge(model);
  std::vector<JudgedPart> judged(parts.size());
  for (const bool notes : {false, true}) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      judged[i].name = part.name;
      if (!has_tags(part.role) || is_notes(part.role) != notes) {
        continue;
      }
      const bool has_paragraphs = part.role != Part::Role::plain;
      // A reference to a note is of interest even in a part without tags of its own.
      compile_part({.file = file,
                    .part = part.name,
                    .xml = part.bytes,
                    .has_paragraphs = has_paragraphs,
                    .always = has_paragraphs,
                    .reader = &judge},
                   styles,
                   judged[i].faults);
      judged[i].uses = judge.take_uses();
    }
  }
  return judged;
}

void add(std::vector<Variable>& variables, const JudgedPart& part, const TagUse& use) {
  std::vector<Variable>* level = &variables;
  Variable* variable = nullptr;
  for (const std::string& step : use.use.path) {
    const auto at = std::find_if(
        level->begin(), level->end(), [&](const Variable& known) { return known.name == step; });
    if (at == level->end()) {
      level->push_back({.name = step, .part = part.name, .address = use.address});
      variable = &level->back();
    } else {
      variable = &*at;
    }
    level = &variable->members;
  }
  variable->kind = std::max(variable->kind, use.use.kind);
}

}  // namespace

std::vector<diag::Diagnostic> lint(base::ByteView docx,
                                   const std::string& file,
                                   const report::ShapePtr& model) {
  const auto parts = load_parts(docx, file);
  if (!parts) {
    return {parts.error()};
  }
  std::vector<diag::Diagnostic> faults;
  for (const JudgedPart& part : judge_parts(*parts, file, model)) {
    faults.insert(faults.end(), part.faults.all().begin(), part.faults.all().end());
  }
  return faults;
}

diag::Result<std::vector<Variable>> variables(base::ByteView docx, const std::string& file) {
  const auto parts = load_parts(docx, file);
  if (!parts) {
    return tl::unexpected(parts.error());
  }
  std::vector<Variable> found;
  for (const JudgedPart& part : judge_parts(*parts, file, nullptr)) {
    for (const TagUse& use : part.uses) {
      add(found, part, use);
    }
  }
  return found;
}

}  // namespace baocao::docx
