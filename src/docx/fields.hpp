// Fields whose result Word must work out anew.
#pragma once

#include "base/bytes.hpp"
#include "docx/node.hpp"

namespace baocao::docx {

// A table of contents (field TOC).
bool has_contents(pugi::xml_node root);

// word/settings.xml with w:updateFields: Word offers to refresh the fields when it opens the file.
base::Bytes with_updated_fields(base::ByteView settings);

}  // namespace baocao::docx
