#include "format/looks.hpp"

#include "base/ratio.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

constexpr int longest_chain = 20;  // styles may be based on each other in a circle

std::string_view value_of(pugi::xml_node node) {
  return node.attribute("w:val").value();
}

// The toggles of one level of styles; the last that speaks wins.
struct Toggles {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> capitals;
  std::optional<bool> hidden;

  void read(pugi::xml_node properties) {
    take(properties.child("w:b"), bold);
    take(properties.child("w:i"), italic);
    take(properties.child("w:caps"), capitals);
    take(properties.child("w:vanish"), hidden);
  }

  static void take(pugi::xml_node toggle, std::optional<bool>& into) {
    if (toggle) {
      into = is_on(toggle);
    }
  }

  // Toggles of different levels cancel each other (17.7.3).
  void flip(RunLook& look) const {
    look.bold = look.bold != bold.value_or(false);
    look.italic = look.italic != italic.value_or(false);
    look.capitals = look.capitals != capitals.value_or(false);
    look.hidden = look.hidden != hidden.value_or(false);
  }

  void set(RunLook& look) const {
    look.bold = bold.value_or(look.bold);
    look.italic = italic.value_or(look.italic);
    look.capitals = capitals.value_or(look.capitals);
    look.hidden = hidden.value_or(look.hidden);
  }
};

std::optional<Align> align_named(std::string_view name) {
  if (name == "center") {
    return Align::centre;
  }
  if (name == "right" || name == "end") {
    return Align::right;
  }
  if (name == "left" || name == "start") {
    return Align::left;
  }
  return name.empty() ? std::nullopt : std::optional<Align>(Align::justified);
}

// The first of the attributes that is there.
void take_length(pugi::xml_node node, std::initializer_list<const char*> names, int& into) {
  for (const char* name : names) {
    if (const pugi::xml_attribute found = node.attribute(name)) {
      into = twips_of(found);
      return;
    }
  }
}

void apply_spacing(pugi::xml_node spacing, ParagraphLook& look) {
  take_length(spacing, {"w:before"}, look.before);
  take_length(spacing, {"w:after"}, look.after);
  take_length(spacing, {"w:line"}, look.line);
  const std::string_view rule = spacing.attribute("w:lineRule").value();
  if (rule == "exact") {
    look.line_rule = LineRule::exact;
  } else if (rule == "atLeast") {
    look.line_rule = LineRule::at_least;
  } else if (rule == "auto" || spacing.attribute("w:line")) {
    look.line_rule = LineRule::multiple;
  }
}

void apply_indents(pugi::xml_node indents, ParagraphLook& look) {
  take_length(indents, {"w:left", "w:start"}, look.left);
  take_length(indents, {"w:right", "w:end"}, look.right);
  if (const pugi::xml_attribute hanging = indents.attribute("w:hanging")) {
    look.first_line = -twips_of(hanging);
  } else {
    take_length(indents, {"w:firstLine"}, look.first_line);
  }
}

void apply(pugi::xml_node properties, ParagraphLook& look) {
  look.align = align_named(value_of(properties.child("w:jc"))).value_or(look.align);
  apply_indents(properties.child("w:ind"), look);
  apply_spacing(properties.child("w:spacing"), look);
  if (const pugi::xml_node toggle = properties.child("w:pageBreakBefore")) {
    look.new_page = is_on(toggle);
  }
  if (const pugi::xml_node toggle = properties.child("w:contextualSpacing")) {
    look.contextual = is_on(toggle);
  }
  if (const pugi::xml_node list = properties.child("w:numPr")) {
    look.listed = value_of(list.child("w:numId")) != "0";
  }
}

void apply_size(pugi::xml_node properties, RunLook& look) {
  if (const pugi::xml_node size = properties.child("w:sz")) {
    look.size = size.attribute("w:val").as_int(look.size);
  }
  if (const pugi::xml_node line = properties.child("w:u")) {
    look.underlined = value_of(line) != "none";
  }
  if (const pugi::xml_node color = properties.child("w:color")) {
    look.color = color.attribute("w:val").value();
  }
}

}  // namespace

int twips_of(pugi::xml_attribute length) {
  return twips_of(std::string_view(length.value()));
}

int twips_of(std::string_view length) {
  static constexpr std::array<std::pair<std::string_view, int>, 6> units{
      {{"mm", 7200}, {"cm", 72000}, {"in", 182880}, {"pt", 2540}, {"pc", 30480}, {"px", 1905}}};
  constexpr int most = 100000;              // longer than any page
  for (const auto& [unit, size] : units) {  // size in 1/127 twip
    if (length.ends_with(unit)) {
      const auto number = base::Ratio::parse(length.substr(0, length.size() - unit.size()));
      const bool sane = number && *number < base::Ratio(most) && base::Ratio(-most) < *number;
      return sane ? static_cast<int>((*number * base::Ratio(size, 127)).floor()) : 0;
    }
  }
  const auto number = base::Ratio::parse(length);
  const bool sane = number && *number < base::Ratio(most) && base::Ratio(-most) < *number;
  return sane ? static_cast<int>(number->floor()) : 0;
}

bool is_on(pugi::xml_node toggle) {
  const std::string_view value = value_of(toggle);
  return toggle && value != "0" && value != "false" && value != "off";
}

