#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/limits.hpp"
#include "report/operators.hpp"
#include "report/problem.hpp"
#include "text/collate.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <stdexcept>

namespace baocao::report::filter {
namespace {

tl::unexpected<std::string> fault(std::string message) {
  return tl::unexpected(std::move(message));
}

tl::expected<const List*, std::string> list_of(const Value& value) {
  if (value.list() == nullptr) {
    return tl::unexpected<std::string>("cần danh sách, nhận được " + type_name(value));
  }
  return value.list();
}

tl::expected<std::string, std::string> key_of(Arguments arguments) {
  if (arguments.size() < 2 || arguments[1].string() == nullptr) {
    return fault("cần tên mục trong dấu nháy");
  }
  return *arguments[1].string();
}

// The key as a path; without a key the items themselves.
tl::expected<List, std::string> keyed(Arguments arguments, std::size_t place) {
  return list_of(arguments[0]).and_then([&](const List* items) {
    return column(*items, argument(arguments, place));
  });
}

std::string joined(const List& items, std::string_view separator, std::string_view before_last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) {
      out += i + 1 == items.size() ? before_last : separator;
    }
    out += printed(items[i]);
    if (out.size() > largest_text) {
      break;  // the evaluator refuses it
    }
  }
  return out;
}

// Stable sort of the items; `less` compares the items of two places.
Value sorted_by(const List& items, const std::function<bool(std::size_t, std::size_t)>& less) {
  std::vector<std::size_t> places(items.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i] = i;
  }
  std::stable_sort(places.begin(), places.end(), less);
  List sorted;
  for (const std::size_t place : places) {
    sorted.push_back(items[place]);
  }
  return sorted;
}

std::optional<std::int64_t> whole(const Value& value) {
  constexpr std::int64_t largest = 1'000'000'000;
  const base::Ratio* number = value.number();
  const bool usable = number != nullptr && number->is_integer() &&
                      *number <= base::Ratio(largest) && *number >= base::Ratio(-largest);
  return usable ? std::optional(number->numerator()) : std::nullopt;
}

// Why the values have no order; nothing when they have one.
std::optional<std::string> incomparable(const List& keys) {
  for (const Value& key : keys) {
    if (!order(keys.front(), key)) {
      return "không xếp được " + type_name(keys.front()) + " với " + type_name(key);
    }
  }
  return std::nullopt;
}

// "nhom,n" → "nhom", "n"; with no path one that is none.
List paths_of(const Value& path) {
  if (path.string() == nullptr) {
    return {path};
  }
  List paths;
  std::string_view rest = *path.string();
  for (bool more = true; more;) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    more = end < rest.size();
    paths.emplace_back(rest.substr(0, end));
    rest.remove_prefix(more ? end + 1 : end);
  }
  return paths;
}

// By the first of the members named in `path` that differs.
Result sorted(Arguments arguments, const Value& path, bool descending) {
  const auto items = list_of(arguments[0]);
  if (!items) {
    return tl::unexpected(items.error());
  }
  std::vector<List> keys;
  for (const Value& one : paths_of(path)) {
    auto values = column(**items, one);
    auto fault = values ? incomparable(*values) : std::move(values.error());
    if (fault) {
      return tl::unexpected(std::move(*fault));
    }
    keys.push_back(std::move(*values));
  }
  return sorted_by(**items, [&](std::size_t a, std::size_t b) {
    for (const List& values : keys) {
      const auto result = *order(values[a], values[b]);
      if (!std::is_eq(result)) {
        return descending ? std::is_gt(result) : std::is_lt(result);
      }
    }
    return false;
  });
}

bool is_above(std::strong_ordering order) {
  return std::is_gt(order);
}

bool is_below(std::strong_ordering order) {
  return std::is_lt(order);
}

// The first item whose key is before (above) all others; none of an empty list.
Result extreme(Arguments arguments, std::size_t place, bool (*is_better)(std::strong_ordering)) {
  const auto keys = keyed(arguments, place);
  if (!keys) {
    return tl::unexpected(keys.error());
  }
  if (auto fault = incomparable(*keys)) {
    return tl::unexpected(std::move(*fault));
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < keys->size(); ++i) {
    best = is_better(*order((*keys)[i], (*keys)[best])) ? i : best;
  }
  return keys->empty() ? Value() : (*arguments[0].list())[best];
}

// Of numbers only.
Result total(const List& numbers) {
  base::Ratio sum;
  try {
    for (const Value& number : numbers) {
      sum += *number.number();
    }
  } catch (const std::overflow_error&) {
    return fault("tổng quá lớn");
  }
  return Value(sum);
}

}  // namespace

Result join(Arguments arguments) {
  const auto items = list_of(arguments[0]);
  if (!items) {
    return tl::unexpected(items.error());
  }
  const std::string separator = arguments.size() > 1 ? printed(arguments[1]) : ", ";
  return Value(joined(**items, separator, separator));
}

Result join_plain(Arguments arguments) {
  const auto items = items_of(arguments[0]);
  if (!items) {
    return tl::unexpected(items.error());
  }
  const std::string separator = printed(argument(arguments, 1));
  return column(*items, argument(arguments, 2)).map([&](const List& values) {
    return Value(joined(values, separator, separator));
  });
}

Result join_and(Arguments arguments) {
  return list_of(arguments[0]).map([](const List* items) {
    return Value(joined(*items, ", ", " và "));
  });
}

