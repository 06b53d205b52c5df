#include "job/submit.hpp"

#include "base/sha256.hpp"
#include "job/definitions.hpp"
#include "job/package_facts.hpp"
#include "job/report.hpp"
#include "job/same_counts.hpp"
#include "submission/seal.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace baocao::job {
namespace {

using submission::File;
using submission::Role;

constexpr const char* package_name = "gói đang lập";

// The documents that travel; the internal list of persons stays with the unit.
constexpr std::array<std::pair<std::string_view, Role>, 3> documents{
    {{"bao-cao.docx", Role::report},
     {"phu-luc.xlsx", Role::appendix},
     {"tom-tat.pdf", Role::summary}}};

void refuse_changed(const std::string& name, diag::Sink& fatal) {
  fatal.add({.code = "G205",
             .message = "tệp \"" + name + "\" đổi trong lúc lập gói",
             .help = "đóng tệp ở các chương trình khác rồi chạy lại",
             .span = {.file = name}});
}

// Names in a package have one form: "can-bo/a.xlsx", not "./can-bo/a.xlsx" or "../a.xlsx".
bool is_plain(const std::string& name) {
  return !name.starts_with('/') && !name.starts_with("..") &&
         std::filesystem::path(name).lexically_normal().generic_string() == name;
}

base::Bytes read_input(const InputFile& input, diag::Sink& fatal) {
  auto bytes = input.folder.read(input.own_name);
  if (!bytes || base::sha256_hex(*bytes) != input.sha256) {
    refuse_changed(input.name, fatal);
    return {};
  }
  return std::move(*bytes);
}

// job.toml and everything it names, byte for byte; in NFC, as the names in a package are.
std::vector<File> input_files(const Loaded& loaded,
                              const std::set<std::string>& extracts,
                              diag::Sink& fatal) {
  std::vector<File> files;
  const auto job = loaded.job.folder.read(loaded.job.name);
  if (!job) {
    refuse_changed(loaded.job.name, fatal);
    return files;
  }
  files.push_back({"inputs/job.toml", Role::job, text::nfc(*job)});
  std::set<std::string> known;
  for (const InputFile& input : loaded.inputs) {
    if (!is_plain(input.name)) {
      fatal.add(
          {.code = "G204",
           .message = "đường dẫn \"" + input.name + "\" không nằm gọn trong thư mục công việc",
           .help = "chép tệp vào thư mục công việc; trong mục [files] ghi đường dẫn từ thư mục đó, "
                   "không có \".\" hay \"..\"",
           .span = {.file = input.name}});
    } else if (known.insert(input.name).second) {
      const Role role = extracts.contains(input.name) ? Role::extract : Role::input;
      files.push_back({"inputs/" + input.name, role, read_input(input, fatal)});
    }
  }
  return files;
}

void add_documents(const Loaded& loaded,
                   const Computed& computed,
                   const SubmitRequest& request,
                   const Options& options,
                   std::vector<File>& files,
                   diag::Sink& fatal) {
  const ReportRequest wanted{
      .persons = false, .units = {loaded.unit}, .version = request.version, .notes = &fatal};
  auto artifacts = make_report(loaded, computed, wanted, options, fatal);
  if (!artifacts) {
    return;
  }
  for (Artifact& artifact : *artifacts) {
    const auto* const document = std::find_if(documents.begin(), documents.end(), [&](auto& each) {
      return each.first == artifact.name;
    });
    if (document != documents.end()) {
      files.push_back({"outputs/" + artifact.name, document->second, std::move(artifact.bytes)});
    }
  }
}

struct Recomputed {
  submission::Manifest manifest;
  std::string results;
};

// What the package says, by what is in it and nothing else: no earlier periods.
diag::Result<Recomputed> recompute(const std::vector<File>& files,
                                   const Options& options,
                                   diag::Sink& fatal) {
  constexpr std::string_view inputs = "inputs/";
  base::Folder::Files folder;
  for (const File& file : files) {
    folder.emplace(file.name.substr(inputs.size()), file.bytes);
  }
  auto job =
      load_job_file({std::make_shared<const base::Folder::Files>(std::move(folder)), package_name},
                    "job.toml",
                    fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  const auto loaded = load(std::move(*job), options, fatal);
  if (!loaded) {
    return diag::Failure(loaded.error());
  }
  const auto computed = compute(**loaded, options, fatal);
  if (!computed) {
    return diag::Failure(computed.error());
  }
  return Recomputed{manifest_of(**loaded), results_json(**loaded, **computed, {(*loaded)->unit})};
}

std::vector<submission::DefinitionFile> hashes_of(const base::Folder::Files& files) {
  std::vector<submission::DefinitionFile> hashes;
  for (const auto& [name, bytes] : files) {
    hashes.push_back({name, base::sha256_hex(bytes)});
  }
  return hashes;
}

diag::Result<Submission> finish(submission::Package package,
                                const SubmitRequest& request,
                                diag::Sink& fatal) {
  const auto failed = [&](diag::Diagnostic error) {
    fatal.add(error);
    return diag::Failure(std::move(error));
  };
  if (request.signing) {
    if (auto done = submission::sign(package, *request.signing); !done) {
      return failed(std::move(done.error()));
    }
  }
  base::Bytes bytes = submission::write(package);
  // As its receiver will; what is refused there must not leave here.
  if (const auto opened = submission::open(bytes, package_name, fatal); !opened) {
    return diag::Failure(opened.error());
  }
  if (!request.receiver_pem.empty()) {
    auto sealed = submission::seal(bytes, request.receiver_pem);
    if (!sealed) {
      return failed(std::move(sealed.error()));
    }
    bytes = std::move(*sealed);
  }
  return Submission{std::move(package.manifest), std::move(bytes)};
}

}  // namespace

void check_ready(const Loaded& loaded, diag::Sink& faults) {
  const diag::Span span{.file = loaded.job.display + "/" + loaded.job.name};
  if (const std::size_t open = loaded.faults.count(diag::Severity::error); open > 0) {
    faults.add({.code = "G201",
                .message = "số liệu còn " + std::to_string(open) + " lỗi nên chưa nộp được",
                .help = "sửa các ô đã nêu; lỗi quy tắc được cấp có thẩm quyền cho phép thì ghi vào "
                        "overrides.toml",
                .span = span});
  }
  const auto warnings = warnings_of(loaded);
  for (const auto& [code, count] : warnings) {
    if (!loaded.job.acknowledge.contains(code)) {
      faults.add({.code = "G202",
                  .message = std::to_string(count) + " cảnh báo " + code +
                             " chưa có lý do nên chưa nộp được",
                  .help = "sửa số liệu, hoặc ghi dưới mục [acknowledge] của job.toml: " + code +
                          " = \"lý do\"",
                  .span = span});
    }
  }
  for (const auto& [code, acknowledgement] : loaded.job.acknowledge) {
    if (!warnings.contains(code)) {
      faults.add({.code = "G206",
                  .severity = diag::Severity::note,
                  .message = "mục [acknowledge] nêu lý do cho " + code +
                             " nhưng số liệu không có cảnh báo này",
                  .help = "xóa dòng này nếu không còn cần",
                  .span = acknowledgement.span});
    }
  }
}

diag::Result<Submission> make_submission(const Loaded& loaded,
                                         const Computed& computed,
                                         const SubmitRequest& request,
                                         const Options& options,
                                         diag::Sink& fatal) {
  check_ready(loaded, fatal);
  std::vector<File> files = input_files(loaded, request.extracts, fatal);
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  const auto definitions = definition_files(options.templates, loaded.job.resolution);
  if (!definitions) {
    fatal.add(definitions.error());
    return diag::Failure(definitions.error());
  }
  auto packed = recompute(files, options, fatal);
  if (!packed) {
    return diag::Failure(packed.error());
  }
  demand_same_counts(
      results_json(loaded, computed, {loaded.unit}), packed->results, loaded.job.display, fatal);
  files.push_back({"results.json", Role::results, std::move(packed->results)});
  add_documents(loaded, computed, request, options, files, fatal);
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  packed->manifest.revision = request.revision;
  packed->manifest.program = "baocao " + request.version;
  packed->manifest.definitions.files = hashes_of(*definitions);
  return finish(
      submission::make_package(std::move(packed->manifest), std::move(files)), request, fatal);
}

}  // namespace baocao::job
