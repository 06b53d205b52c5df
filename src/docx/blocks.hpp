// Which tags belong together: if … elif … else … endif, for … else … endfor,
// with … endwith, set … endset, section … endsection.
#pragma once

#include "docx/statement.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baocao::docx {

inline constexpr std::size_t deepest_block = 100;

struct Block {
  std::vector<std::uint32_t> tags;               // indexes: the opening tag, elif and else, the end
  StatementKind kind = StatementKind::if_block;  // of the opening tag
};

// `statements[i]` belongs to `tags[i]`; the tags stand in the order of the document. Blocks come
// in the order of their opening tags; those with a fault are left out.
std::vector<Block> match_blocks(std::span<const Tag> tags,
                                std::span<const Statement> statements,
                                FaultLog& log);

}  // namespace baocao::docx
