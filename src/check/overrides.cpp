#include "check/overrides.hpp"

#include "check/rule_names.hpp"
#include "text/dates.hpp"
#include "text/keys.hpp"

#include <unordered_map>
#include <utility>

namespace baocao::check {
namespace {

// The person a row is about, as far as the row tells.
struct Subject {
  std::string name;
  std::optional<base::DateRange> birth;
};

// Finds the person by the place of a fault.
class Subjects {
 public:
  explicit Subjects(const table::Dataset& dataset);

  Subject at(const diag::Span& span) const;

 private:
  struct Place {
    const table::Table* table = nullptr;
    std::size_t row = 0;
  };

  static std::string key(const std::string& file, const std::string& sheet, std::uint32_t row) {
    return file + '\x1F' + sheet + '\x1F' + std::to_string(row);
  }

  const schema::SamePerson* fields_ = nullptr;
  std::unordered_map<std::string, Place> places_;
};

Subjects::Subjects(const table::Dataset& dataset) {
  for (const auto& [name, table] : dataset.tables) {
    if (table.schema->same_person) {
      fields_ = &*table.schema->same_person;
    }
    const bool of_persons = table.schema->persons || table.schema->per_person;
    for (std::size_t row = 0; of_persons && row < table.rows; ++row) {
      const table::Origin& origin = table.origin[row];
      const table::Source& source = table.sources[origin.source];
      places_[key(source.file, source.sheet, origin.row + 1)] = {&table, row};
    }
  }
}

Subject Subjects::at(const diag::Span& span) const {
  const auto found = places_.find(key(span.file, span.sheet, span.row));
  if (fields_ == nullptr || found == places_.end()) {
    return {};
  }
  const auto& [table, row] = found->second;
  Subject subject;
  const table::Column* names = table->find(fields_->name);
  const table::Column* births = table->find(fields_->birth);
  if (names != nullptr && names->has(row)) {
    subject.name = names->texts[row];
  }
  if (births != nullptr && births->has(row)) {
    subject.birth = births->dates[row];
  }
  return subject;
}

bool matches(const Record& record, const diag::Diagnostic& fault, const Subject& subject) {
  if (!record.file.empty()) {
    return record.file == fault.span.file && record.row == fault.span.row &&
           (record.sheet.empty() || record.sheet == fault.span.sheet);
  }
  if (record.unit != fault.unit) {
    return false;
  }
  return record.name.empty() ||
         (text::name_key(record.name) == text::name_key(subject.name) && subject.birth &&
          subject.birth->first <= *record.birth && *record.birth <= subject.birth->last);
}

class Applier {
 public:
  Applier(const std::vector<Override>& overrides, const table::Dataset& dataset, base::Date as_of)
      : names_(*dataset.schema), subjects_(dataset) {
    for (const Override& each : overrides) {
      if (each.until < as_of) {
        expired_.push_back(&each);
      } else {
        valid_.push_back({&each, false});
      }
    }
  }

  std::vector<Exception> apply(diag::Sink& faults);

 private:
  struct Valid {
    const Override* override = nullptr;
    bool used = false;
  };

  const Override* find(const diag::Diagnostic& fault, const Subject& subject);
  void tell_unused(diag::Sink& faults) const;

  RuleNames names_;
  Subjects subjects_;
  std::vector<Valid> valid_;
  std::vector<const Override*> expired_;
};

const Override* Applier::find(const diag::Diagnostic& fault, const Subject& subject) {
  for (Valid& each : valid_) {
    const std::string& rule = each.override->rule;
    if ((rule == fault.rule || rule == fault.code.id()) &&
        matches(each.override->record, fault, subject)) {
      each.used = true;
      return each.override;
    }
  }
  return nullptr;
}

void Applier::tell_unused(diag::Sink& faults) const {
  for (const Override* each : expired_) {
    faults.add({.code = "J215",
                .severity = diag::Severity::warning,
                .message = "ngoại lệ cho \"" + each->rule + "\" đã hết hạn từ " +
                           text::table_date(each->until) + ", không được áp dụng",
                .help = "xin phép lại và sửa until, hoặc xóa mục này",
                .span = each->span});
  }
  for (const Valid& each : valid_) {
    if (!each.used) {
      faults.add(
          {.code = "J216",
           .severity = diag::Severity::warning,
           .message = "ngoại lệ cho \"" + each.override->rule + "\" không khớp với cảnh báo nào",
           .help = "xóa mục này, hoặc sửa record cho khớp với thông báo của check",
           .span = each.override->span});
    }
  }
}

diag::Diagnostic allowed(diag::Diagnostic fault, const Override& by) {
  fault.severity = diag::Severity::note;
  fault.message +=
      "; được phép đến hết " + text::table_date(by.until) + ": " + by.reason + " (" + by.by + ")";
  fault.help = "khi không còn lý do thì xóa mục ở dòng " + std::to_string(by.span.line) +
               " của overrides.toml";
  return fault;
}

std::vector<Exception> Applier::apply(diag::Sink& faults) {
  std::vector<Exception> exceptions;
  diag::Sink kept;
  for (const diag::Diagnostic& fault : faults.all()) {
    const bool of_a_rule = fault.code.id().starts_with('K');
    const Subject subject = of_a_rule ? subjects_.at(fault.span) : Subject{};
    const Override* by = of_a_rule ? find(fault, subject) : nullptr;
    kept.add(by == nullptr ? fault : allowed(fault, *by));
    if (by != nullptr) {
      const bool of_person = !names_.is_about_units(by->rule);
      exceptions.push_back({.fault = fault,
                            .title = names_.title(fault.rule, fault.code.id()),
                            .person = of_person ? subject.name : std::string(),
                            .reason = by->reason,
                            .by = by->by,
                            .until = by->until});
    }
  }
  tell_unused(kept);
  faults = std::move(kept);
  return exceptions;
}

}  // namespace

std::vector<Exception> apply_overrides(const std::vector<Override>& overrides,
                                       const table::Dataset& dataset,
                                       base::Date as_of,
                                       diag::Sink& faults) {
  if (overrides.empty()) {
    return {};
  }
  return Applier(overrides, dataset, as_of).apply(faults);
}

}  // namespace baocao::check