Looks::Looks(pugi::xml_node styles, pugi::xml_node numbering, pugi::xml_node theme)
    : defaults_(styles.child("w:docDefaults")),
      theme_fonts_(theme.child("a:themeElements").child("a:fontScheme")) {
  for (const pugi::xml_node style : styles.children("w:style")) {
    const std::string id = style.attribute("w:styleId").value();
    const std::string_view type = style.attribute("w:type").value();
    styles_.emplace(id, style);
    if (style.attribute("w:default").as_bool() && type == "table") {
      default_table_ = id;
    } else if (style.attribute("w:default").as_bool() && type == "paragraph") {
      default_paragraph_ = id;
    }
  }
  for (const pugi::xml_node list : numbering.children("w:num")) {
    lists_.emplace(list.attribute("w:numId").value(), list);
  }
  for (const pugi::xml_node list : numbering.children("w:abstractNum")) {
    abstract_lists_.emplace(list.attribute("w:abstractNumId").value(), list);
  }
}

std::vector<pugi::xml_node> Looks::chain(std::string_view id) const {
  std::vector<pugi::xml_node> out;
  auto at = styles_.find(id);
  for (int i = 0; at != styles_.end() && i < longest_chain; ++i) {
    out.push_back(at->second);
    at = styles_.find(value_of(at->second.child("w:basedOn")));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string Looks::paragraph_style(pugi::xml_node paragraph) const {
  const std::string_view named = value_of(paragraph.child("w:pPr").child("w:pStyle"));
  return named.empty() || styles_.find(named) == styles_.end() ? default_paragraph_
                                                               : std::string(named);
}

std::vector<pugi::xml_node> Looks::table_chain(pugi::xml_node inside) const {
  const pugi::xml_node table = docx::ancestor(inside, "w:tbl");
  if (!table) {
    return {};
  }
  const std::string_view named = value_of(table.child("w:tblPr").child("w:tblStyle"));
  return chain(named.empty() ? std::string_view(default_table_) : named);
}

pugi::xml_node Looks::level_properties(pugi::xml_node list) const {
  const auto found = lists_.find(value_of(list.child("w:numId")));
  if (found == lists_.end()) {
    return {};
  }
  const std::string_view level = value_of(list.child("w:ilvl"));
  const std::string wanted(level.empty() ? "0" : level);
  const pugi::xml_node replaced =
      found->second.find_child_by_attribute("w:lvlOverride", "w:ilvl", wanted.c_str());
  if (const pugi::xml_node own = replaced.child("w:lvl")) {
    return own.child("w:pPr");
  }
  const auto abstract = abstract_lists_.find(value_of(found->second.child("w:abstractNumId")));
  return abstract == abstract_lists_.end()
             ? pugi::xml_node()
             : abstract->second.find_child_by_attribute("w:lvl", "w:ilvl", wanted.c_str())
                   .child("w:pPr");
}

// "minorHAnsi", "majorAscii": the Latin typeface of the theme.
std::string Looks::theme_font(std::string_view key) const {
  const char* which = key.starts_with("major") ? "a:majorFont" : "a:minorFont";
  return theme_fonts_.child(which).child("a:latin").attribute("typeface").value();
}

void Looks::apply_fonts(pugi::xml_node fonts, RunLook& look) const {
  const auto take = [&](const char* name, const char* theme, std::string& into) {
    const std::string themed = theme_font(fonts.attribute(theme).value());
    if (fonts.attribute(theme) && !themed.empty()) {
      into = themed;
    } else if (fonts.attribute(name)) {
      into = fonts.attribute(name).value();
    }
  };
  take("w:ascii", "w:asciiTheme", look.font);
  take("w:hAnsi", "w:hAnsiTheme", look.other_font);
}

RunLook Looks::run(pugi::xml_node run) const {
  RunLook look;
  const auto read = [&](pugi::xml_node properties) {
    apply_fonts(properties.child("w:rFonts"), look);
    apply_size(properties, look);
  };
  const pugi::xml_node base = defaults_.child("w:rPrDefault").child("w:rPr");
  read(base);
  Toggles from_defaults;
  from_defaults.read(base);
  const pugi::xml_node own = run.child("w:rPr");
  const pugi::xml_node paragraph = docx::ancestor(run, "w:p");
  for (const auto& styles : {table_chain(paragraph),
                             chain(paragraph_style(paragraph)),
                             chain(value_of(own.child("w:rStyle")))}) {
    Toggles toggles;
    for (const pugi::xml_node style : styles) {
      read(style.child("w:rPr"));
      toggles.read(style.child("w:rPr"));
    }
    toggles.flip(look);
  }
  look.bold = look.bold || from_defaults.bold.value_or(false);
  look.italic = look.italic || from_defaults.italic.value_or(false);
  look.capitals = look.capitals || from_defaults.capitals.value_or(false);
  read(own);
  Toggles direct;
  direct.read(own);
  direct.set(look);
  return look;
}

ParagraphLook Looks::paragraph(pugi::xml_node paragraph) const {
  ParagraphLook look;
  apply(defaults_.child("w:pPrDefault").child("w:pPr"), look);
  for (const pugi::xml_node style : table_chain(paragraph)) {
    apply(style.child("w:pPr"), look);
  }
  look.style = paragraph_style(paragraph);
  for (const pugi::xml_node style : chain(look.style)) {
    const pugi::xml_node properties = style.child("w:pPr");
    apply(level_properties(properties.child("w:numPr")), look);
    apply(properties, look);
  }
  const pugi::xml_node own = paragraph.child("w:pPr");
  apply(level_properties(own.child("w:numPr")), look);
  apply(own, look);
  return look;
}

pugi::xml_node Looks::paragraph_borders(pugi::xml_node paragraph) const {
  pugi::xml_node found;
  for (const pugi::xml_node style : chain(paragraph_style(paragraph))) {
    const pugi::xml_node own = style.child("w:pPr").child("w:pBdr");
    found = own ? own : found;
  }
  const pugi::xml_node direct = paragraph.child("w:pPr").child("w:pBdr");
  return direct ? direct : found;
}

}  // namespace baocao::format
