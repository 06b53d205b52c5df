#include "annotate/styles.hpp"

#include <algorithm>
#include <array>

namespace baocao::annotate {
namespace {

constexpr std::array<std::string_view, 11> order = {"numFmts",
                                                    "fonts",
                                                    "fills",
                                                    "borders",
                                                    "cellStyleXfs",
                                                    "cellXfs",
                                                    "cellStyles",
                                                    "dxfs",
                                                    "tableStyles",
                                                    "colors",
                                                    "extLst"};

// Our colours are told from the user's by their exact values. A solid fill shows nothing of its
// background colour; there we keep what the cell had before, marked by its alpha of 01.
constexpr std::array<std::string_view, 3> mark_colours = {"FFCFE2F9", "FFFFEB8B", "FFFFC1BD"};
constexpr std::string_view kept_alpha = "01";

std::size_t place_in_order(std::string_view name) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), name) - order.begin());
}

std::string_view first_element(std::string_view section) {
  if (section == "fonts") {
    return "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>";
  }
  if (section == "fills") {
    return "<fill><patternFill patternType=\"none\"/></fill>";
  }
  if (section == "borders") {
    return "<border><left/><right/><top/><bottom/><diagonal/></border>";
  }
  return "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";
}

pugi::xml_node solid(pugi::xml_node fill) {
  const pugi::xml_node pattern = child(fill, "patternFill");
  return pattern.attribute("patternType").value() == std::string_view("solid") ? pattern
                                                                               : pugi::xml_node();
}

std::string_view colour(pugi::xml_node pattern, std::string_view which) {
  return child(pattern, which).attribute("rgb").value();
}

std::string solid_fill(std::string_view rgb, const std::string& background) {
  return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + std::string(rgb) + "\"/>" +
         background + "</patternFill></fill>";
}

// All that a format says but for `applyFill`, which writers set as they like.
std::string look(pugi::xml_node format) {
  pugi::xml_document copy;
  copy.append_copy(format).remove_attribute("applyFill");
  return written(copy.document_element());
}

std::vector<pugi::xml_node> elements(pugi::xml_node section) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node node : section.children()) {
    if (node.type() == pugi::node_element) {
      found.push_back(node);
    }
  }
  return found;
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  (attribute ? attribute : node.append_attribute(name)) = value.c_str();
}

}  // namespace

diag::Result<Styles> Styles::of(const PackageEdit& package, const std::string& part, bool strict) {
  const std::string empty =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<styleSheet xmlns=\"" +
      spreadsheet_namespace(strict) + "\"/>";
  auto xml = part.empty() ? XmlPart::parse(empty, package.file(), part) : package.parse(part);
  if (!xml) {
    return diag::Failure(std::move(xml.error()));
  }
  Styles styles;
  styles.xml_ = std::move(*xml);
  for (const std::string_view name : {"fonts", "fills", "borders", "cellXfs"}) {
    styles.section(name);
  }
  styles.formats_ = elements(styles.section("cellXfs"));
  styles.find_marks();
  return styles;
}

// Makes the section, with its first element, where the order of elements wants it.
pugi::xml_node Styles::section(std::string_view name) {
  const pugi::xml_node root = xml_->root();
  if (const pugi::xml_node found = child(root, name)) {
    return found;
  }
  const std::string full_name = xml_->prefix() + std::string(name);
  pugi::xml_node made;
  for (const pugi::xml_node node : elements(root)) {
    if (!made && place_in_order(local_name(node)) > place_in_order(name)) {
      made = xml_->root().insert_child_before(full_name.c_str(), node);
    }
  }
  made = made ? made : xml_->root().append_child(full_name.c_str());
  index_of(made, std::string(first_element(name)));
  return made;
}

std::uint32_t Styles::index_of(pugi::xml_node section, const std::string& element) {
  const auto wanted = xml_->fragment(element);
  const std::string text = written(wanted->document_element());
  const std::vector<pugi::xml_node> all = elements(section);
  const auto found = std::find_if(
      all.begin(), all.end(), [&](pugi::xml_node node) { return written(node) == text; });
  if (found == all.end()) {
    section.append_copy(wanted->document_element());
    set(section, "count", std::to_string(all.size() + 1));
  }
  return static_cast<std::uint32_t>(found - all.begin());
}

