// One insertion of a file by docx/merging.hpp. Private to docx/.
#pragma once

#include "docx/headings.hpp"
#include "docx/merging.hpp"
#include "docx/style_import.hpp"
#include "docx/subdocument.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace baocao::docx {

// What all insertions into one document share.
struct Merged {
  const MergeTarget& target;
  OutputStyles styles;
  std::set<std::string> bookmarks;
  std::uint64_t next_bookmark_id;
};

// A file, which may be inserted more than once.
struct MergedFile {
  Subdocument document;
  std::unique_ptr<StyleImport> styles = {};
  std::map<unsigned, unsigned> lists_of_styles = {};  // theirs → ours
  std::map<std::string, std::string> parts = {};      // theirs → ours
  Styles numbered_styles = {};
  int insertions = 0;
};

class Insertion {
 public:
  Insertion(MergedFile& file, Merged& merged, Rendering& rendering, const std::string& part)
      : file_(file), merged_(merged), rendering_(rendering), part_(part) {}

  MergedBlocks run();

 private:
  void name_bookmarks(pugi::xml_node around);
  void rewrite(pugi::xml_node around);
  void element(pugi::xml_node node);
  void attributes(pugi::xml_node node);
  bool is_dropped(pugi::xml_node node);
  void style(pugi::xml_node reference);
  void default_style(pugi::xml_node block, const char* properties, const char* reference);
  void list(pugi::xml_node reference);
  void bookmark(pugi::xml_node node);
  void field(pugi::xml_node instruction);
  void note(pugi::xml_node reference, bool endnotes);
  std::string relation(const std::string& id);

  MergedFile& file_;
  Merged& merged_;
  Rendering& rendering_;
  std::string part_;     // the part being written …
  pugi::xml_node root_;  // … and the one of the file that is read
  std::map<std::string, std::string, std::less<>> bookmark_names_;
  std::map<std::string, std::uint64_t> bookmark_ids_;
  std::map<unsigned, unsigned> lists_;
  bool lost_sections_ = false;
};

// The number that a list of the file gets as a new list of the document, noted in `numbers`; 0 when
// the file has no such list.
unsigned imported_list(const MergedFile& file,
                       Rendering& rendering,
                       unsigned list,
                       std::map<unsigned, unsigned>& numbers);

// Whether the template has a list of that number with the same look.
bool lists_look_same(const MergedFile& file, const Rendering& rendering, unsigned list);

// Copies a part of the file with the parts it refers to; gives its new name, or nothing when the
// file has no such part.
std::string imported_part(MergedFile& file, Rendering& rendering, const std::string& name);

}  // namespace baocao::docx
