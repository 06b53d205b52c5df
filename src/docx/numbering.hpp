// word/numbering.xml: which lists there are, and new ones: lists that start again at 1, and those
// of merged documents.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace baocao::docx {

// Lists a document has beyond those of its template.
struct NewLists {
  std::vector<std::string> abstracts;  // whole w:abstractNum
  std::vector<std::string> lists;      // what stands in the w:num, numbered from largest() + 1
};

// The lists of a template.
class Numbering {
 public:
  Numbering() = default;
  explicit Numbering(base::Bytes xml);

  bool has(unsigned list) const { return abstract_of_.count(list) != 0; }

  unsigned largest() const { return abstract_of_.empty() ? 0 : abstract_of_.rbegin()->first; }

  unsigned largest_abstract() const { return largest_abstract_; }

  // What stands in a w:num that is the list once more, started again.
  std::string started_again(unsigned list) const;

  // The part as it stands; empty when there is none.
  const base::Bytes& xml() const { return xml_; }

  // The part with the new lists; of a template without lists a part of its own.
  base::Bytes with(const NewLists& added) const;

 private:
  base::Bytes xml_;
  std::map<unsigned, std::string> abstract_of_;
  std::map<std::string, std::string> restarts_;  // by abstract: a w:lvlOverride for each level
  unsigned largest_abstract_ = 0;
};

// The numbers that lists have at one place of a document being written.
class RunningLists {
 public:
  explicit RunningLists(const Numbering& numbering) : numbering_(numbering) {}

  unsigned number(unsigned list);
  void start_again(unsigned list);

  // Makes room for a w:abstractNum and gives its w:abstractNumId.
  unsigned add_abstract();
  void set_abstract(unsigned number, std::string xml);

  // `xml` stands inside the w:num; gives its number.
  unsigned add_list(std::string xml);

  const Numbering& of_template() const { return numbering_; }

  const NewLists& added() const { return added_; }

  std::uint64_t bytes() const { return bytes_; }  // of the new lists

 private:
  const Numbering& numbering_;
  std::map<unsigned, unsigned> now_;  // in the template → in the document
  NewLists added_;
  std::uint64_t bytes_ = 0;
};

}  // namespace baocao::docx
