#include "expr/logic.hpp"

#include <algorithm>
#include <utility>

namespace baocao::expr {
namespace {

// `decisive` settles the whole: no for "and", yes for "or".
class Junction final : public Operand<Truth> {
 public:
  Junction(Truth decisive, std::vector<Ptr<Truth>> conditions)
      : decisive_(decisive), conditions_(std::move(conditions)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Truth> out) const override {
    std::fill(out.begin(), out.end(), negated(decisive_));
    for (const auto& condition : conditions_) {
      const Block<Truth> values = condition->block(frame, rows);
      for (std::size_t i = 0; i < rows.count; ++i) {
        out[i] = joined(out[i], values[i]);
      }
    }
  }

  void add_reads(Reads& reads) const override {
    for (const auto& condition : conditions_) {
      condition->add_reads(reads);
    }
  }

  std::span<const Ptr<Truth>> conjuncts() const override {
    return decisive_ == Truth::no ? std::span(conditions_) : std::span<const Ptr<Truth>>();
  }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    std::string text;
    for (const auto& condition : conditions_) {
      text += text.empty() ? "(" : decisive_ == Truth::no ? " AND " : " OR ";
      text += condition->sql(writer, row);
    }
    return text + ")";
  }

  // Only the parts that make the whole what it is.
  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const Truth whole = at(frame, row);
    for (const auto& condition : conditions_) {
      if (condition->at(frame, row) == whole) {
        condition->explain(frame, row, reasons);
      }
    }
  }

 private:
  Truth joined(Truth left, Truth right) const {
    if (left == decisive_ || right == decisive_) {
      return decisive_;
    }
    return left == Truth::unknown || right == Truth::unknown ? Truth::unknown : left;
  }

  Truth decisive_;
  std::vector<Ptr<Truth>> conditions_;
};

class Negation final : public Operand<Truth> {
 public:
  explicit Negation(Ptr<Truth> condition) : condition_(std::move(condition)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Truth> out) const override {
    condition_->evaluate(frame, rows, out);
    std::transform(out.begin(), out.end(), out.begin(), negated);
  }

  void add_reads(Reads& reads) const override { condition_->add_reads(reads); }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    return "(NOT " + condition_->sql(writer, row) + ")";
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    condition_->explain(frame, row, reasons);
  }

 private:
  Ptr<Truth> condition_;
};

class Choice final : public Operand<Truth> {
 public:
  Choice(Ptr<Truth> condition, Ptr<Truth> yes, Ptr<Truth> no)
      : condition_(std::move(condition)), yes_(std::move(yes)), no_(std::move(no)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Truth> out) const override {
    const Block<Truth> conditions = condition_->block(frame, rows);
    const Block<Truth> when_no = no_->block(frame, rows);
    yes_->evaluate(frame, rows, out);
    for (std::size_t i = 0; i < rows.count; ++i) {
      if (conditions[i] == Truth::no) {
        out[i] = when_no[i];
      } else if (conditions[i] == Truth::unknown && out[i] != when_no[i]) {
        out[i] = Truth::unknown;
      }
    }
  }

  void add_reads(Reads& reads) const override {
    condition_->add_reads(reads);
    yes_->add_reads(reads);
    no_->add_reads(reads);
  }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    const std::string condition = condition_->sql(writer, row);
    const std::string yes = yes_->sql(writer, row);
    const std::string no = no_->sql(writer, row);
    return "(CASE WHEN " + condition + " THEN " + yes + " WHEN NOT " + condition + " THEN " + no +
           " WHEN " + yes + " = " + no + " THEN " + yes + " END)";
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const Truth condition = condition_->at(frame, row);
    condition_->explain(frame, row, reasons);
    if (condition != Truth::unknown) {
      (condition == Truth::yes ? yes_ : no_)->explain(frame, row, reasons);
    }
  }

 private:
  Ptr<Truth> condition_;
  Ptr<Truth> yes_;
  Ptr<Truth> no_;
};

}  // namespace

Truth negated(Truth value) {
  return value == Truth::unknown ? value : value == Truth::yes ? Truth::no : Truth::yes;
}

Ptr<Truth> all_of(std::vector<Ptr<Truth>> conditions) {
  return std::make_shared<Junction>(Truth::no, std::move(conditions));
}

Ptr<Truth> any_of(std::vector<Ptr<Truth>> conditions) {
  return std::make_shared<Junction>(Truth::yes, std::move(conditions));
}

Ptr<Truth> negation(Ptr<Truth> condition) {
  return std::make_shared<Negation>(std::move(condition));
}

Ptr<Truth> choice(Ptr<Truth> condition, Ptr<Truth> yes, Ptr<Truth> no) {
  return std::make_shared<Choice>(std::move(condition), std::move(yes), std::move(no));
}

}  // namespace baocao::expr
