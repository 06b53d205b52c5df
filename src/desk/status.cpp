#include "desk/status.hpp"

#include "desk/days.hpp"
#include "desk/periods.hpp"
#include "diag/json.hpp"
#include "schema/schema.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace baocao::desk {
namespace {

using diag::json_string;

bool counts_as_received(const archive::Package& package) {
  return package.state != archive::State::returned;
}

UnitStatus unit_status(const archive::ExpectedUnit& unit,
                       const std::vector<const archive::Package*>& packages,
                       const archive::Period& period,
                       base::Date day) {
  UnitStatus made;
  made.code = unit.code;
  made.unit = unit.name;
  for (const archive::Package* package : packages) {
    made.revision = package->revision;
    made.sha256 = package->sha256;
    made.signer = package->signer;
    made.returned += package->state == archive::State::returned ? 1 : 0;
    made.standing =
        package->state == archive::State::accepted ? Standing::accepted : Standing::returned;
    if (counts_as_received(*package) &&
        (made.received_at.empty() || package->received_at < made.received_at)) {
      made.received_at = package->received_at;
    }
  }
  if (made.standing == Standing::accepted) {
    const std::vector<std::string>& forms = packages.back()->forms;
    std::set_difference(period.forms.begin(),
                        period.forms.end(),
                        forms.begin(),
                        forms.end(),
                        std::back_inserter(made.missing_forms));
    made.late = day_of(made.received_at) > period.due;
  } else {
    made.late = day > period.due;
  }
  return made;
}

std::string forms_json(const UnitStatus& unit, const std::vector<std::string>& forms) {
  std::string out;
  for (const std::string& form : forms) {
    const bool has = unit.standing == Standing::accepted &&
                     std::find(unit.missing_forms.begin(), unit.missing_forms.end(), form) ==
                         unit.missing_forms.end();
    out +=
        (out.empty() ? "" : ",") + json_string(form) + ":" + (has ? "\"received\"" : "\"missing\"");
  }
  return "{" + out + "}";
}

std::string unit_json(const UnitStatus& unit, const std::vector<std::string>& forms) {
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? std::string("null") : json_string(text);
  };
  return "{\"unit\":" + json_string(unit.code) + ",\"name\":" + json_string(unit.unit) +
         ",\"state\":" + json_string(name(unit.standing)) +
         ",\"revision\":" + std::to_string(unit.revision) +
         ",\"received_at\":" + text_or_null(unit.received_at) +
         ",\"late\":" + (unit.late ? "true" : "false") +
         ",\"returned\":" + std::to_string(unit.returned) +
         ",\"forms\":" + forms_json(unit, forms) + ",\"signer\":" + text_or_null(unit.signer) +
         ",\"sha256\":" + text_or_null(unit.sha256) + "}";
}

// The units for which `wanted` holds, a line each.
template <class Wanted>
std::string listed(const Status& status, const std::string& title, const Wanted& wanted) {
  std::string lines;
  std::size_t count = 0;
  for (const UnitStatus& unit : status.units) {
    if (wanted(unit)) {
      lines += "  " + unit.code + "  " + unit.unit + "\n";
      ++count;
    }
  }
  return count == 0 ? "" : title + " (" + std::to_string(count) + "):\n" + lines;
}

const std::string& name_of(const std::string& form, const FormNames& names) {
  const auto found = names.find(form);
  return found == names.end() ? form : found->second;
}

std::string missing_forms_text(const Status& status, const FormNames& names) {
  std::string lines;
  for (const UnitStatus& unit : status.units) {
    std::string forms;
    for (const std::string& form : unit.missing_forms) {
      forms += (forms.empty() ? "" : "; ") + name_of(form, names);
    }
    lines += forms.empty() ? "" : "  " + unit.code + "  " + unit.unit + ": " + forms + "\n";
  }
  return lines.empty() ? "" : "Thiếu biểu:\n" + lines;
}

std::string_view words(const UnitStatus& unit) {
  switch (unit.standing) {
    case Standing::accepted:
      return unit.late ? "đã nhận, chậm" : "đã nhận, đúng hạn";
    case Standing::returned:
      return unit.late ? "đã trả lại, quá hạn" : "đã trả lại";
    case Standing::missing:
      break;
  }
  return unit.late ? "chưa nộp, quá hạn" : "chưa nộp";
}

std::string unit_model(const UnitStatus& unit, const FormNames& names) {
  std::string missing;
  for (const std::string& form : unit.missing_forms) {
    missing += (missing.empty() ? "" : ",") + json_string(name_of(form, names));
  }
  const std::string day =
      unit.received_at.empty() ? "" : text::table_date(day_of(unit.received_at));
  return "{\"ma\":" + json_string(unit.code) + ",\"ten\":" + json_string(unit.unit) +
         ",\"trang_thai\":" + json_string(name(unit.standing)) +
         ",\"trang_thai_loi\":" + json_string(words(unit)) +
         ",\"cham\":" + (unit.late ? "true" : "false") +
         ",\"lan\":" + std::to_string(unit.revision) +
         ",\"so_lan_tra_lai\":" + std::to_string(unit.returned) +
         ",\"ngay_nhan\":" + json_string(day) + ",\"thieu_bieu\":[" + missing +
         "],\"nguoi_ky\":" + json_string(unit.signer) + "}";
}

}  // namespace

