#include "base/file.hpp"
#include "cli/archive_session.hpp"
#include "cli/archive_verbs.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/compare.hpp"
#include "desk/desk_files.hpp"
#include "desk/province.hpp"
#include "desk/trend.hpp"
#include "diag/render.hpp"
#include "job/document.hpp"
#include "job/report.hpp"
#include "report/document_block.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace baocao::cli {
namespace {

// What goes on the paper, or nothing after the faults of the job were printed.
std::optional<report::Value> document_of(const ArchiveCommand& command,
                                         const job::Options& options,
                                         base::Date as_of) {
  if (command.job.empty()) {
    return report::document_block({}, as_of);
  }
  const auto loaded = load(command.job, options);
  if (!loaded) {
    return std::nullopt;
  }
  return report::document_block(job::document_for(*loaded, loaded->unit), as_of);
}

using Render = diag::Result<base::Bytes> (*)(const base::Folder&,
                                             const std::string&,
                                             const report::Value&,
                                             diag::Sink&);

// One of the documents asked for.
struct Wanted {
  const std::string& out;  // empty: not this one
  const char* source;      // in templates/desk
  Render render;
};

bool write_one(const Wanted& wanted, const base::Folder& templates, const report::Value& model) {
  diag::Sink faults;
  const auto bytes = wanted.render(templates, wanted.source, model, faults);
  print_faults(faults.all(), "");
  if (bytes && base::write_file(wanted.out, *bytes)) {
    return true;
  }
  if (bytes) {
    fail({.code = "U105",
          .message = "không ghi được tệp \"" + wanted.out + "\"",
          .help = "kiểm tra quyền ghi và chỗ trống của thư mục"});
  }
  return false;
}

// Those of `all` that were asked for, with the values and what goes on the paper.
bool write_documents(const ArchiveCommand& command,
                     const std::vector<Wanted>& all,
                     report::Map map,
                     base::Date as_of) {
  const bool none =
      std::all_of(all.begin(), all.end(), [](const Wanted& wanted) { return wanted.out.empty(); });
  if (none) {
    return true;
  }
  const job::Options options = options_for(command.common);
  if (!options.templates.is_named()) {
    return false;
  }
  auto document = document_of(command, options, as_of);
  if (!document) {
    return false;
  }
  map.emplace_back("van_ban", std::move(*document));
  const report::Value model(std::move(map));
  return std::all_of(all.begin(), all.end(), [&](const Wanted& wanted) {
    return wanted.out.empty() || write_one(wanted, options.templates, model);
  });
}

desk::Selection selection_of(const ArchiveCommand& command) {
  return {command.resolution, command.periods, command.unit, command.indicator};
}

}  // namespace

int rerun(const ArchiveCommand& command, const archive::Archive& archive) {
  diag::Sink fatal;
  // Definitions come from the archive, not from templates/.
  const job::Options options{
      .templates = {}, .threads = threads_of(command.common), .progress = {}};
  const auto again = desk::rerun(archive, command.run, options, fatal);
  if (!again) {
    print_faults(fatal.all(), "");
    return errors;
  }
  if (!command.out.empty()) {
    if (const auto written = job::write_artifacts(command.out, again->artifacts); !written) {
      return fail(written.error());
    }
  }
  const std::string made = "Báo cáo số " + std::to_string(again->run.id) + " (" +
                           again->run.key.resolution + ", kỳ " + again->run.key.period + ", lập " +
                           again->run.made_at + " bằng " + again->run.program + ")";
  if (again->different.empty()) {
    print(made + ": lập lại được, mọi tệp giống bản đã lưu từng byte.\n");
    return done;
  }
  print(made + ": " + std::to_string(again->different.size()) + " tệp khác bản đã lưu:\n");
  for (const std::string& name : again->different) {
    print("  " + name + "\n");
  }
  return errors;
}

int compare(const ArchiveCommand& command, const archive::Archive& archive) {
  diag::Sink faults;
  const auto comparison = desk::compare(archive, selection_of(command), faults);
  print_faults(faults.all(), "");
  if (!comparison) {
    return faults.all().empty() ? fail(comparison.error()) : errors;
  }
  const std::vector<Wanted> documents{{command.xlsx, "so-sanh.toml", desk::render_workbook},
                                      {command.docx, "tong-hop.docx", desk::render_word},
                                      {command.pdf, "tong-hop.toml", desk::render_summary}};
  const base::Date as_of = comparison->periods.back().as_of;
  if (!write_documents(command, documents, desk::compare_model(*comparison), as_of)) {
    return errors;
  }
  print(command.json ? desk::compare_json(*comparison) : desk::compare_text(*comparison));
  return done;
}

int trend(const ArchiveCommand& command, const archive::Archive& archive) {
  diag::Sink faults;
  const auto trend = desk::trend(archive, selection_of(command), faults);
  print_faults(faults.all(), "");
  if (!trend) {
    return faults.all().empty() ? fail(trend.error()) : errors;
  }
  const std::vector<Wanted> documents{{command.xlsx, "xu-huong.toml", desk::render_workbook}};
  const base::Date as_of = trend->comparison.periods.back().as_of;
  if (!write_documents(command, documents, desk::trend_model(*trend), as_of)) {
    return errors;
  }
  print(command.json ? desk::trend_json(*trend) : desk::trend_text(*trend));
  return done;
}

}  // namespace baocao::cli
