#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
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
    return tl::unexpected("cần danh sách, nhận được " + type_name(value));
  }
  return value.list();
}

tl::expected<std::string, std::string> key_of(Arguments arguments) {
  if (arguments.size() < 2 || arguments[1].string() == nullptr) {
    return fault("cần tên mục trong dấu nháy");
  }
  return *arguments[1].string();
}

// One member of each item; without a key the items themselves.
tl::expected<List, std::string> column(Arguments arguments) {
  const auto items = list_of(arguments[0]);
  if (!items) {
    return tl::unexpected(items.error());
  }
  if (arguments.size() < 2) {
    return **items;
  }
  const auto key = key_of(arguments);
  if (!key) {
    return tl::unexpected(key.error());
  }
  List values;
  for (std::size_t i = 0; i < (*items)->size(); ++i) {
    const Value* found = (**items)[i].find(*key);
    if (found == nullptr) {
      return tl::unexpected("phần tử thứ " + std::to_string(i + 1) + " không có mục \"" + *key +
                            "\"");
    }
    values.push_back(*found);
  }
  return values;
}

std::string joined(const List& items, std::string_view separator, std::string_view before_last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) {
      out += i + 1 == items.size() ? before_last : separator;
    }
    out += printed(items[i]);
  }
  return out;
}

// Stable sort of the items of arguments[0] by the keys in `keys`.
Value sorted_by(Arguments arguments,
                const List& keys,
                const std::function<bool(const Value&, const Value&)>& less) {
  std::vector<std::size_t> places(keys.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i] = i;
  }
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return less(keys[a], keys[b]);
  });
  List sorted;
  for (const std::size_t place : places) {
    sorted.push_back((*arguments[0].list())[place]);
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
  return list_of(arguments[0]).map([](const List* items) {
    return items->empty() ? Value() : items->front();
  });
}

Result last(Arguments arguments) {
  return list_of(arguments[0]).map([](const List* items) {
    return items->empty() ? Value() : items->back();
  });
}

Result sort(Arguments arguments) {
  const auto keys = column(arguments);
  if (!keys) {
    return tl::unexpected(keys.error());
  }
  for (std::size_t i = 1; i < keys->size(); ++i) {
    if (!order((*keys)[0], (*keys)[i])) {
      return tl::unexpected("không xếp được " + type_name((*keys)[0]) + " với " +
                            type_name((*keys)[i]));
    }
  }
  return sorted_by(
      arguments, *keys, [](const Value& a, const Value& b) { return std::is_lt(*order(a, b)); });
}

Result sort_names(Arguments arguments) {
  const auto names = column(arguments);
  if (!names) {
    return tl::unexpected(names.error());
  }
  List keys;
  for (const Value& name : *names) {
    keys.emplace_back(text::name_sort_key(printed(name)));
  }
  return sorted_by(
      arguments, keys, [](const Value& a, const Value& b) { return *a.string() < *b.string(); });
}

Result where(Arguments arguments) {
  const auto key = key_of(arguments);
  if (!key) {
    return tl::unexpected(key.error());
  }
  const auto values = column(arguments.first(2));
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
  return column(arguments).map([](List values) { return Value(std::move(values)); });
}

// A missing number is a fault: counted as 0 it would make the sum wrong without a sign of it.
Result sum(Arguments arguments) {
  const auto values = column(arguments);
  if (!values) {
    return tl::unexpected(values.error());
  }
  for (std::size_t i = 0; i < values->size(); ++i) {
    if ((*values)[i].number() == nullptr) {
      return fault("phần tử thứ " + std::to_string(i + 1) + " không phải là số mà là " +
                   type_name((*values)[i]));
    }
  }
  return total(*values);
}

Result range(Arguments arguments) {
  constexpr std::int64_t longest = 100'000;
  std::vector<std::int64_t> numbers;
  for (const Value& argument : arguments) {
    const auto number = whole(argument);
    if (!number) {
      return tl::unexpected("cần số nguyên dưới một tỷ, nhận được " + type_name(argument));
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
