#include "desk/province.hpp"

#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "desk/combine.hpp"
#include "desk/history_file.hpp"
#include "desk/periods.hpp"
#include "desk/previous.hpp"
#include "desk/status.hpp"
#include "desk/tell.hpp"
#include "report/json.hpp"
#include "submission/package.hpp"
#include "submission/results.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace baocao::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view job_role = "job";
constexpr std::string_view input_role = "input";  // tables, which may name persons
constexpr std::string_view job_file = "job.toml";
// How things stood with the units when the report was made; no input file can have this name.
constexpr std::string_view status_file = "META-INF/status.json";
// `found_file` of the period before.
constexpr std::string_view previous_file = "META-INF/previous.json";

diag::Failure first_of(const diag::Sink& fatal) {
  return diag::Failure(*fatal.first_error());
}

template <class T>
diag::Failure failed(const diag::Result<T>& result, diag::Sink& fatal) {
  fatal.add(result.error());
  return diag::Failure(result.error());
}

bool goes_in(std::string_view role) {
  return role == job_role || role == input_role;
}

std::string_view role_of_own(std::string_view file) {
  return file == job_file || file.starts_with("META-INF/") ? job_role : input_role;
}

std::string_view role_of(const std::string& artifact) {
  if (artifact.ends_with(".docx")) {
    return "report";
  }
  if (artifact.ends_with("danh-sach-noi-bo.xlsx")) {
    return "internal";
  }
  if (artifact.ends_with(".xlsx")) {
    return "appendix";
  }
  return artifact.ends_with(".pdf") ? "summary" : "manifest";
}

const base::Bytes* find_file(const Source& source, std::string_view name) {
  const auto found = std::find_if(source.files.begin(), source.files.end(), [&](const auto& file) {
    return file.name == name;
  });
  return found == source.files.end() ? nullptr : &found->bytes;
}

base::Folder::Files own_files_of(const Source& source) {
  base::Folder::Files files;
  for (const archive::RunFile& file : source.files) {
    files.emplace(file.name, file.bytes);
  }
  return files;
}

// The accepted packages, opened again; the archive proves that they are what was verified.
diag::Result<std::vector<submission::Package>> packages_of(const archive::Archive& archive,
                                                           const Source& source,
                                                           unsigned threads,
                                                           diag::Sink& fatal) {
  const std::size_t count = source.packages.size();
  std::vector<diag::Result<base::Bytes>> bytes;
  for (const std::string& hash : source.packages) {
    bytes.push_back(archive.package_bytes(hash));
  }
  std::vector<submission::Package> packages(count);
  std::vector<diag::Sink> faults(count);
  base::parallel_for(count, threads, [&](std::size_t i) {
    if (!bytes[i]) {
      faults[i].add(bytes[i].error());
    } else if (auto package = submission::open(*bytes[i], source.packages[i], faults[i])) {
      packages[i] = std::move(*package);
    }
  });
  for (diag::Sink& each : faults) {
    fatal.append(std::move(each));
  }
  if (fatal.has_errors()) {
    return first_of(fatal);
  }
  // The order of the inputs is the order of rows; hashes know none.
  std::sort(packages.begin(), packages.end(), [](const auto& a, const auto& b) {
    return a.manifest.unit < b.manifest.unit;
  });
  return packages;
}

