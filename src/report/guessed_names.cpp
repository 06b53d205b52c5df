#include "report/judge.hpp"

#include <algorithm>

namespace baocao::report {
namespace {

using expr::Kind;
using expr::Node;

// "x.a", "x['a']": as one spelling; empty when it is no path.
std::string spelled(const Node& node) {
  if (node.kind == Kind::name) {
    return node.text;
  }
  const bool is_key = node.kind == Kind::index && node.children[1]->kind == Kind::string;
  if (node.kind != Kind::member && !is_key) {
    return {};
  }
  const std::string of = spelled(*node.children[0]);
  return of.empty() ? of : of + "." + (is_key ? node.children[1]->text : node.text);
}

void gather_asked(const Node& node, std::set<std::string>& out) {
  const bool asks = node.kind == Kind::test && (node.text == "defined" || node.text == "undefined");
  for (const Node* at = asks ? node.children[0].get() : nullptr; at != nullptr;) {
    out.insert(spelled(*at));  // and all it is reached by
    at = at->children.empty() ? nullptr : at->children[0].get();
  }
  for (const expr::NodePtr& child : node.children) {
    if (child) {
      gather_asked(*child, out);
    }
  }
}

}  // namespace

void GuessedNames::set(std::string name, Guess guess) {
  auto& names = frames_.back().names;
  const auto at = std::find_if(
      names.begin(), names.end(), [&](const auto& entry) { return entry.first == name; });
  if (at == names.end()) {
    names.emplace_back(std::move(name), std::move(guess));
  } else {
    // A name set in two branches may have either value.
    const bool both_known = at->second.shape && guess.shape;
    at->second = {both_known ? united(at->second.shape, guess.shape) : nullptr, guess.path};
  }
}

bool GuessedNames::is_set(std::string_view name) const {
  return std::any_of(frames_.begin(), frames_.end(), [&](const Frame& frame) {
    return std::any_of(frame.names.begin(), frame.names.end(), [&](const auto& entry) {
      return entry.first == name;
    });
  });
}

std::optional<Guess> GuessedNames::find(std::string_view name) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    for (const auto& [known, guess] : frame->names) {
      if (known == name) {
        return guess;
      }
    }
    if (frame->has_any) {
      return Guess{};
    }
  }
  const ShapePtr* member = model_ ? model_->member(name) : nullptr;
  if (model_ && member == nullptr) {
    return std::nullopt;
  }
  return Guess{member == nullptr ? nullptr : *member, {std::string(name)}};
}

std::vector<std::string> GuessedNames::all() const {
  std::vector<std::string> names;
  for (const Frame& frame : frames_) {
    for (const auto& entry : frame.names) {
      names.push_back(entry.first);
    }
  }
  for (std::size_t i = 0; model_ && i < model_->members.size(); ++i) {
    names.push_back(model_->members[i].first);
  }
  return names;
}

void GuessedNames::forgive(const Node& condition) {
  if (forgiven_.empty()) {
    forgive_nothing_new();
  }
  gather_asked(condition, forgiven_.back());
}

bool GuessedNames::forgives(const Node& path) const {
  const std::string wanted = spelled(path);
  return !wanted.empty() &&
         std::any_of(forgiven_.begin(), forgiven_.end(), [&](const std::set<std::string>& paths) {
           return paths.contains(wanted);
         });
}

}  // namespace baocao::report
