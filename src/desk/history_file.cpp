#include "desk/history_file.hpp"

#include "diag/json.hpp"
#include "report/json.hpp"

#include <utility>

namespace baocao::desk {
namespace {

using diag::json_string;
using report::List;
using report::Map;
using report::Value;
using resolution::PastPeriod;

std::string value_json(const std::optional<base::Ratio>& value) {
  return value ? "[" + std::to_string(value->numerator()) + "," +
                     std::to_string(value->denominator()) + "]"
               : "null";
}

std::string series_json(const std::string& indicator, const PastPeriod::Series& series) {
  std::string values;
  for (const auto& [unit, value] : series.values) {
    values += (values.empty() ? "" : ",") + json_string(unit) + ":" + value_json(value);
  }
  return "{\"indicator\":" + json_string(indicator) +
         ",\"definition\":" + json_string(series.definition) + ",\"values\":{" + values + "}}";
}

// Each member throws nothing and gives false for what is not of the form.
bool read_value(const Value& json, std::optional<base::Ratio>& value) {
  if (json.is_none()) {
    return true;
  }
  const List* parts = json.list();
  if (parts == nullptr || parts->size() != 2) {
    return false;
  }
  const base::Ratio* numerator = parts->front().number();
  const base::Ratio* denominator = parts->back().number();
  if (numerator == nullptr || denominator == nullptr || !numerator->is_integer() ||
      !denominator->is_integer() || denominator->is_zero()) {
    return false;
  }
  value = base::Ratio(numerator->numerator(), denominator->numerator());
  return true;
}

const std::string* text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value == nullptr ? nullptr : value->string();
}

bool read_series(const Value& json, PastPeriod& period) {
  const std::string* indicator = text_of(json, "indicator");
  const std::string* definition = text_of(json, "definition");
  const Value* values = json.find("values");
  const Map* units = values == nullptr ? nullptr : values->map();
  if (indicator == nullptr || definition == nullptr || units == nullptr) {
    return false;
  }
  PastPeriod::Series& series = period.indicators[*indicator];
  series.definition = *definition;
  for (const auto& [unit, value] : *units) {
    if (!read_value(value, series.values[unit])) {
      return false;
    }
  }
  return true;
}

bool read_period(const Value& json, resolution::History& history) {
  const std::string* day = text_of(json, "as_of");
  const auto as_of = day == nullptr ? std::nullopt : base::Date::parse_iso(*day);
  const Value* listed = json.find("indicators");
  const List* indicators = listed == nullptr ? nullptr : listed->list();
  if (!as_of || indicators == nullptr) {
    return false;
  }
  PastPeriod period{.as_of = *as_of};
  for (const Value& indicator : *indicators) {
    if (!read_series(indicator, period)) {
      return false;
    }
  }
  history.add(std::move(period));
  return true;
}

}  // namespace

std::string history_json(const resolution::History& history) {
  std::string periods;
  for (const PastPeriod& period : history.periods()) {
    std::string indicators;
    for (const auto& [indicator, series] : period.indicators) {
      indicators += (indicators.empty() ? "" : ",") + series_json(indicator, series);
    }
    periods += (periods.empty() ? "" : ",") + std::string("{\"as_of\":") +
               json_string(period.as_of.iso()) + ",\"indicators\":[" + indicators + "]}";
  }
  return "{\"periods\":[" + periods + "]}\n";
}

diag::Result<resolution::History> read_history(std::string_view json, const std::string& file) {
  const diag::Failure refused(
      diag::Diagnostic{.code = "G324",
                       .message = "số liệu kỳ trước giữ trong kho không đúng dạng",
                       .help = "dùng phiên bản baocao đã lập báo cáo kỳ trước, hoặc bản mới hơn",
                       .span = {.file = file}});
  const auto parsed = report::parse_json(json, file);
  const Value* listed = parsed ? parsed->find("periods") : nullptr;
  const List* periods = listed == nullptr ? nullptr : listed->list();
  if (periods == nullptr) {
    return refused;
  }
  resolution::History history;
  for (const Value& period : *periods) {
    if (!read_period(period, history)) {
      return refused;
    }
  }
  return history;
}

}  // namespace baocao::desk
