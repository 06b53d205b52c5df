// word/numbering.xml: which lists there are, and new ones that start again at 1.
#pragma once

#include "base/bytes.hpp"

#include <map>
#include <string>
#include <vector>

namespace baocao::docx {

// The lists of a template.
class Numbering {
 public:
  Numbering() = default;
  explicit Numbering(base::Bytes xml);

  bool has(unsigned list) const { return abstract_of_.count(list) != 0; }

  unsigned largest() const { return abstract_of_.empty() ? 0 : abstract_of_.rbegin()->first; }

  // The part with one more list for each entry, numbered from largest() + 1: the same list, started
  // again at 1.
  base::Bytes with_lists(const std::vector<unsigned>& started_again) const;

 private:
  base::Bytes xml_;
  std::map<unsigned, std::string> abstract_of_;
};

// The numbers that lists have at one place of a document being written.
class RunningLists {
 public:
  explicit RunningLists(const Numbering& numbering) : numbering_(numbering) {}

  unsigned number(unsigned list);
  void start_again(unsigned list);

  const std::vector<unsigned>& started_again() const { return started_again_; }

 private:
  const Numbering& numbering_;
  std::map<unsigned, unsigned> now_;  // in the template → in the document
  std::vector<unsigned> started_again_;
};

}  // namespace baocao::docx
