// Whole Word files in place of a tag: their body with its styles, lists, notes, pictures and links.
#pragma once

#include "base/bytes.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <tl/expected.hpp>

namespace baocao::docx {

struct Rendering;

// The file that {"docx": "phu-luc.docx"} names; nothing for other values.
std::optional<std::string> document_request(const report::Value& value);

// The template as far as merged documents must fit it.
struct MergeTarget {
  base::Bytes styles;  // of word/styles.xml
  base::Bytes theme;
  std::string ignorable;            // mc:Ignorable of its main part
  std::set<std::string> bookmarks;  // names
  std::uint64_t next_bookmark_id = 1;
};

struct MergedBlocks {
  std::string xml;             // paragraphs and tables; the last is a paragraph
  bool lost_sections = false;  // page layouts of its own were left out
  bool is_landscape = false;   // its last page layout, which was left out too
};

// The files merged into one document being written.
class Merging {
 public:
  explicit Merging(const MergeTarget& target);

  Merging(const Merging&) = delete;
  Merging& operator=(const Merging&) = delete;
  ~Merging();

  // The body of the file `name`, read through Rendering::files, for the part with that name. The
  // error is a Vietnamese sentence.
  tl::expected<MergedBlocks, std::string> blocks_of(const std::string& name,
                                                    const std::string& part,
                                                    Rendering& rendering);

  // word/styles.xml with the styles of the files; nothing when it stays as it is.
  std::optional<base::Bytes> styles() const;

 private:
  struct State;
  const MergeTarget& target_;
  std::unique_ptr<State> state_;  // null until there is a file
};

}  // namespace baocao::docx
