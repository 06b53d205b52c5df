#include "format/checker.hpp"

#include "format/checks.hpp"
#include "format/edits.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

constexpr int most_passes = 4;  // one repair may bring another to light

std::vector<Finding> find_all(const Document& document,
                              const std::string& file,
                              const Profile& profile) {
  const Layout layout = find_layout(document, profile);
  Findings findings(document, profile, file);
  const Subject subject{document, layout, profile, findings};
  check_page(subject);
  check_page_numbers(subject);
  check_title(subject);
  check_bodies(subject);
  check_number(subject);
  check_date(subject);
  check_type(subject);
  check_addressee(subject);
  check_body(subject);
  check_basis(subject);
  check_signature(subject);
  check_recipients(subject);
  check_appendices(subject);
  check_tables(subject);
  check_letters(subject);
  check_words(subject);
  return findings.take();
}

bool is_mechanical(const Finding& finding) {
  return !finding.edits.empty();
}

std::vector<diag::Diagnostic> faults_of(std::vector<Finding> findings) {
  std::vector<diag::Diagnostic> out;
  for (Finding& finding : findings) {
    out.push_back(std::move(finding.fault));
  }
  return out;
}

}  // namespace

diag::Result<std::vector<diag::Diagnostic>> check(base::ByteView docx,
                                                  const std::string& file,
                                                  const Profile& profile) {
  const auto document = Document::open(docx, file);
  if (!document) {
    return tl::unexpected(document.error());
  }
  return faults_of(find_all(*document, file, profile));
}

diag::Result<Repaired> repair(base::ByteView docx,
                              const std::string& file,
                              const Profile& profile) {
  Repaired out;
  out.docx = docx;
  for (int pass = 0;; ++pass) {
    auto document = Document::open(out.docx, file);
    if (!document) {
      return tl::unexpected(document.error());
    }
    std::vector<Finding> findings = find_all(*document, file, profile);
    const auto mechanical =
        static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), is_mechanical));
    if (mechanical == 0 || pass == most_passes) {
      out.remaining = faults_of(std::move(findings));
      return out;
    }
    out.repaired += mechanical;
    Editor editor(*document);
    editor.apply(findings);
    out.docx = editor.package();
  }
}

std::optional<Kind> kind_of_file(base::ByteView docx, const std::string& file) {
  const auto document = Document::open(docx, file);
  return document ? kind_of(*document) : std::nullopt;
}

}  // namespace baocao::format
