#include "job/report.hpp"

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "docx/template.hpp"
#include "job/manifest.hpp"
#include "job/report_input.hpp"
#include "job/scratch.hpp"
#include "job/small_cells.hpp"
#include "pdf/summary.hpp"
#include "report/drilled.hpp"
#include "report/model.hpp"
#include "text/unicode.hpp"
#include "xlsx/appendix.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <iterator>
#include <optional>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

// The templates of one level, read and compiled once for all units.
struct LevelTemplates {
  std::string level;
  std::optional<docx::Template> word;
  std::optional<pdf::Summary> summary;
};

struct Templates {
  std::vector<LevelTemplates> levels;
  std::optional<xlsx::Appendices> appendices;
  std::optional<pdf::FontFiles> fonts;

  const LevelTemplates& of(const std::string& level) const {
    return *std::find_if(levels.begin(), levels.end(), [&](const LevelTemplates& each) {
      return each.level == level;
    });
  }
};

// The file's bytes; a fault when it cannot be read.
std::optional<base::Bytes> read_template(const base::Folder& folder,
                                         const std::string& name,
                                         diag::Sink& fatal) {
  auto bytes = folder.read(name);
  if (bytes) {
    return std::move(*bytes);
  }
  fatal.add({.code = "J210",
             .message = "bộ mẫu của nghị quyết thiếu tệp \"" + name + "\"",
             .help = "chép lại tệp mẫu vào thư mục " + folder.path().filename().string(),
             .span = {.file = name}});
  return std::nullopt;
}

template <class T, class Load>
std::optional<T> load_template(const base::Folder& folder,
                               const std::string& name,
                               diag::Sink& fatal,
                               const Load& load_from) {
  const auto bytes = read_template(folder, name, fatal);
  if (!bytes) {
    return std::nullopt;
  }
  diag::Result<T> loaded = load_from(*bytes, name, fatal);
  return loaded ? std::optional<T>(std::move(*loaded)) : std::nullopt;
}

LevelTemplates load_level(const std::string& level,
                          const base::Folder& folder,
                          const ReportRequest& request,
                          diag::Sink& fatal) {
  LevelTemplates templates{level, std::nullopt, std::nullopt};
  if (request.docx) {
    templates.word = load_template<docx::Template>(
        folder, "report-" + level + ".docx", fatal, docx::Template::compile);
  }
  if (request.pdf) {
    templates.summary = load_template<pdf::Summary>(
        folder, "summary-" + level + ".toml", fatal, pdf::Summary::load);
  }
  return templates;
}

const resolution::Level* level_of(const Loaded& loaded, std::uint16_t unit) {
  return loaded.pack.level_for(loaded.dataset.units.all[unit].kind);
}

Templates load_templates(const Loaded& loaded, const ReportRequest& request, diag::Sink& fatal) {
  Templates templates;
  const base::Folder& folder = loaded.pack.folder;
  for (const resolution::Level& level : loaded.pack.levels) {
    const bool used = std::any_of(request.units.begin(), request.units.end(), [&](std::uint16_t u) {
      return level_of(loaded, u) == &level;
    });
    if (used) {
      templates.levels.push_back(load_level(level.key, folder, request, fatal));
    }
  }
  if (request.xlsx || request.persons) {
    templates.appendices =
        load_template<xlsx::Appendices>(folder, "appendices.toml", fatal, xlsx::Appendices::load);
  }
  if (request.pdf) {
    auto fonts = pdf::FontFiles::find();
    if (fonts) {
      templates.fonts = std::move(*fonts);
    } else {
      fatal.add(fonts.error());
    }
  }
  return templates;
}

// "" for the issuing unit, "05665-van-lang/" for a unit below it.
std::string unit_folder(const Loaded& loaded, std::uint16_t unit) {
  if (unit == loaded.unit) {
    return "";
  }
  const table::Unit& u = loaded.dataset.units.all[unit];
  std::string slug = text::lower(text::without_marks(u.name));
  for (char& c : slug) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    c = plain ? c : '-';
  }
  return u.code + "-" + slug + "/";
}

// Makes the documents of one unit at a time; safe to call from several threads.
class Maker {
 public:
  Maker(const Loaded& loaded,
        const Computed& computed,
        const report::Drilled* drilled,
        const Templates& templates,
        const ReportRequest& request)
      : loaded_(loaded),
        computed_(computed),
        drilled_(drilled),
        templates_(templates),
        request_(request) {}

  std::vector<Artifact> make(std::uint16_t unit,
                             unsigned threads,
                             MarkedTables& marked,
                             diag::Sink& fatal) const {
    const resolution::Level* level = level_of(loaded_, unit);
    if (level == nullptr) {
      fatal.add({.code = "J211",
                 .message = "nghị quyết không có mẫu báo cáo cho loại đơn vị của \"" +
                            loaded_.dataset.units.all[unit].full_name + "\"",
                 .help = "thêm loại đơn vị này vào một mục [[level]] của resolution.toml"});
      return {};
    }
    const report::Input input = input_of(unit);
    const report::Value model = report::build_model(input);
    marked = report::marked_tables(model);
    std::vector<Document> documents = documents_of(input, model, level->key);
    base::parallel_for(documents.size(), threads, [&](std::size_t i) {
      documents[i].bytes = documents[i].make(documents[i].faults);
    });
    std::vector<Artifact> artifacts;
    for (Document& document : documents) {
      fatal.append(std::move(document.faults));
      if (document.bytes) {
        artifacts.push_back(
            {unit_folder(loaded_, unit) + document.name, std::move(*document.bytes)});
      }
    }
    return artifacts;
  }