diag::Result<job::JobFile> job_of(const Source& source,
                                  const std::vector<submission::Package>& packages,
                                  diag::Sink& fatal) {
  base::Folder::Files own = own_files_of(source);
  const base::Folder folder(std::make_shared<const base::Folder::Files>(own), "tinh");
  auto job = job::load_job_file(folder, std::string(job_file), fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  return combined(std::move(*job), std::move(own), packages, fatal);
}

void tell_differences(const submission::Package& package,
                      const job::Computed& computed,
                      diag::Sink& faults) {
  const job::Loaded& loaded = *computed.loaded;
  const std::string& code = package.manifest.unit;
  const auto unit = loaded.dataset.units.find_code(code);
  const auto stated =
      submission::read_results(package.find(submission::Role::results)->bytes, code);
  const auto here =
      unit ? submission::read_results(job::results_json(loaded, computed, {*unit}), code)
           : diag::Result<submission::Results>();
  if (!unit || !stated || !here) {
    return;
  }
  for (const std::string& difference : submission::differences(*stated, *here)) {
    faults.add({.code = "G323",
                .severity = diag::Severity::warning,
                .message = "số liệu của " + package.manifest.unit_name +
                           " trong báo cáo này khác gói đã nhận: " + difference,
                .help = "đối chiếu các bảng do tỉnh tự lập với bảng đơn vị nộp; xem người có tên "
                        "ở hai đơn vị",
                .span = {.file = "goi/" + code},
                .unit = code});
  }
}

// What each unit handed up is what the report says of it: another figure comes of a table that the
// province supplies itself, of a person whom two units have, or of a fault here.
void tell_differences(const std::vector<submission::Package>& packages,
                      const job::Computed& computed,
                      unsigned threads,
                      diag::Sink& faults) {
  std::vector<diag::Sink> found(packages.size());
  base::parallel_for(packages.size(), threads, [&](std::size_t i) {
    tell_differences(packages[i], computed, found[i]);
  });
  for (diag::Sink& each : found) {
    faults.append(std::move(each));
  }
}

diag::Result<std::string> status_model_of(const archive::Archive& archive,
                                          const archive::Period& period,
                                          const job::JobFile& job) {
  const auto packages =
      archive.packages({.resolution = period.key.resolution, .period = period.key.period});
  const auto names = form_names(archive, period);
  if (!packages || !names) {
    return diag::Failure(packages ? names.error() : packages.error());
  }
  return status_model(status(period, *packages, job.document.date.value_or(period.due)), *names);
}

}  // namespace

