#include "desk/recompute.hpp"

#include "desk/tell.hpp"
#include "job/inputs.hpp"
#include "job/report.hpp"
#include "package/zip_reader.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace baocao::desk {
namespace {

constexpr std::string_view inputs = "inputs/";

// The names of the files that fill each table, as the package has them.
std::map<std::string, std::string> tables_by_name(const job::JobFile& job) {
  std::map<std::string, std::string> tables;
  for (const job::TableFiles& listed : job.files) {
    for (const std::string& name : job::names_of(job, listed)) {
      tables.emplace(std::string(inputs) + text::nfc(name), listed.table);
    }
  }
  return tables;
}

bool agrees(const submission::Manifest& m, const job::JobFile& job) {
  return job.resolution == m.resolution && job.period == m.period && job.as_of == m.as_of &&
         job.unit == m.unit;
}

// Part by part: another deflater gives other bytes for the same content.
bool same_parts(const base::Bytes& a, const base::Bytes& b) {
  const auto one = package::ZipReader::open(a, "");
  const auto other = package::ZipReader::open(b, "");
  if (!one || !other || one->names() != other->names()) {
    return false;
  }
  return std::all_of(one->names().begin(), one->names().end(), [&](const std::string& name) {
    const auto left = one->read(name);
    const auto right = other->read(name);
    return left && right && *left == *right;
  });
}

bool same_document(const std::string& name, const base::Bytes& a, const base::Bytes& b) {
  return a == b || (!name.ends_with(".pdf") && same_parts(a, b));
}

}  // namespace

base::Folder inputs_of(const submission::Package& package, const std::string& file) {
  base::Folder::Files files;
  for (const submission::File& each : package.files) {
    if (each.name.starts_with(inputs)) {
      files.emplace(each.name.substr(inputs.size()), each.bytes);
    }
  }
  return {std::make_shared<const base::Folder::Files>(std::move(files)), file};
}

diag::Result<Recomputed> recompute(const submission::Package& package,
                                   const std::string& file,
                                   const job::Options& options,
                                   diag::Sink& fatal) {
  auto job = job::load_job_file(inputs_of(package, file), "job.toml", fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  if (!agrees(package.manifest, *job)) {
    const diag::Diagnostic fault =
        about(file,
              "G305",
              "job.toml trong gói nói về đơn vị, kỳ, ngày chốt hoặc nghị quyết khác với gói",
              "trả lại gói; đơn vị lập lại gói bằng lệnh submit");
    fatal.add(fault);
    return diag::Failure(fault);
  }
  auto loaded = job::load(std::move(*job), options, fatal);
  if (!loaded) {
    return diag::Failure(loaded.error());
  }
  Recomputed made;
  made.loaded = std::move(*loaded);
  auto computed = job::compute(*made.loaded, options, fatal);
  if (!computed) {
    return diag::Failure(computed.error());
  }
  made.computed = std::move(*computed);
  auto results = submission::read_results(
      job::results_json(*made.loaded, *made.computed, {made.loaded->unit}), file);
  if (!results) {
    fatal.add(results.error());
    return diag::Failure(results.error());
  }
  made.results = std::move(*results);
  return made;
}

std::vector<std::string> different_documents(const submission::Package& package,
                                             const Recomputed& recomputed,
                                             const job::Options& options,
                                             diag::Sink& fatal) {
  const auto has = [&](submission::Role role) { return package.find(role) != nullptr; };
  const job::ReportRequest request{has(submission::Role::report),
                                   has(submission::Role::appendix),
                                   has(submission::Role::summary),
                                   false,
                                   {recomputed.loaded->unit},
                                   ""};
  const auto made =
      job::make_report(*recomputed.loaded, *recomputed.computed, request, options, fatal);
  std::vector<std::string> different;
  for (const submission::File& file : package.files) {
    const bool is_document = file.role == submission::Role::report ||
                             file.role == submission::Role::appendix ||
                             file.role == submission::Role::summary;
    if (!made || !is_document) {
      continue;
    }
    const auto same = std::find_if(made->begin(), made->end(), [&](const job::Artifact& artifact) {
      return file.name == "outputs/" + artifact.name &&
             same_document(file.name, artifact.bytes, file.bytes);
    });
    if (same == made->end()) {
      different.push_back(file.name);
    }
  }
  return different;
}

std::vector<archive::Figure> figures_of(const submission::Results& results) {
  std::vector<archive::Figure> figures;
  for (const submission::ResultRow& row : results.rows) {
    if (row.amounts) {
      const submission::Amounts& a = *row.amounts;
      figures.push_back(
          {row.id, row.definition, row.unit, a.n, a.d, a.u1, a.u2, a.unknown - a.u1 - a.u2});
    }
  }
  return figures;
}

std::vector<archive::Finding> findings_of(const diag::Sink& faults) {
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>,
           std::int64_t>
      counted;
  constexpr std::array<const char*, 3> severities{"note", "warning", "error"};
  for (const diag::Diagnostic& fault : faults.all()) {
    ++counted[{std::string(fault.code.id()),
               severities[static_cast<std::size_t>(fault.severity)],
               fault.span.file,
               fault.span.sheet,
               fault.span.cell}];
  }
  std::vector<archive::Finding> findings;
  for (const auto& [place, count] : counted) {
    const auto& [code, severity, file, sheet, cell] = place;
    findings.push_back({code, severity, file, sheet, cell, count});
  }
  return findings;
}

std::vector<archive::EntryRole> roles_of(const submission::Manifest& manifest,
                                         const job::JobFile& job) {
  const std::map<std::string, std::string> tables = tables_by_name(job);
  std::vector<archive::EntryRole> roles;
  for (const submission::Entry& entry : manifest.entries) {
    const auto table = tables.find(entry.name);
    roles.push_back({entry.name,
                     std::string(submission::name(entry.role)),
                     table == tables.end() ? "" : table->second});
  }
  return roles;
}

}  // namespace baocao::desk
