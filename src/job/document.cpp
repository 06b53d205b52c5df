#include "job/document.hpp"

#include "text/unicode.hpp"

#include <array>
#include <utility>

namespace baocao::job {
namespace {

const table::Unit& province_of(const table::Units& units, std::uint16_t unit) {
  const table::Unit* at = &units.all[unit];
  while (at->parent) {
    at = &units.all[*at->parent];
  }
  return *at;
}

// Fills in the placeholders of resolution::Level.
class Names {
 public:
  Names(const table::Units& units, std::uint16_t unit) {
    const table::Unit& own = units.all[unit];
    const table::Unit& province = province_of(units, unit);
    words_ = {{{"{ten}", own.name},
               {"{TEN}", text::upper(own.name)},
               {"{ten_day_du}", in_sentence(own)},
               {"{TEN_DAY_DU}", text::upper(own.full_name)},
               {"{ten_tinh}", province.name},
               {"{TEN_TINH}", text::upper(province.name)}}};
  }

  std::string filled(std::string text) const {
    for (const auto& [placeholder, word] : words_) {
      for (std::size_t at = text.find(placeholder); at != std::string::npos;
           at = text.find(placeholder, at + word.size())) {
        text.replace(at, placeholder.size(), word);
      }
    }
    return text;
  }

 private:
  std::array<std::pair<std::string, std::string>, 6> words_;
};

void apply_level(const resolution::Level& level, const Names& names, report::Document& document) {
  document.superior = names.filled(level.superior);
  document.issuer = names.filled(level.issuer);
  document.symbol = names.filled(level.symbol);
  document.place = names.filled(level.place);
  document.authority = names.filled(level.authority);
  document.signer_title = names.filled(level.signer_title);
  document.addressee = names.filled(level.addressee);
  for (const std::string& recipient : level.recipients) {
    document.recipients.push_back(names.filled(recipient));
  }
}

void replace(std::string& value, const std::string& setting) {
  if (!setting.empty()) {
    value = setting;
  }
}

void apply_settings(const DocumentSettings& settings, report::Document& document) {
  document.number = settings.number;
  document.date = settings.date;
  replace(document.symbol, settings.symbol);
  replace(document.place, settings.place);
  replace(document.signer_title, settings.signer_title);
  document.signer_name = settings.signer_name;
  if (settings.authority) {
    document.authority = *settings.authority;
  }
  if (!settings.recipients.empty()) {
    document.recipients = settings.recipients;
  }
}

}  // namespace

std::string in_sentence(const table::Unit& unit) {
  const std::string& full = unit.full_name;
  const std::size_t kind = full.size() > unit.name.size() ? full.size() - unit.name.size() : 0;
  return text::lower(full.substr(0, kind)) + full.substr(kind);
}

report::Document document_for(const Loaded& loaded, std::uint16_t unit) {
  const table::Units& units = loaded.dataset.units;
  report::Document document;
  if (const resolution::Level* level = loaded.pack.level_for(units.all[unit].kind)) {
    apply_level(*level, Names(units, unit), document);
  }
  // Number, date and signer of the job belong to the job's own unit; the units below it give
  // their own when they issue theirs.
  if (unit == loaded.unit) {
    apply_settings(loaded.job.document, document);
  }
  return document;
}

}  // namespace baocao::job
