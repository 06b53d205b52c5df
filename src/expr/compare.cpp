#include "expr/logic.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::expr {
namespace {

Op opposite(Op op) {
  switch (op) {
    case Op::equal:
      return Op::not_equal;
    case Op::not_equal:
      return Op::equal;
    case Op::less:
      return Op::greater_equal;
    case Op::less_equal:
      return Op::greater;
    case Op::greater:
      return Op::less_equal;
    case Op::greater_equal:
      return Op::less;
    default:
      return op;
  }
}

std::string_view sign(Op op) {
  switch (op) {
    case Op::equal:
      return "=";
    case Op::not_equal:
      return "≠";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "≤";
    case Op::greater:
      return ">";
    default:
      return "≥";
  }
}

Truth truth(bool value) {
  return value ? Truth::yes : Truth::no;
}

// Two intervals: decided when every pair of their values agrees.
template <class Range>
Truth related(Op op, const Range& a, const Range& b) {
  switch (op) {
    case Op::equal:
      if (a.exact() && b.exact()) {
        return truth(a.low == b.low);
      }
      return a.high < b.low || b.high < a.low ? Truth::no : Truth::unknown;
    case Op::less:
      return a.high < b.low ? Truth::yes : a.low >= b.high ? Truth::no : Truth::unknown;
    case Op::greater:
      return related(Op::less, b, a);
    default:
      return negated(related(opposite(op), a, b));
  }
}

Truth related(Op op, Truth a, Truth b) {
  return truth((a == b) == (op == Op::equal));
}

Truth related(Op op, Text a, Text b) {
  return truth((*a.text == *b.text) == (op == Op::equal));
}

Truth related(Op op, Word a, Word b, const schema::CodeList& codes) {
  if (op == Op::equal || op == Op::not_equal) {
    return truth((a.number == b.number) == (op == Op::equal));
  }
  const auto rank = [&codes](Word word) {
    return word.number < codes.words.size() ? codes.words[word.number].rank : std::nullopt;
  };
  const std::optional<int> left = rank(a);
  const std::optional<int> right = rank(b);
  if (!left || !right) {
    return Truth::unknown;
  }
  switch (op) {
    case Op::less:
      return truth(*left < *right);
    case Op::less_equal:
      return truth(*left <= *right);
    case Op::greater:
      return truth(*left > *right);
    default:
      return truth(*left >= *right);
  }
}

std::string sql_sign(Op op) {
  switch (op) {
    case Op::equal:
      return " = ";
    case Op::not_equal:
      return " <> ";
    case Op::less:
      return " < ";
    case Op::less_equal:
      return " <= ";
    case Op::greater:
      return " > ";
    default:
      return " >= ";
  }
}

// As related(): decided when every pair of values agrees.
std::string sql_related(Op op, SqlNumber a, SqlNumber b) {
  sql_align(a, b);
  if (a.exact() && b.exact()) {
    return "(" + a.low + sql_sign(op) + b.low + ")";
  }
  switch (op) {
    case Op::equal:
      return "(CASE WHEN " + a.low + " = " + a.high + " AND " + b.low + " = " + b.high + " AND " +
             a.low + " = " + b.low + " THEN TRUE WHEN " + a.high + " < " + b.low + " OR " + b.high +
             " < " + a.low + " THEN FALSE END)";
    case Op::less:
      return "(CASE WHEN " + a.high + " < " + b.low + " THEN TRUE WHEN " + a.low + " >= " + b.high +
             " THEN FALSE END)";
    case Op::greater:
      return sql_related(Op::less, std::move(b), std::move(a));
    default:
      return "(NOT " + sql_related(opposite(op), std::move(a), std::move(b)) + ")";
  }
}

std::string sql_related(Op op, const SqlDays& a, const SqlDays& b) {
  return a.calendar && b.calendar ? sql_related(op, *a.calendar, *b.calendar)
                                  : sql_related(op, a.count, b.count);
}

std::string sql_related(Op op, const std::string& a, const std::string& b) {
  return "(" + a + sql_sign(op) + b + ")";
}

std::string sql_words(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) {
    list += (list.empty() ? "" : ", ") + sql_quoted(word);
  }
  return list;
}