 private:
  using Made = std::optional<base::Bytes>;

  struct Document {
    std::string name;
    std::function<Made(diag::Sink& faults)> make;
    diag::Sink faults;
    Made bytes;
  };

  // In the order they are listed everywhere.
  std::vector<Document> documents_of(const report::Input& input,
                                     const report::Value& model,
                                     const std::string& level) const {
    const LevelTemplates& templates = templates_.of(level);
    std::vector<Document> documents;
    const auto add = [&](const char* name, auto make) {
      Document& document = documents.emplace_back();
      document.name = name;
      document.make = std::move(make);
    };
    if (templates.word) {
      add("bao-cao.docx", [&templates, model](diag::Sink& faults) {
        auto bytes = templates.word->render(model, {}, faults);
        return bytes ? Made(std::move(*bytes)) : std::nullopt;
      });
    }
    if (has_sheets(request_.xlsx, level, xlsx::Audience::outward)) {
      add("phu-luc.xlsx", [this, model, level](diag::Sink& faults) {
        return workbook(model, level, xlsx::Audience::outward, faults);
      });
    }
    if (has_sheets(request_.persons, level, xlsx::Audience::internal)) {
      add("danh-sach-noi-bo.xlsx", [this, input, level](diag::Sink& faults) {
        return workbook(with_persons(input), level, xlsx::Audience::internal, faults);
      });
    }
    if (templates.summary) {
      add("tom-tat.pdf", [this, &templates, model](diag::Sink& faults) {
        return kept(templates.summary->render(model, *templates_.fonts), faults);
      });
    }
    return documents;
  }

  report::Input input_of(std::uint16_t unit) const {
    report::Input input = report_input(loaded_, computed_, unit);
    if (unit == loaded_.unit) {
      input.packages = request_.packages;
    }
    return input;
  }

  report::Value with_persons(report::Input input) const {
    input.drilled = drilled_;
    input.with_persons = true;
    return report::build_model(input);
  }

  bool has_sheets(bool wanted, const std::string& level, xlsx::Audience audience) const {
    return wanted && templates_.appendices->has_sheets(level, audience);
  }

  Made workbook(const report::Value& model,
                const std::string& level,
                xlsx::Audience audience,
                diag::Sink& faults) const {
    return kept(templates_.appendices->render(model, level, audience, scratch_.path()), faults);
  }

  static Made kept(diag::Result<base::Bytes> bytes, diag::Sink& faults) {
    if (!bytes) {
      faults.add(bytes.error());
      return std::nullopt;
    }
    return std::move(*bytes);
  }

  const Loaded& loaded_;
  const Computed& computed_;
  const report::Drilled* drilled_;  // null: one unit alone
  const Templates& templates_;
  const ReportRequest& request_;
  Scratch scratch_;
};

}  // namespace

diag::Result<std::vector<Artifact>> make_report(const Loaded& loaded,
                                                const Computed& computed,
                                                const ReportRequest& request,
                                                const Options& options,
                                                diag::Sink& fatal) {
  const Templates templates = load_templates(loaded, request, fatal);
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  std::optional<report::Drilled> drilled;
  if (request.persons && request.units.size() > 1) {
    drilled.emplace(
        *computed.plan, computed.findings, loaded.dataset, loaded.unit, options.threads);
  }
  const Maker maker(loaded, computed, drilled ? &*drilled : nullptr, templates, request);
  std::vector<std::vector<Artifact>> made(request.units.size());
  std::vector<MarkedTables> marked(request.units.size());
  std::vector<diag::Sink> faults(request.units.size());
  std::atomic<std::size_t> done{0};
  // Many units side by side, or the documents of the only one.
  const unsigned within = request.units.size() > 1 ? 1 : options.threads;
  base::parallel_for(request.units.size(), options.threads, [&](std::size_t i) {
    made[i] = maker.make(request.units[i], within, marked[i], faults[i]);
    if (options.progress) {
      options.progress(++done, request.units.size());
    }
  });
  std::vector<Artifact> artifacts;
  for (std::size_t i = 0; i < made.size(); ++i) {
    fatal.append(std::move(faults[i]));
    std::move(made[i].begin(), made[i].end(), std::back_inserter(artifacts));
  }
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  if (request.notes != nullptr) {
    tell_marked(marked, loaded.job, *request.notes);
  }
  artifacts.push_back({"manifest.json", manifest_json(loaded, artifacts, request.version)});
  return artifacts;
}

diag::Result<void> write_artifacts(const fs::path& folder, const std::vector<Artifact>& artifacts) {
  for (const Artifact& artifact : artifacts) {
    const auto written = base::write_file(folder / artifact.name, artifact.bytes);
    if (!written) {
      return diag::Failure(diag::Diagnostic{
          .code = "J212",
          .message = "không ghi được tệp \"" + artifact.name + "\"",
          .help = "kiểm tra quyền ghi và chỗ trống của thư mục, đóng tệp nếu đang mở, rồi chạy lại",
          .span = {.file = (folder / artifact.name).generic_string()}});
    }
  }
  return {};
}

}  // namespace baocao::job
