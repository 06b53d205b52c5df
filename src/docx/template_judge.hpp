// Judges the expressions of a template without values, in the order in which rendering meets them.
// Private to docx/: see docx/lint.hpp.
#pragma once

#include "docx/statement_reader.hpp"
#include "report/judge.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace baocao::docx {

// A use of a name of the data, with the tag it stands in.
struct TagUse {
  report::Use use;
  std::string address;
};

// The body and the headers come before the notes, which are judged by the names at their
// references.
class TemplateJudge : public StatementReader {
 public:
  explicit TemplateJudge(report::ShapePtr model) : model_(std::move(model)), names_(model_) {}

  void read(const PartStatements& part, FaultLog& log) override;

  std::vector<TagUse> take_uses() { return std::move(uses_); }

 private:
  struct Open {
    StatementKind kind = StatementKind::unknown;
    std::string captured = {};  // the name of {% set x %} … {% endset %}
    bool in_body = false;       // of a loop
  };

  void walk(pugi::xml_node node);
  void start_note(pugi::xml_node note);
  void keep_names_for_note(pugi::xml_node reference);
  void tag(std::uint32_t index);
  void statement(const Statement& statement);
  void open_for(const Statement& statement);
  void open_with(const Statement& statement);
  void branch(const Statement& statement);
  void close(StatementKind opened_by);
  void close(const Open& block);
  void leave_body();
  void set(const Statement& statement);
  void set_entry(const Statement& statement);
  void check_cell(const Statement& statement);
  report::Guess judged(const Formula& formula);
  void use(const report::Guess& guess, report::UseKind kind);
  void check_items(const report::Guess& list, const Statement& statement);

  report::ShapePtr model_;
  report::GuessedNames names_;
  std::map<std::pair<std::string, std::string>, report::GuessedNames> at_references_;
  std::vector<TagUse> uses_;
  // Of the part and the tag being judged.
  const PartStatements* part_ = nullptr;
  FaultLog* log_ = nullptr;
  const Tag* tag_ = nullptr;
  std::vector<Open> open_;
};

}  // namespace baocao::docx
