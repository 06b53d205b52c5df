#include "docx/rich_text.hpp"

#include "docx/property_order.hpp"
#include "package/xml.hpp"
#include "report/evaluate.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

using report::Value;

std::string element(std::string_view name, const std::string& value) {
  return "<" + std::string(name) + " w:val=\"" + package::escaped(value) + "\"/>";
}

// The name of a format in the data and the elements it gives.
struct Format {
  std::string_view key;
  std::vector<RunProperty> (*elements)(const Value& value);
};

std::string without_hash(const Value& value) {
  const std::string text = report::printed(value);
  return text.substr(text.starts_with('#') ? 1 : 0);
}

std::vector<RunProperty> one(const std::string& name, const std::string& value) {
  return {{name, element(name, value)}};
}

std::vector<RunProperty> flag(const std::string& name, const Value& value) {
  return {{name, report::truthy(value) ? "<" + name + "/>" : element(name, "0")}};
}

std::vector<RunProperty> font(const Value& value) {
  const std::string name = package::escaped(report::printed(value));
  return {{"w:rFonts",
           "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\" w:cs=\"" + name + "\"/>"}};
}

std::vector<RunProperty> size(const Value& value) {
  const std::string half_points = report::printed(value);
  return {{"w:sz", element("w:sz", half_points)}, {"w:szCs", element("w:szCs", half_points)}};
}

std::vector<RunProperty> underline(const Value& value) {
  const bool named = value.string() != nullptr && !value.string()->empty();
  const std::string plain = report::truthy(value) ? "single" : "none";
  return one("w:u", named ? *value.string() : plain);
}

std::vector<RunProperty> raised(const Value& value, const std::string& word) {
  return one("w:vertAlign", report::truthy(value) ? word : "baseline");
}

constexpr std::array<Format, 11> formats{{
    {"style", [](const Value& v) { return one("w:rStyle", report::printed(v)); }},
    {"font", font},
    {"bold", [](const Value& v) { return flag("w:b", v); }},
    {"italic", [](const Value& v) { return flag("w:i", v); }},
    {"strike", [](const Value& v) { return flag("w:strike", v); }},
    {"color", [](const Value& v) { return one("w:color", without_hash(v)); }},
    {"size", size},
    {"highlight", [](const Value& v) { return one("w:highlight", without_hash(v)); }},
    {"underline", underline},
    {"subscript", [](const Value& v) { return raised(v, "subscript"); }},
    {"superscript", [](const Value& v) { return raised(v, "superscript"); }},
}};

}  // namespace

bool is_rich(const Value& value) {
  const report::List* pieces = value.list();
  return pieces == nullptr ? value.find("text") != nullptr
                           : !pieces->empty() && pieces->front().find("text") != nullptr;
}

std::vector<Value> pieces_of(const Value& rich) {
  return rich.list() == nullptr ? std::vector<Value>{rich} : *rich.list();
}

std::string properties_xml(const std::vector<RunProperty>& properties) {
  std::string out;
  for (const RunProperty& property : properties) {
    out += property.xml;
  }
  return out.empty() ? out : "<w:rPr>" + out + "</w:rPr>";
}

std::vector<RunProperty> with_format(std::vector<RunProperty> properties, const Value& piece) {
  for (const Format& format : formats) {
    const Value* wanted = piece.find(format.key);
    if (wanted == nullptr || wanted->is_none()) {
      continue;
    }
    for (RunProperty& property : format.elements(*wanted)) {
      std::erase_if(properties, [&](const RunProperty& p) { return p.name == property.name; });
      properties.push_back(std::move(property));
    }
  }
  std::stable_sort(properties.begin(), properties.end(), [](const auto& a, const auto& b) {
    return rank_in_run(a.name) < rank_in_run(b.name);
  });
  return properties;
}

}  // namespace baocao::docx