// True for the words `yes`, false for `no`, else NULL.
std::string sql_sorted(const std::string& word,
                       const std::vector<std::string>& yes,
                       const std::vector<std::string>& no,
                       std::size_t words) {
  const bool all = yes.size() + no.size() == words;
  if (all && !yes.empty() && (yes.size() <= no.size() || no.empty())) {
    return "(" + word + " IN (" + sql_words(yes) + "))";
  }
  if (all && !no.empty()) {
    return "(" + word + " NOT IN (" + sql_words(no) + "))";
  }
  const auto when = [&word](const std::vector<std::string>& list, std::string_view then) {
    return list.empty()
               ? std::string()
               : " WHEN " + word + " IN (" + sql_words(list) + ") THEN " + std::string(then);
  };
  return "(CASE" + when(yes, "TRUE") + when(no, "FALSE") + " WHEN FALSE THEN FALSE END)";
}

std::string sql_rank(const std::string& word, const schema::CodeList& codes) {
  std::string ranks;
  for (const schema::CodeWord& candidate : codes.words) {
    if (candidate.rank) {
      ranks += " WHEN " + sql_quoted(candidate.key) + " THEN " + std::to_string(*candidate.rank);
    }
  }
  return ranks.empty() ? "NULL" : "(CASE " + word + ranks + " END)";
}

// A word that is the same in every row leaves a list of those it goes with.
std::string sql_related(Op op, const SqlWord& a, const SqlWord& b, const schema::CodeList& codes) {
  if (!a.constant && !b.constant) {
    const bool same = op == Op::equal || op == Op::not_equal;
    return same ? sql_related(op, a.text, b.text)
                : sql_related(op, sql_rank(a.text, codes), sql_rank(b.text, codes));
  }
  std::vector<std::string> yes;
  std::vector<std::string> no;
  for (std::uint16_t number = 0; number < codes.words.size(); ++number) {
    const Truth found = a.constant ? related(op, Word{*a.constant}, Word{number}, codes)
                                   : related(op, Word{number}, Word{*b.constant}, codes);
    if (found != Truth::unknown) {
      (found == Truth::yes ? yes : no).push_back(codes.words[number].key);
    }
  }
  return sql_sorted(a.constant ? b.text : a.text, yes, no, codes.words.size());
}

template <class T>
class Comparison final : public Operand<Truth> {
 public:
  Comparison(Op op, Ptr<T> left, Ptr<T> right, const schema::CodeList* codes)
      : op_(op), left_(std::move(left)), right_(std::move(right)), codes_(codes) {}

  void evaluate(Frame& frame, Rows rows, std::span<Truth> out) const override {
    const Block<T> left = left_->block(frame, rows);
    const Block<T> right = right_->block(frame, rows);
    for (std::size_t i = 0; i < rows.count; ++i) {
      out[i] = compared(left[i], right[i]);
    }
  }

  void add_reads(Reads& reads) const override {
    left_->add_reads(reads);
    right_->add_reads(reads);
  }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    if constexpr (std::is_same_v<T, Word>) {
      return sql_related(op_, left_->sql(writer, row), right_->sql(writer, row), *codes_);
    } else {
      return sql_related(op_, left_->sql(writer, row), right_->sql(writer, row));
    }
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const T left = left_->at(frame, row);
    const T right = right_->at(frame, row);
    const Truth result = compared(left, right);
    if (result == Truth::unknown) {
      left_->explain(frame, row, reasons);
      right_->explain(frame, row, reasons);
      return;
    }
    const Op holding = result == Truth::yes ? op_ : opposite(op_);
    reasons.push_back(side(*left_, left, ": ") + " " + std::string(sign(holding)) + " " +
                      side(*right_, right, " "));
  }

 private:
  Truth compared(const T& left, const T& right) const {
    if (!known(left) || !known(right)) {
      return Truth::unknown;
    }
    if constexpr (std::is_same_v<T, Word>) {
      return related(op_, left, right, *codes_);
    } else {
      return related(op_, left, right);
    }
  }

  std::string side(const Operand<T>& operand, const T& value, std::string_view joint) const {
    const std::string label = operand.label();
    return (label.empty() ? label : label + std::string(joint)) + printed(value, codes_);
  }

  Op op_;
  Ptr<T> left_;
  Ptr<T> right_;
  const schema::CodeList* codes_;
};

