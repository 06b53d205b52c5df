// Conditions made of conditions (Kleene), and comparisons.
#pragma once

#include "expr/operand.hpp"

#include <cstdint>
#include <vector>

namespace baocao::expr {

Truth negated(Truth value);

Ptr<Truth> all_of(std::vector<Ptr<Truth>> conditions);
Ptr<Truth> any_of(std::vector<Ptr<Truth>> conditions);
Ptr<Truth> negation(Ptr<Truth> condition);
Ptr<Truth> choice(Ptr<Truth> condition, Ptr<Truth> yes, Ptr<Truth> no);

// == != < <= > >= of two values of one type; `codes` is the list of words. Words are equal when
// they are the same word and ordered by rank; texts are equal or not.
template <class T>
Ptr<Truth> comparison(Op op, Ptr<T> left, Ptr<T> right, const schema::CodeList* codes);

// The word is one of `members` (indexed by word number), or is not.
Ptr<Truth> membership(Ptr<Word> word,
                      std::vector<bool> members,
                      bool negate,
                      const schema::CodeList& codes);

// The set has a word in common with `members`, or has none.
Ptr<Truth> intersection(Ptr<WordSet> set,
                        std::uint64_t members,
                        bool negate,
                        const schema::CodeList& codes);

}  // namespace baocao::expr
