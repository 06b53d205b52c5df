#include "desk/combine.hpp"

#include "base/sha256.hpp"
#include "desk/recompute.hpp"
#include "job/inputs.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace baocao::desk {
namespace {

diag::Diagnostic cannot_read(const job::JobFile& job, const std::string& name) {
  return {.code = "J205",
          .message = "không mở được tệp \"" + name + "\"",
          .help = "kiểm tra tên tệp và quyền đọc; đóng tệp nếu đang mở trong Excel",
          .span = {.file = job.display + "/" + name}};
}

// Takes the packages in, one after the other.
class Combination {
 public:
  Combination(job::JobFile province, base::Folder::Files own)
      : job_(std::move(province)), files_(std::move(own)) {
    for (const job::TableFiles& listed : job_.files) {
      own_tables_.insert(listed.table);
    }
    job_.overrides = {{.name = "overrides.toml"}};
  }

  bool add(const submission::Package& package, diag::Sink& fatal) {
    const base::Folder inputs = inputs_of(package, "goi/" + package.manifest.unit);
    const auto job = job::load_job_file(inputs, "job.toml", fatal);
    if (!job) {
      return false;
    }
    const std::string below = "goi/" + package.manifest.unit + "/";
    for (const job::TableFiles& listed : job->files) {
      if (!own_tables_.contains(listed.table)) {
        add_table(*job, listed, below);
      }
    }
    for (const auto& [file, unit] : job->unit_of) {
      settle(job_.unit_of, below + file, unit);
    }
    for (const auto& [file, columns] : job->columns) {
      settle(job_.columns, below + file, columns);
    }
    if (auto bytes = inputs.read("overrides.toml")) {
      files_.emplace(below + "overrides.toml", std::move(*bytes));
      job_.overrides.push_back(
          {.name = below + "overrides.toml", .below = below, .unit = package.manifest.unit});
    }
    return true;
  }

  job::JobFile take() {
    job_.folder =
        base::Folder(std::make_shared<const base::Folder::Files>(std::move(files_)), job_.display);
    return std::move(job_);
  }

 private:
  void add_table(const job::JobFile& job, const job::TableFiles& listed, const std::string& below) {
    for (const std::string& name : job::names_of(job, listed)) {
      auto bytes = job.folder.read(name);
      if (!bytes || !seen_.insert(identity(job, listed.table, name, *bytes)).second) {
        continue;
      }
      files_.insert_or_assign(below + name, std::move(*bytes));
      patterns_of(listed).push_back(below + name);
      taken_.insert(below + name);
    }
  }

  // All that says what rows a file has and whose they are: words, name, what was settled of it.
  static std::string identity(const job::JobFile& job,
                              const std::string& table,
                              const std::string& name,
                              const base::Bytes& bytes) {
    const auto unit = job.unit_of.find(name);
    return table + "\n" + name + "\n" + (unit == job.unit_of.end() ? "" : unit->second) + "\n" +
           base::sha256_hex(bytes);
  }

  std::vector<std::string>& patterns_of(const job::TableFiles& listed) {
    const auto found = std::find_if(job_.files.begin(), job_.files.end(), [&](const auto& files) {
      return files.table == listed.table;
    });
    if (found != job_.files.end()) {
      return found->patterns;
    }
    return job_.files.emplace_back(job::TableFiles{listed.table, {}, listed.span}).patterns;
  }

  // For files that were taken alone: what is said of another one is no fault of the province.
  template <class Map, class Value>
  void settle(Map& map, const std::string& file, const Value& value) {
    if (taken_.contains(file)) {
      map.emplace(file, value);
    }
  }

  job::JobFile job_;
  base::Folder::Files files_;
  std::set<std::string> own_tables_;
  std::set<std::string> seen_;   // identities
  std::set<std::string> taken_;  // names of files
};

}  // namespace

diag::Result<base::Folder::Files> own_files(const job::JobFile& job,
                                            const std::filesystem::path& path,
                                            diag::Sink& fatal) {
  const bool is_folder = std::filesystem::is_directory(path);
  // The name to read from, and the name to keep it under.
  std::vector<std::pair<std::string, std::string>> names{
      {is_folder ? "job.toml" : path.filename().string(), "job.toml"}};
  if (job.folder.contains("overrides.toml")) {
    names.emplace_back("overrides.toml", "overrides.toml");
  }
  for (const job::TableFiles& listed : job.files) {
    for (const std::string& name : job::names_of(job, listed)) {
      names.emplace_back(name, name);
    }
  }
  base::Folder::Files files;
  for (const auto& [name, kept] : names) {
    auto bytes = job.folder.read(name);
    if (bytes) {
      files.emplace(kept, std::move(*bytes));
    } else {
      fatal.add(cannot_read(job, name));
    }
  }
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  return files;
}

diag::Result<job::JobFile> combined(job::JobFile province,
                                    base::Folder::Files own,
                                    const std::vector<submission::Package>& packages,
                                    diag::Sink& fatal) {
  Combination combination(std::move(province), std::move(own));
  for (const submission::Package& package : packages) {
    if (!combination.add(package, fatal)) {
      return diag::Failure(*fatal.first_error());
    }
  }
  return combination.take();
}

}  // namespace baocao::desk
