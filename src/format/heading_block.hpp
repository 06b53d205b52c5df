// The top of a document: title, issuing bodies, number, date, type, subject, addressee.
#pragma once

#include "format/layout.hpp"

namespace baocao::format {

// Fills in the top of `out`; returns the paragraph after it.
std::size_t find_heading_block(const Document& document, const Profile& profile, Layout& out);

}  // namespace baocao::format