std::string_view name(Standing standing) {
  constexpr std::array<std::string_view, 3> names{"missing", "returned", "accepted"};
  return names[static_cast<std::size_t>(standing)];
}

std::size_t Status::count(Standing standing) const {
  return static_cast<std::size_t>(
      std::count_if(units.begin(), units.end(), [standing](const UnitStatus& unit) {
        return unit.standing == standing;
      }));
}

std::size_t Status::late() const {
  return static_cast<std::size_t>(std::count_if(units.begin(), units.end(), [](const auto& unit) {
    return unit.standing == Standing::accepted && unit.late;
  }));
}

std::size_t Status::on_time() const {
  return count(Standing::accepted) - late();
}

std::size_t Status::overdue() const {
  return static_cast<std::size_t>(std::count_if(units.begin(), units.end(), [](const auto& unit) {
    return unit.standing != Standing::accepted && unit.late;
  }));
}

diag::Result<FormNames> form_names(const archive::Archive& archive, const archive::Period& period) {
  const auto templates = templates_of(archive, period.definitions);
  if (!templates) {
    return diag::Failure(templates.error());
  }
  diag::Sink faults;
  const auto schema = schema::Schema::load(*templates / "schema", faults);
  if (!schema) {
    return diag::Failure(schema.error());
  }
  FormNames names;
  for (const auto& table : schema->tables()) {
    names.emplace(table->name, table->label);
  }
  return names;
}

Status status(const archive::Period& period,
              const std::vector<archive::Package>& packages,
              base::Date day) {
  std::map<std::string_view, std::vector<const archive::Package*>> by_unit;  // revisions rising
  for (const archive::Package& package : packages) {
    by_unit[package.unit].push_back(&package);
  }
  Status made{.period = period, .day = day, .units = {}};
  for (const archive::ExpectedUnit& unit : period.units) {
    made.units.push_back(unit_status(unit, by_unit[unit.code], period, day));
  }
  return made;
}

std::string status_json(const Status& status) {
  std::string units;
  for (const UnitStatus& unit : status.units) {
    units += (units.empty() ? "" : ",") + unit_json(unit, status.period.forms);
  }
  const auto field = [](const char* key, std::size_t number) {
    return std::string("\"") + key + "\":" + std::to_string(number);
  };
  const archive::Period& period = status.period;
  return "{\"resolution\":" + json_string(period.key.resolution) +
         ",\"period\":" + json_string(period.key.period) +
         ",\"as_of\":" + json_string(period.as_of.iso()) +
         ",\"due\":" + json_string(period.due.iso()) + ",\"day\":" + json_string(status.day.iso()) +
         ",\"locked\":" + (period.lock ? "true" : "false") + ",\"units\":[" + units +
         "],\"counts\":{" + field("expected", status.units.size()) + "," +
         field("received", status.units.size() - status.count(Standing::missing)) + "," +
         field("accepted", status.count(Standing::accepted)) + "," +
         field("on_time", status.on_time()) + "," + field("late", status.late()) + "," +
         field("returned", status.count(Standing::returned)) + "," +
         field("missing", status.count(Standing::missing)) + "," +
         field("overdue", status.overdue()) + "}}\n";
}

std::string status_text(const Status& status, const FormNames& names) {
  const archive::Period& period = status.period;
  const auto number = [](std::size_t n) { return std::to_string(n); };
  return "Kỳ " + period.key.period + ", nghị quyết " + period.key.resolution + ", hạn nộp " +
         text::short_date(period.due) + (period.lock ? " (đã khóa)" : "") + "\n" + "Phải nộp " +
         number(status.units.size()) + "; đã nhận " + number(status.count(Standing::accepted)) +
         " (đúng hạn " + number(status.on_time()) + ", chậm " + number(status.late()) +
         "); đã trả lại " + number(status.count(Standing::returned)) + "; chưa nộp " +
         number(status.count(Standing::missing)) + ".\n" +
         listed(status,
                "Chưa nộp",
                [](const auto& unit) { return unit.standing == Standing::missing; }) +
         listed(status,
                "Đã trả lại, chưa nộp lại",
                [](const auto& unit) { return unit.standing == Standing::returned; }) +
         listed(status,
                "Nộp chậm",
                [](const auto& unit) { return unit.standing == Standing::accepted && unit.late; }) +
         missing_forms_text(status, names);
}

std::string status_model(const Status& status, const FormNames& names) {
  std::string units;
  for (const UnitStatus& unit : status.units) {
    units += (units.empty() ? "" : ",") + unit_model(unit, names);
  }
  const auto field = [](const char* key, std::size_t number) {
    return std::string("\"") + key + "\":" + std::to_string(number) + ",";
  };
  return "{\"han\":" + json_string(text::short_date(status.period.due)) + "," +
         field("phai_nop", status.units.size()) +
         field("da_nhan", status.count(Standing::accepted)) + field("dung_han", status.on_time()) +
         field("cham", status.late()) + field("tra_lai", status.count(Standing::returned)) +
         field("chua_nop", status.count(Standing::missing)) + field("qua_han", status.overdue()) +
         "\"don_vi\":[" + units + "]}";
}

}  // namespace baocao::desk
