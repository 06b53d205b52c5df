#include "input/ods/styles.hpp"

namespace baocao::input::ods {
namespace {

// "'Times New Roman'" → "Times New Roman".
std::string unquoted(std::string_view family) {
  const bool is_quoted = family.size() >= 2 && family.front() == '\'' && family.back() == '\'';
  return std::string(is_quoted ? family.substr(1, family.size() - 2) : family);
}

}  // namespace

void Styles::start(std::string_view name, const xlsx::Attributes& attributes) {
  if (name == "style") {
    open_ = &styles_[std::string(attributes["name"])];
    *open_ = {std::string(attributes["parent-style-name"]),
              std::string(attributes["data-style-name"]),
              "",
              false};
  } else if (name == "table-properties" && open_ != nullptr) {
    open_->hidden = attributes["display"] == "false";
  } else if (name == "text-properties" && open_ != nullptr) {
    const std::string_view face = attributes["font-name"];
    open_->font = face.empty() ? unquoted(attributes["font-family"]) : std::string(face);
  } else if (name == "font-face") {
    families_[std::string(attributes["name"])] = unquoted(attributes["font-family"]);
  } else if (name == "date-style") {
    open_format_ = &shows_day_[std::string(attributes["name"])];
    *open_format_ = false;
  } else if ((name == "day" || name == "day-of-week") && open_format_ != nullptr) {
    *open_format_ = true;
  }
}

void Styles::end(std::string_view name) {
  if (name == "style") {
    open_ = nullptr;
  } else if (name == "date-style") {
    open_format_ = nullptr;
  }
}

template <class Has>
const Styles::Style* Styles::nearest(std::string_view style, Has has) const {
  constexpr int deepest = 16;  // styles that name each other end here
  std::string_view name = style;
  for (int i = 0; i < deepest; ++i) {
    const auto found = styles_.find(name);
    if (found == styles_.end()) {
      return nullptr;
    }
    if (has(found->second)) {
      return &found->second;
    }
    name = found->second.parent;
  }
  return nullptr;
}

bool Styles::hides_sheet(std::string_view style) const {
  const auto found = styles_.find(style);
  return found != styles_.end() && found->second.hidden;
}

bool Styles::hides_day(std::string_view style) const {
  const Style* found = nearest(style, [](const Style& s) { return !s.format.empty(); });
  const auto format = found != nullptr ? shows_day_.find(found->format) : shows_day_.end();
  return format != shows_day_.end() && !format->second;
}

std::string Styles::font(std::string_view style) const {
  const Style* found = nearest(style, [](const Style& s) { return !s.font.empty(); });
  if (found == nullptr) {
    return {};
  }
  const auto family = families_.find(found->font);
  return family == families_.end() ? found->font : family->second;
}

}  // namespace baocao::input::ods
