// A new Word template in the format of a profile: header, body, signature, Nơi nhận, an appendix,
// with the tags of the report templates (docs/ten-trong-mau.md).
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "format/profile.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baocao::format {

// What stands in a type of document: templates/format/skeletons/<type>.toml.
struct Skeleton {
  enum class BlockKind : std::uint8_t { text, basis, heading, point };

  struct Block {
    BlockKind kind = BlockKind::text;
    std::string text;  // in [ ]: for the writer to fill in
  };

  std::string type;  // BC
  std::string word;  // "Báo cáo", in the middle of a sentence
  std::string subject;
  std::vector<Block> blocks;
  std::string appendix_title;
  std::vector<std::string> columns;
  std::vector<int> widths;         // mm
  std::vector<std::string> cells;  // of the row under the header
  std::string loop;                // "ct in chi_tieu": that row once for each; empty: just once
};

// D903 when there is no skeleton of that type; faults of the file go to the sink.
diag::Result<Skeleton> load_skeleton(const std::filesystem::path& templates,
                                     const std::string& type,
                                     diag::Sink& sink);

// A Word file; the same profile and skeleton give the same bytes.
base::Bytes write_skeleton(const Profile& profile, const Skeleton& skeleton);

}  // namespace baocao::format