// One word or a set of words against the members of a list.
template <class T, class Members>
class Membership final : public Operand<Truth> {
 public:
  Membership(Ptr<T> operand, Members members, bool negate, const schema::CodeList& codes)
      : operand_(std::move(operand)),
        members_(std::move(members)),
        negate_(negate),
        codes_(codes) {}

  void evaluate(Frame& frame, Rows rows, std::span<Truth> out) const override {
    const Block<T> values = operand_->block(frame, rows);
    std::transform(values.begin(), values.end(), out.begin(), [this](const T& value) {
      return known(value) ? truth(has(value) != negate_) : Truth::unknown;
    });
  }

  void add_reads(Reads& reads) const override { operand_->add_reads(reads); }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    if constexpr (std::is_same_v<T, Word>) {
      std::vector<std::string> yes;
      std::vector<std::string> no;
      for (std::uint16_t number = 0; number < codes_.words.size(); ++number) {
        (has(Word{number}) != negate_ ? yes : no).push_back(codes_.words[number].key);
      }
      return sql_sorted(operand_->sql(writer, row).text, yes, no, codes_.words.size());
    } else {
      const auto bits = static_cast<std::int64_t>(members_);
      return "((" + operand_->sql(writer, row) + " & " + std::to_string(bits) + ")" +
             (negate_ ? " = 0)" : " <> 0)");
    }
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const T value = operand_->at(frame, row);
    if (!known(value)) {
      operand_->explain(frame, row, reasons);
      return;
    }
    reasons.push_back(operand_->label() + ": " + printed(value, &codes_) +
                      (has(value) ? "" : " (không thuộc: " + member_labels() + ")"));
  }

 private:
  bool has(Word value) const { return value.number < members_.size() && members_[value.number]; }

  bool has(const WordSet& value) const { return (value.words & mask()) != 0; }

  std::uint64_t mask() const {
    if constexpr (std::is_same_v<Members, std::uint64_t>) {
      return members_;
    } else {
      return 0;
    }
  }

  std::string member_labels() const {
    if constexpr (std::is_same_v<Members, std::uint64_t>) {
      return printed(WordSet{members_, true}, &codes_);
    } else {
      std::string labels;
      for (std::size_t word = 0; word < members_.size(); ++word) {
        labels += !members_[word] ? "" : (labels.empty() ? "" : ", ") + codes_.words[word].label;
      }
      return labels;
    }
  }

  Ptr<T> operand_;
  Members members_;
  bool negate_;
  const schema::CodeList& codes_;
};

}  // namespace

template <class T>
Ptr<Truth> comparison(Op op, Ptr<T> left, Ptr<T> right, const schema::CodeList* codes) {
  return std::make_shared<Comparison<T>>(op, std::move(left), std::move(right), codes);
}

template Ptr<Truth> comparison(Op, Ptr<Truth>, Ptr<Truth>, const schema::CodeList*);
template Ptr<Truth> comparison(Op, Ptr<Interval>, Ptr<Interval>, const schema::CodeList*);
template Ptr<Truth> comparison(Op, Ptr<Days>, Ptr<Days>, const schema::CodeList*);
template Ptr<Truth> comparison(Op, Ptr<Word>, Ptr<Word>, const schema::CodeList*);
template Ptr<Truth> comparison(Op, Ptr<Text>, Ptr<Text>, const schema::CodeList*);

Ptr<Truth> membership(Ptr<Word> word,
                      std::vector<bool> members,
                      bool negate,
                      const schema::CodeList& codes) {
  return std::make_shared<Membership<Word, std::vector<bool>>>(
      std::move(word), std::move(members), negate, codes);
}

Ptr<Truth> intersection(Ptr<WordSet> set,
                        std::uint64_t members,
                        bool negate,
                        const schema::CodeList& codes) {
  return std::make_shared<Membership<WordSet, std::uint64_t>>(
      std::move(set), members, negate, codes);
}

}  // namespace baocao::expr
