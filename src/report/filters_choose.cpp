#include "report/access.hpp"
#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/filters.hpp"
#include "report/operators.hpp"
#include "report/problem.hpp"
#include "report/tests.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <functional>

namespace baocao::report::filter {
namespace {

constexpr std::int64_t most_parts = 1'000'000;

tl::unexpected<std::string> fault(std::string message) {
  return tl::unexpected(std::move(message));
}

// "a.b", "0": a member of a member, a place of a list.
tl::expected<Value, std::string> reach(Value value, std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const std::string_view step = path.substr(0, end);
    const auto place = base::Ratio::parse(step);
    Step next = place ? element_of(value, Value(*place)) : member_of(value, step);
    if (!next) {
      return fault(std::move(next.error().message));
    }
    value = std::move(*next);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return value;
}

// What a test or the truth of the value says. arguments[place] names the test.
tl::expected<bool, std::string> passes(const Value& value, Arguments arguments, std::size_t place) {
  if (arguments.size() <= place) {
    return truthy(value);
  }
  const std::string name = printed(arguments[place]);
  const Test* test = find_test(name);
  if (test == nullptr) {
    return fault("không có phép thử \"" + name + "\"");
  }
  List given{value};
  given.insert(
      given.end(), arguments.begin() + static_cast<std::ptrdiff_t>(place) + 1, arguments.end());
  const Step holds = test->holds(given);
  if (!holds) {
    return fault(holds.error().message);
  }
  return truthy(*holds);
}

// The items whose value in `asked` passes the test at `place`, or those that do not.
Result kept(
    const List& items, const List& asked, Arguments arguments, std::size_t place, bool wanted) {
  List out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto pass = passes(asked[i], arguments, place);
    if (!pass) {
      return tl::unexpected(pass.error());
    }
    if (*pass == wanted) {
      out.push_back(items[i]);
    }
  }
  return Value(std::move(out));
}

Result chosen(Arguments arguments, bool wanted) {
  return items_of(arguments[0]).and_then([&](const List& items) {
    return kept(items, items, arguments, 1, wanted);
  });
}

// selectattr('ten', 'defined'): whether the items have the member at all.
Result having(const List& items, std::string_view path, bool wanted) {
  List out;
  for (const Value& item : items) {
    if (reach(item, path).has_value() == wanted) {
      out.push_back(item);
    }
  }
  return Value(std::move(out));
}

Result chosen_by_attribute(Arguments arguments, bool wanted) {
  if (argument(arguments, 1).is_none()) {
    return fault("cần tên mục trong dấu nháy");
  }
  const std::string test = printed(argument(arguments, 2));
  if (test == "defined" || test == "undefined") {
    return items_of(arguments[0]).and_then([&](const List& items) {
      return having(items, printed(arguments[1]), (test == "defined") == wanted);
    });
  }
  return items_of(arguments[0]).and_then([&](const List& items) {
    return column(items, arguments[1]).and_then([&](const List& asked) {
      return kept(items, asked, arguments, 2, wanted);
    });
  });
}

// Texts that differ by case alone count as equal, as in Jinja2.
Value folded(const Value& value, bool case_sensitive) {
  const bool folds = value.string() != nullptr && !case_sensitive;
  return folds ? Value(text::lower(*value.string())) : value;
}

// The items whose keys are not those of one before.
Result first_of_each(const Value& of, const Value& path, bool case_sensitive) {
  const auto items = items_of(of);
  const auto keys = items ? column(*items, path) : items;
  if (!keys) {
    return tl::unexpected(keys.error());
  }
  List seen;
  List out;
  for (std::size_t i = 0; i < keys->size(); ++i) {
    const Value key = folded((*keys)[i], case_sensitive);
    if (std::none_of(seen.begin(), seen.end(), [&](const Value& s) { return equal(s, key); })) {
      seen.push_back(key);
      out.push_back((*items)[i]);
    }
  }
  return Value(std::move(out));
}

Value parts_of(const List& items,
               const std::vector<std::size_t>& sizes,
               const Value& fill,
               std::size_t full) {
  List parts;
  std::size_t at = 0;
  for (const std::size_t size : sizes) {
    List part(items.begin() + static_cast<std::ptrdiff_t>(at),
              items.begin() + static_cast<std::ptrdiff_t>(at + size));
    while (!fill.is_none() && part.size() < full) {
      part.push_back(fill);
    }
    parts.emplace_back(std::move(part));
    at += size;
  }
  return parts;
}

List pairs_of(const Map& map) {
  List pairs;
  for (const auto& [key, value] : map) {
    pairs.emplace_back(List{key, value});
  }
  return pairs;
}

}  // namespace

