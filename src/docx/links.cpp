#include "docx/links.hpp"

#include "docx/foreign_xml.hpp"
#include "docx/relationships.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace baocao::docx {
namespace {

constexpr std::size_t escape_length = 3;  // "%7B"

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    unsigned code = 0;
    const bool is_escape =
        text.size() >= escape_length && text.front() == '%' &&
        std::from_chars(text.data() + 1, text.data() + escape_length, code, 16).ptr ==
            text.data() + escape_length;
    out += is_escape ? static_cast<char>(code) : text.front();
    text.remove_prefix(is_escape ? escape_length : 1);
  }
  return out;
}

std::size_t find_sign(const std::string& text,
                      std::string_view escaped,
                      std::string_view plain,
                      std::size_t from,
                      std::size_t& length) {
  const std::size_t first = text.find(escaped, from);
  const std::size_t second = text.find(plain, from);
  length = first < second ? escaped.size() : plain.size();
  return std::min(first, second);
}

// Escapes undone inside tags only: elsewhere %2F is not the same as "/".
std::string with_plain_tags(const std::string& target) {
  const std::string small = lower(target);
  std::string out;
  std::size_t done = 0;
  std::size_t length = 0;
  for (std::size_t begin = find_sign(small, "%7b%7b", "{{", 0, length); begin != std::string::npos;
       begin = find_sign(small, "%7b%7b", "{{", done, length)) {
    const std::size_t end = find_sign(small, "%7d%7d", "}}", begin, length);
    if (end == std::string::npos) {
      break;
    }
    out += target.substr(done, begin - done);
    out += unescaped(std::string_view(target).substr(begin, end + length - begin));
    done = end + length;
  }
  return out + target.substr(done);
}

Links cut_links(std::string_view story, Part& relations) {
  Links out;
  for (const Relationship& each : read_relationships(story, relations.bytes)) {
    std::string target = each.is_external ? with_plain_tags(each.target) : "";
    if (target.find("{{") != std::string::npos && text::is_valid_utf8(target)) {
      out.emplace(each.id, std::move(target));
    }
  }
  if (!out.empty()) {
    relations.bytes = without_relationships(
        relations.bytes, [&](std::string_view id) { return out.count(id) != 0; });
  }
  return out;
}

}  // namespace

std::map<std::string, Links> take_links(std::vector<Part>& parts) {
  std::map<std::string, Links> out;
  for (const Part& part : parts) {
    const auto relations = std::find_if(parts.begin(), parts.end(), [&](const Part& each) {
      return each.name == relationships_name(part.name);
    });
    if (relations == parts.end()) {
      continue;
    }
    if (Links links = cut_links(part.name, *relations); !links.empty()) {
      out.emplace(part.name, std::move(links));
    }
  }
  return out;
}

void place_links(pugi::xml_node around, const Links& links) {
  for (pugi::xml_node node : around.children()) {
    pugi::xml_attribute relation = node.attribute("r:id");
    if (const auto link = links.find(std::string_view(relation.value())); link != links.end()) {
      relation = link->second.c_str();
    }
    place_links(node, links);
  }
}

tl::expected<std::string, std::string> checked_address(std::string_view address) {
  static constexpr std::array<std::string_view, 3> schemes{"http://", "https://", "mailto:"};
  const auto has_scheme = [](std::string_view text) {
    const std::string small = lower(text.substr(0, 8));
    return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
      return small.starts_with(scheme) && text.size() > scheme.size();
    });
  };
  // Word puts "http://" before what it does not know as an address: "http://{{ url }}".
  constexpr std::string_view added = "http://";
  if (address.starts_with(added) && has_scheme(address.substr(added.size()))) {
    address.remove_prefix(added.size());
  }
  if (!has_scheme(address)) {
    return tl::unexpected("\"" + std::string(address) +
                          "\" không phải địa chỉ http://, https:// hay mailto:");
  }
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view never = "<>\"\\^`{|}";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7F || never.find(c) != std::string_view::npos) {
      out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace baocao::docx
