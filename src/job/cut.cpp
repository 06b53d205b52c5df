#include "job/cut.hpp"

#include "diag/json.hpp"
#include "job/extract.hpp"
#include "job/inputs.hpp"
#include "job/same_counts.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace baocao::job {
namespace {

using diag::json_string;  // TOML's basic strings take the same escapes

bool of_persons(const table::Table& table) {
  return table.schema->persons || table.schema->per_person;
}

// Whose rows each file of persons holds.
std::map<std::string, std::set<std::uint16_t>> owners_of(const table::Dataset& dataset) {
  std::map<std::string, std::set<std::uint16_t>> owners;
  for (const auto& [name, table] : dataset.tables) {
    for (std::size_t row = 0; of_persons(table) && row < table.rows; ++row) {
      owners[table.sources[table.origin[row].source].file].insert(table.unit[row]);
    }
    for (const table::Source& source : table.sources) {
      if (of_persons(table) && source.unit) {
        owners[source.file].insert(*source.unit);
      }
    }
  }
  return owners;
}

class Cutter {
 public:
  Cutter(const Loaded& whole, std::uint16_t unit, diag::Sink& fatal)
      : whole_(whole), unit_(unit), fatal_(fatal), owners_(owners_of(whole.dataset)) {
    for (const auto& [file, units] : owners_) {
      if (units.contains(unit) && units.size() > 1) {
        shared_.insert(file);
      }
    }
  }

  // The files of the new job; faults when something of the unit would be lost.
  base::Folder::Files files() {
    demand_nothing_lost();
    for (const TableFiles& listed : whole_.job.files) {
      add_table(listed);
    }
    files_.emplace("job.toml", job_text());
    return std::move(files_);
  }

  const std::set<std::string>& extracts() const { return extracts_; }

 private:
  const std::string& code() const { return whole_.dataset.units.all[unit_].code; }

  void refuse(const std::string& what, diag::Span span) {
    fatal_.add({.code = "G210",
                .message = what,
                .help = "lập thư mục công việc riêng cho đơn vị \"" + code() + "\" rồi nộp từ đó",
                .span = std::move(span)});
  }

  // What was said of cells of a shared list is not said again of their values in an extract.
  void demand_nothing_lost() {
    for (const diag::Diagnostic& fault : whole_.faults.all()) {
      const bool of_rule = fault.code.id().starts_with('K');  // checked again in the new job
      if (fault.severity != diag::Severity::note && !of_rule && fault.unit == code() &&
          shared_.contains(fault.span.file)) {
        refuse("ô của đơn vị trong danh sách chung có lỗi hoặc cảnh báo " +
                   std::string(fault.code.id()) + " nên không trích được",
               fault.span);
      }
    }
    for (const check::Exception& exception : whole_.exceptions) {
      if (exception.fault.unit == code()) {
        refuse("đơn vị có ngoại lệ trong overrides.toml", exception.fault.span);
      }
    }
  }

  void add_table(const TableFiles& listed) {
    const table::Table* table = whole_.dataset.find(listed.table);
    std::vector<std::string> names;
    std::set<std::string> sources;
    bool has_shared = false;
    for (const std::string& on_disk : names_of(whole_.job, listed)) {
      const std::string name = text::nfc(on_disk);
      const auto owners = owners_.find(name);
      const bool own = owners != owners_.end() && owners->second.contains(unit_);
      const bool shared = shared_.contains(name);
      sources.insert(name);
      has_shared = has_shared || shared;
      if (!of_persons(*table) && owners != owners_.end() && (!own || shared)) {
        refuse("tệp \"" + name + "\" vừa có người của đơn vị khác vừa có bảng " + listed.table,
               listed.span);
      } else if (!shared && (own || !of_persons(*table))) {
        names.push_back(name);
        keep(on_disk, name);
      }
    }
    if (names.empty() && table->schema->persons && !has_shared) {
      refuse("không có danh sách người của đơn vị", listed.span);
    }
    // Also where the unit has no rows: a table without rows is not a table that is missing.
    if (has_shared || names.empty()) {
      const std::string name = "trich/" + listed.table + ".csv";
      files_.emplace(name,
                     extract_csv(whole_.dataset, *table, unit_, has_shared ? shared_ : sources));
      extracts_.insert(name);
      names.push_back(name);
    }
    listed_.emplace_back(listed.table, std::move(names));
  }

  void keep(const std::string& on_disk, const std::string& name) {
    if (auto bytes = whole_.job.folder.read(on_disk)) {
      files_.emplace(name, std::move(*bytes));
    }
  }

  std::string job_text() const {
    std::string text = "resolution = " + json_string(whole_.job.resolution) +
                       "\nperiod = " + json_string(whole_.job.period.code()) +
                       "\nas_of = " + whole_.job.as_of.iso() + "\nunit = " + json_string(code()) +
                       "\n\n[acknowledge]\n";
    for (const auto& [warning, acknowledgement] : whole_.job.acknowledge) {
      text += warning + " = " + json_string(acknowledgement.reason) + "\n";
    }
    if (const auto& below = whole_.job.small_cells_below) {
      text += "\n[privacy]\nsmall_cells_below = " + std::to_string(*below) + "\n";
    }
    text += "\n[files]\n";
    for (const auto& [table, names] : listed_) {
      std::string list;
      for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + json_string(name);
      }
      text += table + " = [" + list + "]\n";
    }
    text += "\n[unit_of]\n";
    for (const std::string& name : extracts_) {
      text += json_string(name) + " = " + json_string(code()) + "\n";
    }
    for (const auto& [name, unit] : whole_.job.unit_of) {
      text += files_.contains(name) ? json_string(name) + " = " + json_string(unit) + "\n" : "";
    }
    for (const auto& [name, headers] : whole_.job.columns) {
      if (files_.contains(name)) {
        text += "\n[columns." + json_string(name) + "]\n";
        for (const auto& [header, field] : headers) {
          text += json_string(header) + " = " + json_string(field) + "\n";
        }
      }
    }
    return text;
  }

  const Loaded& whole_;
  std::uint16_t unit_;
  diag::Sink& fatal_;
  std::map<std::string, std::set<std::uint16_t>> owners_;
  std::set<std::string> shared_;  // files with persons of this unit and of others
  base::Folder::Files files_;
  std::set<std::string> extracts_;
  std::vector<std::pair<std::string, std::vector<std::string>>> listed_;  // table → files
};

}  // namespace

diag::Result<Cut> cut(const Loaded& whole,
                      const Computed& computed,
                      std::uint16_t unit,
                      const Options& options,
                      diag::Sink& fatal) {
  Cutter cutter(whole, unit, fatal);
  auto files = std::make_shared<const base::Folder::Files>(cutter.files());
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  // Messages name the files of the whole job: reasons for warnings are written there.
  auto job = load_job_file({files, whole.job.display}, "job.toml", fatal);
  if (!job) {
    return diag::Failure(job.error());
  }
  auto loaded = load(std::move(*job), options, fatal);
  if (!loaded) {
    return diag::Failure(loaded.error());
  }
  const auto own = compute(**loaded, options, fatal);
  if (!own) {
    return diag::Failure(own.error());
  }
  demand_same_counts(results_json(whole, computed, {unit}),
                     results_json(**loaded, **own, {(*loaded)->unit}),
                     whole.job.display,
                     fatal);
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  return Cut{std::move(*loaded), cutter.extracts()};
}

}  // namespace baocao::job
