// The styles of a new template: one for each element of the profile, under its official name.
#pragma once

#include "format/profile.hpp"

#include <string>

namespace baocao::format {

// Style ids; all of them stand in word/styles.xml of a new template.
inline constexpr std::string_view statement_style = "LenhMau";
inline constexpr std::string_view heading_style = "Heading1";
inline constexpr std::string_view point_style = "Heading2";
inline constexpr std::string_view basis_style = "CanCu";
inline constexpr std::string_view rule_style = "DuongKe";
inline constexpr std::string_view sign_style = "DauPhanCach";  // the star and the hyphens
inline constexpr std::string_view table_head_style = "BangDau";
inline constexpr std::string_view table_text_style = "BangChu";
inline constexpr std::string_view header_style = "Header";
inline constexpr std::string_view missing_style = "CanBoSung";  // of runs: to be filled in

std::string style_of(Element element);

// Half-points in which an element is set: the usual one of the sizes allowed.
int size_of(const Profile& profile, Element element);

std::string styles_xml(const Profile& profile);

}  // namespace baocao::format
