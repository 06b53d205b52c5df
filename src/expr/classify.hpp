// Values that tell rows apart: a word of a code list, a set of them, yes and no.
#pragma once

#include "expr/bind.hpp"
#include "expr/evaluate.hpp"
#include "expr/operand.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace baocao::expr {

struct Classifier {
  std::size_t table = 0;           // it runs on
  std::vector<std::size_t> needs;  // as in Bound
  std::variant<Ptr<Word>, Ptr<WordSet>, Ptr<Truth>> root;
  const schema::CodeList* codes = nullptr;  // null: yes and no
};

// Faults as in bind_condition; E413 also for a value of any other type.
tl::expected<Classifier, std::vector<Fault>> bind_classes(std::string_view text,
                                                          const schema::Schema& schema,
                                                          const schema::Table& table,
                                                          const Context& context);

struct Class {
  std::string key;  // the code word; "co", "khong"
  std::string label;
};

// Per row the number of its class, or the set of them; a number beyond the classes: not known.
struct Classified {
  std::vector<Class> classes;
  std::vector<std::uint16_t> single;  // empty when rows hold sets
  std::vector<WordSet> sets;
};

Classified evaluate(const Classifier& classifier, const View& view);

}  // namespace baocao::expr