void Styles::find_marks() {
  const std::vector<pugi::xml_node> fills = elements(section("fills"));
  for (std::size_t i = 0; i < fills.size(); ++i) {
    const pugi::xml_node pattern = solid(fills[i]);
    const std::string_view shown = colour(pattern, "fgColor");
    if (std::find(mark_colours.begin(), mark_colours.end(), shown) == mark_colours.end()) {
      continue;
    }
    const std::string_view kept = colour(pattern, "bgColor");
    const bool had_colour = kept.size() == 8 && kept.starts_with(kept_alpha);
    marks_[static_cast<std::uint32_t>(i)] =
        had_colour ? "FF" + std::string(kept.substr(2)) : std::string();
  }
}

std::uint32_t Styles::fill_of(std::uint32_t format) const {
  return format < formats_.size() ? formats_[format].attribute("fillId").as_uint() : 0;
}

std::uint32_t Styles::format_like(std::uint32_t format, std::uint32_t fill) {
  const pugi::xml_node like = formats_[format < formats_.size() ? format : 0];
  pugi::xml_document copy;
  pugi::xml_node made = copy.append_copy(like);
  set(made, "fillId", std::to_string(fill));
  set(made, "applyFill", "1");
  const std::string wanted = look(made);
  const auto found = std::find_if(
      formats_.begin(), formats_.end(), [&](pugi::xml_node node) { return look(node) == wanted; });
  if (found != formats_.end()) {
    return static_cast<std::uint32_t>(found - formats_.begin());
  }
  pugi::xml_node formats = section("cellXfs");
  formats_.push_back(formats.append_copy(made));
  set(formats, "count", std::to_string(formats_.size()));
  return static_cast<std::uint32_t>(formats_.size() - 1);
}

std::uint32_t Styles::mark_over(std::uint32_t fill, diag::Severity severity) {
  const std::vector<pugi::xml_node> fills = elements(section("fills"));
  const std::string_view had =
      fill < fills.size() ? colour(solid(fills[fill]), "fgColor") : std::string_view();
  const std::string background = had.size() == 8 ? "<bgColor rgb=\"" + std::string(kept_alpha) +
                                                       std::string(had.substr(2)) + "\"/>"
                                                 : "<bgColor indexed=\"64\"/>";
  return index_of(section("fills"),
                  solid_fill(mark_colours[static_cast<std::size_t>(severity)], background));
}

std::uint32_t Styles::marked(std::uint32_t format, diag::Severity severity) {
  const auto [at, is_new] = marked_.try_emplace({format, severity}, 0);
  if (is_new) {
    at->second = format_like(format, mark_over(fill_of(format), severity));
  }
  return at->second;
}

std::uint32_t Styles::unmarked(std::uint32_t format) {
  const auto mark = marks_.find(fill_of(format));
  if (mark == marks_.end()) {
    return format;
  }
  const auto [at, is_new] = unmarked_.try_emplace(format, 0);
  if (is_new) {
    const std::vector<pugi::xml_node> fills = elements(section("fills"));
    std::uint32_t fill = 0;
    for (std::uint32_t i = 0; i < fills.size() && !mark->second.empty(); ++i) {
      const std::string_view shown = colour(solid(fills[i]), "fgColor");
      const bool same = shown.size() == 8 && shown.substr(2) == mark->second.substr(2);
      fill = fill == 0 && same ? i : fill;
    }
    if (fill == 0 && !mark->second.empty()) {
      fill = index_of(section("fills"), solid_fill(mark->second, "<bgColor indexed=\"64\"/>"));
    }
    at->second = format_like(format, fill);
  }
  return at->second;
}

std::uint32_t Styles::add(std::string_view font,
                          std::string_view fill,
                          std::string_view alignment) {
  const std::string font_id =
      std::to_string(font.empty() ? 0 : index_of(section("fonts"), std::string(font)));
  const std::string fill_id =
      std::to_string(fill.empty() ? 0 : index_of(section("fills"), std::string(fill)));
  const std::string element =
      R"(<xf numFmtId="0" fontId=")" + font_id + R"(" fillId=")" + fill_id +
      R"(" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">)" +
      std::string(alignment) + "</xf>";
  const std::uint32_t format = index_of(section("cellXfs"), element);
  formats_ = elements(section("cellXfs"));
  return format;
}

}  // namespace baocao::annotate
