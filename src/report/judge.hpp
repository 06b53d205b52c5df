// Judges an expression before there are values, by what is known of the names: what would go wrong
// whatever the values, all at once, and what is demanded of each name.
#pragma once

#include "expr/ast.hpp"
#include "report/evaluate.hpp"
#include "report/shape.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::report {

// Where in the data a value comes from: {"xa", "[]", "ten"} is the member of an item.
using Path = std::vector<std::string>;

// What an expression will give.
struct Guess {
  ShapePtr shape = {};
  Path path = {};                      // empty: not straight from the data
  std::optional<Value> constant = {};  // when the template itself says it
};

// How a value of the data is used.
enum class UseKind : std::uint8_t {
  printed,
  condition,
  boolean,
  text,
  number,
  date,
  picture,
  list,
  map
};

struct Use {
  Path path;
  UseKind kind = UseKind::printed;
};

// The names visible at a place of a template.
class GuessedNames {
 public:
  // Without a model every name may be there.
  explicit GuessedNames(ShapePtr model) : model_(std::move(model)) { push(); }

  void push() { frames_.emplace_back(); }

  void pop() { frames_.pop_back(); }

  void set(std::string name, Guess guess);

  // In a block whose head cannot be read any name may be there.
  void set_any_name() { frames_.back().has_any = true; }

  void enter_loop(Guess item) { loop_items_.push_back(std::move(item)); }

  void leave_loop() { loop_items_.pop_back(); }

  const Guess* loop_item() const { return loop_items_.empty() ? nullptr : &loop_items_.back(); }

  bool is_set(std::string_view name) const;                // by the template
  std::optional<Guess> find(std::string_view name) const;  // nothing: there is no such name
  std::vector<std::string> all() const;

  // Paths that `condition` asks the existence of ("x.a is defined") may be absent until the last
  // call is taken back.
  void forgive(const expr::Node& condition);

  void forgive_nothing_new() { forgiven_.emplace_back(); }

  void take_back() { forgiven_.pop_back(); }

  bool forgives(const expr::Node& path) const;

 private:
  struct Frame {
    std::vector<std::pair<std::string, Guess>> names;
    bool has_any = false;
  };

  ShapePtr model_;
  std::vector<Frame> frames_;
  std::vector<Guess> loop_items_;
  std::vector<std::set<std::string>> forgiven_;
};

struct Judgement {
  std::vector<EvaluateError> faults;
  std::vector<Use> uses;  // in the order of the expression
};

Guess judge(const expr::Node& node, GuessedNames& names, Judgement& out);

// The item of a list, for loops.
Guess item_of(const Guess& list);

}  // namespace baocao::report
