// The blocks of a summary file. A block is read once ([[block]] of summary-<level>.toml) and gives,
// for each model, an element to be set. A new kind of block is one reader, listed in block.cpp.
#pragma once

#include "config/fields.hpp"
#include "pdf/flow.hpp"
#include "pdf/template_text.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace baocao::pdf {

class Block {
 public:
  Block() = default;
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  virtual ~Block() = default;

  // Throws RenderFault.
  virtual ElementPtr element(Evaluation& model) const = 0;
};

using BlockPtr = std::unique_ptr<const Block>;

// A table of the file with the sink its sub-tables report to.
struct BlockSource {
  config::Fields& fields;
  diag::Sink& sink;
  std::string file;
};

// One of `words`; P112 for another one. `words` must not be empty; the first stands for an absent
// key.
std::size_t read_word(config::Fields& fields,
                      std::string_view key,
                      std::span<const std::string_view> words);

double read_number(config::Fields& fields, std::string_view key, double otherwise);

// Calls `use(Fields&)` for each [[block.<key>]] and reports its unknown keys.
template <class Use>
void for_each_part(BlockSource& source, std::string_view key, const Use& use) {
  for (const config::Node* node : source.fields.tables(key)) {
    config::Fields part(*node, source.file, "[[block." + std::string(key) + "]]", source.sink);
    use(part);
    part.finish();
  }
}

BlockPtr read_cards(BlockSource& source);
BlockPtr read_legend(BlockSource& source);
BlockPtr read_table(BlockSource& source);
BlockPtr read_heat_table(BlockSource& source);

// A block and the condition under which it is printed.
struct ListedBlock {
  std::optional<Expression> when;
  BlockPtr block;
};

ListedBlock read_block(const config::Node& node, const std::string& file, diag::Sink& sink);

}  // namespace baocao::pdf