Result length(Arguments arguments) {
  const Value& value = arguments[0];
  if (value.string() != nullptr) {
    return Value(static_cast<std::int64_t>(text::length(*value.string())));
  }
  if (value.map() != nullptr) {
    return Value(static_cast<std::int64_t>(value.map()->size()));
  }
  return list_of(value).map(
      [](const List* items) { return Value(static_cast<std::int64_t>(items->size())); });
}

Result first(Arguments arguments) {
  return items_of(arguments[0]).map([](const List& items) {
    return items.empty() ? Value() : items.front();
  });
}

Result last(Arguments arguments) {
  return items_of(arguments[0]).map([](const List& items) {
    return items.empty() ? Value() : items.back();
  });
}

Result list(Arguments arguments) {
  return items_of(arguments[0]).map([](List items) { return Value(std::move(items)); });
}

Result reverse(Arguments arguments) {
  return items_of(arguments[0]).map([&](List items) {
    std::reverse(items.begin(), items.end());
    const bool is_text = arguments[0].string() != nullptr;
    return is_text ? Value(joined(items, "", "")) : Value(std::move(items));
  });
}

// Vietnamese order tells case apart only where nothing else differs, whatever case_sensitive says.
Result sort(Arguments arguments) {
  return flag(arguments, 2)
      .and_then([&](bool) { return flag(arguments, 1); })
      .and_then(
          [&](bool descending) { return sorted(arguments, argument(arguments, 3), descending); });
}

Result sort_by(Arguments arguments) {
  return flag(arguments, 2).and_then([&](bool descending) {
    return sorted(arguments, argument(arguments, 1), descending);
  });
}

Result largest(Arguments arguments) {
  return flag(arguments, 1).and_then([&](bool) { return extreme(arguments, 2, is_above); });
}

Result largest_by(Arguments arguments) {
  return extreme(arguments, 1, is_above);
}

Result smallest(Arguments arguments) {
  return flag(arguments, 1).and_then([&](bool) { return extreme(arguments, 2, is_below); });
}

Result smallest_by(Arguments arguments) {
  return extreme(arguments, 1, is_below);
}

Result sort_names(Arguments arguments) {
  const auto names = keyed(arguments, 1);
  if (!names) {
    return tl::unexpected(names.error());
  }
  List keys;
  for (const Value& name : *names) {
    keys.emplace_back(text::name_sort_key(printed(name)));
  }
  return sorted_by(*arguments[0].list(), [&](std::size_t a, std::size_t b) {
    return *keys[a].string() < *keys[b].string();
  });
}

Result where(Arguments arguments) {
  const auto key = key_of(arguments);
  if (!key) {
    return tl::unexpected(key.error());
  }
  const auto values = keyed(arguments, 1);
  if (!values) {
    return tl::unexpected(values.error());
  }
  List kept;
  for (std::size_t i = 0; i < values->size(); ++i) {
    const bool keep =
        arguments.size() > 2 ? equal((*values)[i], arguments[2]) : truthy((*values)[i]);
    if (keep) {
      kept.push_back((*arguments[0].list())[i]);
    }
  }
  return Value(std::move(kept));
}

Result pluck(Arguments arguments) {
  if (const auto key = key_of(arguments); !key) {
    return tl::unexpected(key.error());
  }
  return keyed(arguments, 1).map([](List values) { return Value(std::move(values)); });
}

// A missing number is a fault: counted as 0 it would make the sum wrong without a sign of it.
Result sum(Arguments arguments) {
  auto values = keyed(arguments, 1);
  if (!values) {
    return tl::unexpected(values.error());
  }
  for (std::size_t i = 0; i < values->size(); ++i) {
    if ((*values)[i].number() == nullptr) {
      return fault("phần tử thứ " + std::to_string(i + 1) + " không phải là số mà là " +
                   type_name((*values)[i]));
    }
  }
  const Value& start = argument(arguments, 2);
  if (start.number() == nullptr && !start.is_none()) {
    return fault("start phải là số, nhận được " + type_name(start));
  }
  if (!start.is_none()) {
    values->push_back(start);
  }
  return total(*values);
}

// None of an empty list: there is no average.
Result average(Arguments arguments) {
  const auto values = keyed(arguments, 1);
  if (!values || values->empty()) {
    return values ? Result(Value()) : tl::unexpected(values.error());
  }
  const auto count = static_cast<std::int64_t>(values->size());
  return sum(arguments.first(std::min<std::size_t>(arguments.size(), 2)))
      .map([&](const Value& total) { return Value(*total.number() / base::Ratio(count)); });
}

Result range(Arguments arguments) {
  constexpr std::int64_t longest = 100'000;
  std::vector<std::int64_t> numbers;
  for (const Value& argument : arguments) {
    const auto number = whole(argument);
    if (!number) {
      return tl::unexpected<std::string>("cần số nguyên dưới một tỷ, nhận được " +
                                         type_name(argument));
    }
    numbers.push_back(*number);
  }
  if (numbers.empty() || numbers.size() > 3) {
    return fault("cần từ 1 đến 3 số nguyên");
  }
  const std::int64_t start = numbers.size() > 1 ? numbers[0] : 0;
  const std::int64_t stop = numbers.size() > 1 ? numbers[1] : numbers[0];
  const std::int64_t step = numbers.size() > 2 ? numbers[2] : 1;
  if (step == 0) {
    return fault("bước phải khác 0");
  }
  const base::Ratio steps = base::Ratio(stop - start, step);
  if (steps > base::Ratio(longest)) {
    return fault("dãy dài quá 100.000 số");
  }
  List out;
  for (std::int64_t i = 0; i < steps.ceil(); ++i) {
    out.emplace_back(start + i * step);
  }
  return Value(std::move(out));
}

}  // namespace baocao::report::filter