tl::expected<std::int64_t, std::string> count_of(Arguments arguments,
                                                 std::size_t place,
                                                 std::int64_t fallback) {
  const Value& value = argument(arguments, place);
  if (value.is_none()) {
    return fallback;
  }
  const base::Ratio* number = value.number();
  if (number == nullptr || !number->is_integer() || *number < base::Ratio(0) ||
      *number > base::Ratio(most_parts)) {
    return tl::unexpected<std::string>("cần số nguyên từ 0 đến một triệu, nhận được " +
                                       type_name(value));
  }
  return number->numerator();
}

tl::expected<bool, std::string> flag(Arguments arguments, std::size_t place) {
  const Value& value = argument(arguments, place);
  if (value.is_none() || value.boolean() != nullptr || value.number() != nullptr) {
    return truthy(value);
  }
  return tl::unexpected<std::string>("đối số thứ " + std::to_string(place) +
                                     " phải là true hoặc false, nhận được " + type_name(value) +
                                     "; tên mục thì viết attribute='…'");
}

tl::expected<List, std::string> items_of(const Value& value) {
  if (const List* list = value.list()) {
    return *list;
  }
  if (value.string() != nullptr) {
    return letters(*value.string());
  }
  if (const Map* map = value.map()) {
    List keys;
    for (const auto& entry : *map) {
      keys.emplace_back(entry.first);
    }
    return keys;
  }
  return tl::unexpected<std::string>("cần danh sách, nhận được " + type_name(value));
}

tl::expected<List, std::string> column(const List& items,
                                       const Value& path,
                                       const Value& fallback) {
  if (path.is_none()) {
    return items;
  }
  List values;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto found = reach(items[i], printed(path));
    if (!found && !fallback.is_none()) {
      found = fallback;
    }
    if (!found) {
      return tl::unexpected<std::string>("phần tử thứ " + std::to_string(i + 1) + ": " +
                                         found.error());
    }
    values.push_back(std::move(*found));
  }
  return values;
}

// Groups in the order of their keys, each under its first key.
Result group(Arguments arguments) {
  const auto case_sensitive = flag(arguments, 3);
  const auto items = items_of(arguments[0]);
  const auto keys = items ? column(*items, argument(arguments, 1), argument(arguments, 2)) : items;
  if (!keys || !case_sensitive) {
    return tl::unexpected(keys ? case_sensitive.error() : keys.error());
  }

  struct Group {
    Value key;
    Value folded;
    List items;
  };

  std::vector<Group> groups;
  for (std::size_t i = 0; i < keys->size(); ++i) {
    Value key = folded((*keys)[i], *case_sensitive);
    const auto at = std::find_if(
        groups.begin(), groups.end(), [&](const Group& one) { return equal(one.folded, key); });
    Group& group =
        at == groups.end() ? groups.emplace_back(Group{(*keys)[i], std::move(key), {}}) : *at;
    group.items.push_back((*items)[i]);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    const auto result = order(a.key, b.key);
    return result && std::is_lt(*result);
  });
  List out;
  for (Group& group : groups) {
    out.emplace_back(
        Map{{"grouper", std::move(group.key)}, {"list", Value(std::move(group.items))}});
  }
  return Value(std::move(out));
}