diag::Result<Source> source_of(const archive::Archive& archive,
                               const fs::path& path,
                               const std::string& version,
                               diag::Sink& fatal) {
  const auto job = job::load_job_file(path, fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  Source source;
  source.key = {job->resolution, job->period.code()};
  source.program = "baocao " + version;
  const auto period = archive.period(source.key);
  if (!period) {
    return failed(period, fatal);
  }
  if (period->as_of != job->as_of) {
    fatal.add(
        about(job->display + "/job.toml",
              "G321",
              "as_of là " + job->as_of.iso() + ", kỳ trong kho chốt ngày " + period->as_of.iso(),
              "sửa as_of trong job.toml cho khớp với kỳ đã mở"));
    return first_of(fatal);
  }
  source.definitions = period->definitions;
  const auto packages = archive.packages({.resolution = source.key.resolution,
                                          .period = source.key.period,
                                          .state = archive::State::accepted});
  const auto model = status_model_of(archive, *period, *job);
  auto own = own_files(*job, path, fatal);
  if (!packages || !model || !own) {
    return !own ? diag::Failure(own.error()) : failed(packages, fatal);
  }
  for (const archive::Package& package : *packages) {
    source.packages.push_back(package.sha256);
  }
  (*own)[std::string(status_file)] = *model;
  if (!job->previous.empty()) {
    auto previous = previous_of(archive, *period, *job);
    if (!previous) {
      return failed(previous, fatal);
    }
    (*own)[std::string(previous_file)] = std::move(previous->history);
    if (previous->outdated) {
      source.warned.add(*previous->outdated);
    }
  }
  for (auto& [name, bytes] : *own) {
    source.files.push_back({name, std::string(role_of_own(name)), std::move(bytes)});
  }
  return source;
}

diag::Result<ProvinceReport> make(const archive::Archive& archive,
                                  const Source& source,
                                  job::ReportRequest request,
                                  const job::Options& options,
                                  diag::Sink& fatal) {
  const auto packages = packages_of(archive, source, options.threads, fatal);
  if (!packages) {
    return diag::Failure(packages.error());
  }
  auto job = job_of(source, *packages, fatal);
  auto templates = templates_of(archive, source.definitions);
  if (!job || !templates) {
    return job ? failed(templates, fatal) : diag::Failure(job.error());
  }
  job::Options then = options;
  then.templates = std::move(*templates);
  auto loaded = job::load(std::move(*job), then, fatal);
  if (!loaded) {
    return diag::Failure(loaded.error());
  }
  ProvinceReport made;
  made.loaded = std::move(*loaded);
  auto computed = job::compute(*made.loaded, then, fatal);
  if (!computed) {
    return diag::Failure(computed.error());
  }
  made.computed = std::move(*computed);
  tell_differences(*packages, *made.computed, options.threads, made.loaded->faults);
  if (const base::Bytes* model = find_file(source, status_file)) {
    auto standing = report::parse_json(*model, std::string(status_file));
    if (!standing) {
      return failed(standing, fatal);
    }
    request.packages = std::move(*standing);
  }
  if (const base::Bytes* found = find_file(source, previous_file)) {
    auto history = read_history(*found, std::string(previous_file));
    if (!history) {
      return failed(history, fatal);
    }
    made.computed->history = std::move(*history);
  }
  request.units = {made.loaded->unit};
  request.version = source.program.substr(source.program.find(' ') + 1);
  auto artifacts = job::make_report(*made.loaded, *made.computed, request, then, fatal);
  if (!artifacts) {
    return diag::Failure(artifacts.error());
  }
  made.artifacts = std::move(*artifacts);
  return made;
}

archive::NewRun run_of(const Source& source, const ProvinceReport& report) {
  archive::NewRun run{.key = source.key,
                      .unit = report.loaded->job.unit,
                      .program = source.program,
                      .definitions = source.definitions,
                      .packages = source.packages,
                      .files = source.files};
  for (const job::Artifact& artifact : report.artifacts) {
    run.files.push_back(
        {"outputs/" + artifact.name, std::string(role_of(artifact.name)), artifact.bytes});
  }
  resolution::History found = report.computed->history;
  found.add(report.computed->findings, report.loaded->dataset.units);
  run.files.push_back({found_file, "history", history_json(found)});
  return run;
}

diag::Result<Rerun> rerun(const archive::Archive& archive,
                          std::int64_t run,
                          const job::Options& options,
                          diag::Sink& fatal) {
  const auto runs = archive.runs({});
  if (!runs) {
    return failed(runs, fatal);
  }
  const auto found = std::find_if(
      runs->begin(), runs->end(), [&](const archive::Run& each) { return each.id == run; });
  if (found == runs->end()) {
    fatal.add({.code = "G322",
               .message = "kho không có báo cáo số " + std::to_string(run),
               .help = "xem các báo cáo đã lập bằng lệnh archive list"});
    return first_of(fatal);
  }
  Source source{.key = found->key,
                .program = found->program,
                .definitions = found->definitions,
                .packages = found->packages,
                .files = {},
                .warned = {}};
  job::ReportRequest request{false, false, false, false, {}, ""};
  for (const archive::RunFileEntry& file : found->files) {
    request.docx = request.docx || file.role == "report";
    request.xlsx = request.xlsx || file.role == "appendix";
    request.pdf = request.pdf || file.role == "summary";
    request.persons = request.persons || file.role == "internal";
    if (goes_in(file.role)) {
      auto bytes = archive.run_file(run, file.name);
      if (!bytes) {
        return failed(bytes, fatal);
      }
      source.files.push_back({file.name, file.role, std::move(*bytes)});
    }
  }
  auto made = make(archive, source, request, options, fatal);
  if (!made) {
    return diag::Failure(made.error());
  }
  const archive::NewRun now = run_of(source, *made);
  Rerun again{.run = *found, .artifacts = std::move(made->artifacts), .different = {}};
  for (const archive::RunFileEntry& file : found->files) {
    const auto same = [&](const archive::RunFile& other) {
      return file.name == other.name && file.sha256 == base::sha256_hex(other.bytes);
    };
    if (!goes_in(file.role) && std::none_of(now.files.begin(), now.files.end(), same)) {
      again.different.push_back(file.name);
    }
  }
  return again;
}

}  // namespace baocao::desk
