#include "xlsx/appendix.hpp"

#include "text/numbers.hpp"
#include "xlsx/sheet_writer.hpp"
#include "xlsx/workbook.hpp"

#include <algorithm>
#include <utility>

namespace baocao::xlsx {

struct Appendices::State {
  Definition definition;
};

namespace {

struct Chosen {
  int number = 0;  // of the appendix
  const Sheet* sheet = nullptr;
};

bool is_of(const Sheet& sheet, std::string_view level) {
  return std::find(sheet.levels.begin(), sheet.levels.end(), level) != sheet.levels.end();
}

// A sheet that is left out takes no number. Those that travel are numbered first: who gets them
// sees no gap where the others stand.
std::vector<Chosen> chosen_sheets(const Definition& definition,
                                  std::string_view level,
                                  Audience audience,
                                  Evaluation& evaluation) {
  std::vector<Chosen> chosen;
  int number = 0;
  for (const Audience whom : {Audience::outward, Audience::internal}) {
    if (whom > audience) {
      break;
    }
    chosen.clear();
    for (const Sheet& sheet : definition.sheets) {
      const bool internal = whom == Audience::internal;
      if (sheet.internal == internal && is_of(sheet, level) &&
          !(sheet.optional && evaluation.list(sheet.rows).empty())) {
        chosen.push_back({++number, &sheet});
      }
    }
  }
  return chosen;
}

struct NamedContent {
  std::string name;  // of the worksheet
  SheetContent content;
};

// `number` of the appendix, from 1; visible as `phu_luc` in Roman digits.
NamedContent fill_in(const Definition& definition,
                     const Sheet& sheet,
                     int number,
                     Evaluation& evaluation) {
  Evaluation::Frame frame(evaluation);
  frame.set("phu_luc", text::roman(number));
  const Heading& heading = definition.heading;
  NamedContent filled{.name = evaluation.text(sheet.name),
                      .content = {.sheet = &sheet,
                                  .heading = {.superior = evaluation.text(heading.superior),
                                              .issuer = evaluation.text(heading.issuer),
                                              .party = evaluation.text(heading.party),
                                              .label = evaluation.text(heading.label),
                                              .title = evaluation.text(sheet.title),
                                              .subtitle = evaluation.text(sheet.subtitle),
                                              .caption = evaluation.text(sheet.caption)},
                                  .table = build_table(sheet, definition.fills, evaluation),
                                  .footnotes = {},
                                  .mark_note = evaluation.text(definition.mark_note)}};
  for (const Words& note : sheet.footnotes) {
    filled.content.footnotes.push_back(evaluation.text(note));
  }
  return filled;
}

diag::Diagnostic too_large(const std::string& name) {
  return {.code = "X705",
          .message = "trang \"" + name + "\" lớn hơn giới hạn của một bảng Excel",
          .help = "bớt cột lặp hoặc chia danh sách thành nhiều trang trong tệp phụ lục",
          .span = {.sheet = name}};
}

// The day the workbook says it was made on, so that its bytes do not depend on the clock.
base::Date creation_date(const Definition& definition, Evaluation& evaluation) {
  const report::Value created = evaluation.value(definition.created);
  const base::Date first_day_of_zip = *base::Date::from_ymd(1980, 1, 1);
  return created.date() == nullptr ? first_day_of_zip : *created.date();
}

}  // namespace

Appendices::Appendices(std::unique_ptr<const State> state) : state_(std::move(state)) {}

Appendices::Appendices(Appendices&&) noexcept = default;
Appendices& Appendices::operator=(Appendices&&) noexcept = default;
Appendices::~Appendices() = default;

diag::Result<Appendices> Appendices::load(std::string_view toml,
                                          const std::string& file,
                                          diag::Sink& sink) {
  auto definition = load_definition(toml, file, sink);
  if (!definition) {
    return diag::Failure(std::move(definition.error()));
  }
  return Appendices(std::make_unique<const State>(State{std::move(*definition)}));
}

bool Appendices::has_sheets(std::string_view level, Audience audience) const {
  const auto& sheets = state_->definition.sheets;
  return std::any_of(sheets.begin(), sheets.end(), [&](const Sheet& sheet) {
    return is_of(sheet, level) && sheet.internal == (audience == Audience::internal);
  });
}

diag::Result<base::Bytes> Appendices::render(const report::Value& model,
                                             std::string_view level,
                                             Audience audience,
                                             const std::filesystem::path& scratch) const {
  const Definition& definition = state_->definition;
  Evaluation evaluation(model);
  const std::string title = evaluation.text(definition.title);
  const std::string author = evaluation.text(definition.author);
  auto workbook = Workbook::create(scratch, creation_date(definition, evaluation), title, author);
  if (!workbook) {
    return diag::Failure(std::move(workbook.error()));
  }
  Formats formats(*workbook);
  for (const Chosen& chosen : chosen_sheets(definition, level, audience, evaluation)) {
    const NamedContent filled = fill_in(definition, *chosen.sheet, chosen.number, evaluation);
    if (evaluation.fault()) {
      return diag::Failure(*evaluation.fault());
    }
    if (!write_sheet(filled.content, workbook->add_sheet(filled.name), formats)) {
      return diag::Failure(too_large(filled.name));
    }
  }
  return workbook->finish();
}

}  // namespace baocao::xlsx