// map('upper'), map('replace', 'a', 'b') or map(attribute='ten').
Result map(Arguments arguments) {
  const auto items = items_of(arguments[0]);
  if (!items) {
    return tl::unexpected(items.error());
  }
  if (argument(arguments, 1).is_none() && arguments.size() > 2) {
    return column(*items, arguments[2], argument(arguments, 3)).map([](List values) {
      return Value(std::move(values));
    });
  }
  const std::string name = printed(argument(arguments, 1));
  const Filter* filter = find_filter(name);
  if (filter == nullptr) {
    return fault("không có bộ lọc \"" + name + "\"");
  }
  List out;
  for (const Value& item : *items) {
    List given{item};
    given.insert(given.end(), arguments.begin() + 2, arguments.end());
    auto result = filter->apply(given);
    if (!result) {
      return result;
    }
    out.push_back(std::move(*result));
  }
  return Value(std::move(out));
}

Result select(Arguments arguments) {
  return chosen(arguments, true);
}

Result reject(Arguments arguments) {
  return chosen(arguments, false);
}

Result select_by_attribute(Arguments arguments) {
  return chosen_by_attribute(arguments, true);
}

Result reject_by_attribute(Arguments arguments) {
  return chosen_by_attribute(arguments, false);
}

Result unique(Arguments arguments) {
  return flag(arguments, 1).and_then([&](bool case_sensitive) {
    return first_of_each(arguments[0], argument(arguments, 2), case_sensitive);
  });
}

Result unique_by(Arguments arguments) {
  return first_of_each(arguments[0], argument(arguments, 1), false);
}

Result batch(Arguments arguments) {
  const auto items = items_of(arguments[0]);
  const auto length = count_of(arguments, 1, 0);
  if (!items || !length || *length == 0) {
    return fault(!items ? items.error() : !length ? length.error() : "cần số phần tử của mỗi phần");
  }
  const auto full = static_cast<std::size_t>(*length);
  std::vector<std::size_t> sizes;
  for (std::size_t at = 0; at < items->size(); at += full) {
    sizes.push_back(std::min(full, items->size() - at));
  }
  return parts_of(*items, sizes, argument(arguments, 2), full);
}

// The first parts are one longer when the items do not divide evenly.
Result split_evenly(Arguments arguments) {
  const auto items = items_of(arguments[0]);
  const auto count = count_of(arguments, 1, 0);
  if (!items || !count || *count == 0) {
    return fault(!items ? items.error() : !count ? count.error() : "cần số phần");
  }
  const auto parts = static_cast<std::size_t>(*count);
  const std::size_t longer = items->size() % parts;
  std::vector<std::size_t> sizes(parts, items->size() / parts);
  for (std::size_t i = 0; i < longer; ++i) {
    ++sizes[i];
  }
  return parts_of(*items, sizes, argument(arguments, 2), sizes.front());
}

Result items(Arguments arguments) {
  const Map* map = arguments[0].map();
  return map == nullptr ? fault("cần bảng tên và giá trị, nhận được " + type_name(arguments[0]))
                        : Result(Value(pairs_of(*map)));
}

// case_sensitive, by, reverse; keys in Vietnamese order, as `sort` has it.
Result sorted_items(Arguments arguments) {
  const std::string by = argument(arguments, 2).is_none() ? "key" : printed(arguments[2]);
  if (by != "key" && by != "value") {
    return fault("by phải là 'key' hoặc 'value', nhận được \"" + by + "\"");
  }
  const auto pairs = items(arguments);
  const auto case_sensitive = flag(arguments, 1);
  if (!pairs || !case_sensitive) {
    return pairs ? tl::unexpected(case_sensitive.error()) : pairs;
  }
  const Value given[] = {*pairs, Value(by == "key" ? 0 : 1), argument(arguments, 3)};
  return sort_by(given);
}

Result attribute(Arguments arguments) {
  if (argument(arguments, 1).is_none()) {
    return fault("cần tên mục trong dấu nháy");
  }
  return reach(arguments[0], printed(argument(arguments, 1)));
}

}  // namespace baocao::report::filter
