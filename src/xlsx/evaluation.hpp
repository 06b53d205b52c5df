// The model as the expressions of a sheet see it.
#pragma once

#include "diag/diagnostic.hpp"
#include "report/evaluate.hpp"
#include "xlsx/words.hpp"

#include <optional>
#include <string>

namespace baocao::xlsx {

// Evaluates expressions and keeps the first fault; from then on values are none and texts empty, so
// that a sheet can be laid out without a check at each cell. Ask fault() before using the result.
class Evaluation {
 public:
  explicit Evaluation(const report::Value& model) : scope_(model) {}

  report::Value value(const Expression& expression);
  std::string text(const Words& words);
  report::List list(const Loop& loop);

  void fail(diag::Diagnostic fault);

  const std::optional<diag::Diagnostic>& fault() const { return fault_; }

  // Names that are visible as long as this lives.
  class Frame {
   public:
    explicit Frame(Evaluation& evaluation) : scope_(evaluation.scope_) { scope_.push(); }

    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    ~Frame() { scope_.pop(); }

    void set(const std::string& name, const report::Value& value) { scope_.set(name, value); }

   private:
    report::Scope& scope_;
  };

 private:
  report::Scope scope_;
  std::optional<diag::Diagnostic> fault_;
};

}  // namespace baocao::xlsx
