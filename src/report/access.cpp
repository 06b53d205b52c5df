#include "report/access.hpp"

#include "report/evaluate.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace baocao::report {
namespace {

std::string nearest_key(const Map& map, std::string_view key) {
  std::vector<std::string> keys;
  keys.reserve(map.size());
  for (const auto& entry : map) {
    keys.push_back(entry.first);
  }
  const auto near = text::nearest(key, keys);
  return near ? "ý bạn là \"" + *near + "\"?" : std::string{};
}

std::optional<std::int64_t> whole(const Value& value) {
  const base::Ratio* number = value.number();
  return number != nullptr && number->is_integer() ? std::optional(number->numerator())
                                                   : std::nullopt;
}

std::string joined(const List& parts) {
  std::string out;
  for (const Value& part : parts) {
    out += printed(part);
  }
  return out;
}

// A position of a slice in 0…size, or -1…size-1 when it runs backwards.
std::optional<std::int64_t> bound(const Value& position,
                                  std::int64_t fallback,
                                  std::int64_t size,
                                  bool backwards) {
  if (position.is_none()) {
    return fallback;
  }
  const auto at = whole(position);
  if (!at) {
    return std::nullopt;
  }
  const std::int64_t from_start = *at < 0 ? *at + size : *at;
  return std::clamp<std::int64_t>(from_start, backwards ? -1 : 0, backwards ? size - 1 : size);
}

}  // namespace

Step member_of(const Value& value, std::string_view key) {
  if (const Value* found = value.find(key)) {
    return *found;
  }
  if (const Map* map = value.map()) {
    return tl::unexpected(
        Problem{"T512", "không có mục \"" + std::string(key) + "\"", nearest_key(*map, key)});
  }
  return tl::unexpected(
      Problem{"T512",
              "không lấy được mục \"" + std::string(key) + "\" của " + type_name(value),
              value.is_none() ? "giá trị này có thể trống; xét trước bằng {% if … %}" : ""});
}

Step element_of(const Value& value, const Value& position) {
  if (position.string() != nullptr) {
    return member_of(value, *position.string());
  }
  const bool is_text = value.string() != nullptr;
  const List items = is_text ? letters(*value.string()) : List{};
  const List* list = is_text ? &items : value.list();
  const auto at = whole(position);
  if (list == nullptr || !at) {
    return tl::unexpected(Problem{
        "T515", "không lấy được phần tử của " + type_name(value) + " theo " + type_name(position)});
  }
  const auto size = static_cast<std::int64_t>(list->size());
  const std::int64_t index = *at < 0 ? *at + size : *at;
  if (index < 0 || index >= size) {
    return tl::unexpected(Problem{"T512",
                                  "không có phần tử thứ " + std::to_string(*at) +
                                      " trong " + type_name(value) + " " + std::to_string(size) +
                                      (is_text ? " ký tự" : " phần tử"),
                                  "phần tử đầu tiên là [0]"});
  }
  return (*list)[static_cast<std::size_t>(index)];
}

// Whole letters, so that slices never cut one in half.
List letters(const std::string& text) {
  List out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    out.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

Step slice_of(const Value& value, const Value& first, const Value& last, const Value& step) {
  const bool is_text = value.string() != nullptr;
  if (!is_text && value.list() == nullptr) {
    return tl::unexpected(Problem{"T515", "không cắt được " + type_name(value)});
  }
  const List items = is_text ? letters(*value.string()) : *value.list();
  const auto size = static_cast<std::int64_t>(items.size());
  const auto stride = step.is_none() ? std::optional<std::int64_t>(1) : whole(step);
  const bool backwards = stride && *stride < 0;
  const auto begin = bound(first, backwards ? size - 1 : 0, size, backwards);
  const auto end = bound(last, backwards ? -1 : size, size, backwards);
  if (!begin || !end || !stride || *stride == 0) {
    return tl::unexpected(Problem{"T515", "vị trí và bước cắt phải là số nguyên, bước khác 0"});
  }
  List part;
  const std::int64_t jump = std::clamp<std::int64_t>(*stride, -size - 1, size + 1);
  for (std::int64_t i = *begin; backwards ? i > *end : i < *end; i += jump) {
    part.push_back(items[static_cast<std::size_t>(i)]);
  }
  return is_text ? Value(joined(part)) : Value(std::move(part));
}

}  // namespace baocao::report
