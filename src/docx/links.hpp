// Hyperlinks whose address holds tags: {{ url }}, which Word stores as %7B%7B%20url%20%7D%7D.
#pragma once

#include "docx/node.hpp"
#include "docx/parts.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::docx {

using Links =
    std::map<std::string, std::string, std::less<>>;  // relationship → address, plain tags

// Takes such relationships out of the package; by the part they belong to.
std::map<std::string, Links> take_links(std::vector<Part>& parts);

// Writes the addresses in place of the relationships, so that their tags are found.
void place_links(pugi::xml_node around, const Links& links);

// An address as a relationship may hold it: characters that no address has are escaped. The error,
// a Vietnamese sentence: it is no web or mail address.
tl::expected<std::string, std::string> checked_address(std::string_view address);

}  // namespace baocao::docx
