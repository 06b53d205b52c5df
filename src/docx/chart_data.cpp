#include "docx/chart_data.hpp"

#include "report/evaluate.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

using report::List;
using report::Value;

constexpr std::size_t most_series = 255;        // of Excel
constexpr std::size_t most_categories = 32000;  // of a series of Excel
constexpr const char* shape =
    "cần {\"categories\": […], \"series\": [{\"name\": \"…\", \"values\": […]}]}";

const List* list_in(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found == nullptr ? nullptr : found->list();
}

tl::expected<ChartSeries, std::string> series_of(const Value& value, std::size_t categories) {
  const Value* name = value.find("name");
  const List* values = list_in(value, "values");
  if (name == nullptr || values == nullptr) {
    return tl::unexpected<std::string>(shape);
  }
  ChartSeries out{.name = report::printed(*name), .values = {}};
  if (values->size() != categories) {
    return tl::unexpected("dãy \"" + out.name + "\" có " + std::to_string(values->size()) +
                          " giá trị cho " + std::to_string(categories) + " mục");
  }
  for (const Value& each : *values) {
    if (each.number() == nullptr && !each.is_none()) {
      return tl::unexpected("dãy \"" + out.name + "\" có \"" + report::printed(each) +
                            "\" không phải số");
    }
    out.values.push_back(each.is_none() ? std::nullopt : std::optional(*each.number()));
  }
  return out;
}

}  // namespace

std::string stored_number(const base::Ratio& number) {
  return number.decimal();
}

tl::expected<ChartData, std::string> chart_data(const Value& value) {
  const List* categories = list_in(value, "categories");
  const List* series = list_in(value, "series");
  if (categories == nullptr || series == nullptr || categories->empty() || series->empty()) {
    return tl::unexpected<std::string>(shape);
  }
  if (categories->size() > most_categories || series->size() > most_series) {
    return tl::unexpected<std::string>("quá 255 dãy hoặc 32.000 mục");
  }
  ChartData out;
  const Value* title = value.find("title");
  out.title = title == nullptr ? "" : report::printed(*title);
  out.has_numbers = std::all_of(categories->begin(), categories->end(), [](const Value& each) {
    return each.number() != nullptr;
  });
  for (const Value& each : *categories) {
    out.categories.push_back(out.has_numbers ? stored_number(*each.number())
                                             : report::printed(each));
  }
  for (const Value& each : *series) {
    auto made = series_of(each, categories->size());
    if (!made) {
      return tl::unexpected(std::move(made.error()));
    }
    out.series.push_back(std::move(*made));
  }
  return out;
}

}  // namespace baocao::docx
