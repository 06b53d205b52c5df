#include "report/evaluate.hpp"
#include "report/operators.hpp"

#include <algorithm>
#include <array>

namespace baocao::report {
namespace {

struct PassView {
  const List& items;
  std::int64_t index;
  std::int64_t depth;

  std::int64_t length() const { return static_cast<std::int64_t>(items.size()); }

  std::optional<Value> item(std::int64_t at) const {
    const bool is_there = at >= 0 && at < length();
    return is_there ? std::optional(items[static_cast<std::size_t>(at)]) : std::nullopt;
  }
};

struct LoopMember {
  std::string_view name;
  std::optional<Value> (*of)(const PassView& pass);
};

using Maybe = std::optional<Value>;

constexpr std::array loop_members{
    LoopMember{"index", [](const PassView& p) { return Maybe(p.index + 1); }},
    LoopMember{"index0", [](const PassView& p) { return Maybe(p.index); }},
    LoopMember{"revindex", [](const PassView& p) { return Maybe(p.length() - p.index); }},
    LoopMember{"revindex0", [](const PassView& p) { return Maybe(p.length() - p.index - 1); }},
    LoopMember{"first", [](const PassView& p) { return Maybe(p.index == 0); }},
    LoopMember{"last", [](const PassView& p) { return Maybe(p.index + 1 == p.length()); }},
    LoopMember{"length", [](const PassView& p) { return Maybe(p.length()); }},
    LoopMember{"depth", [](const PassView& p) { return Maybe(p.depth); }},
    LoopMember{"depth0", [](const PassView& p) { return Maybe(p.depth - 1); }},
    LoopMember{"previtem", [](const PassView& p) { return p.item(p.index - 1); }},
    LoopMember{"nextitem", [](const PassView& p) { return p.item(p.index + 1); }},
};

}  // namespace

void Scope::push() {
  if (depth_ == frames_.size()) {
    frames_.emplace_back();
  }
  frames_[depth_++].clear();
}

void Scope::set(std::string name, Value value) {
  auto& frame = frames_[depth_ - 1];
  const auto at = std::find_if(
      frame.begin(), frame.end(), [&](const auto& entry) { return entry.first == name; });
  if (at != frame.end()) {
    at->second = std::move(value);
  } else {
    frame.emplace_back(std::move(name), std::move(value));
  }
}

bool Scope::set_entry(std::string_view name, std::string_view key, Value value) {
  for (std::size_t i = depth_; i-- > 0;) {
    for (auto& [held_name, held] : frames_[i]) {
      if (held_name != name || held.map() == nullptr) {
        continue;
      }
      Map entries = *held.map();
      const auto at = std::find_if(
          entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == key; });
      if (at != entries.end()) {
        at->second = std::move(value);
      } else {
        entries.emplace_back(std::string(key), std::move(value));
      }
      held = Value(std::move(entries));
      return true;
    }
  }
  return false;
}

std::optional<Value> Scope::loop_member(std::string_view name) const {
  const Loop& loop = loops_.back();
  const PassView pass{
      *loop.items, static_cast<std::int64_t>(loop.index), static_cast<std::int64_t>(loops_.size())};
  const auto at = std::find_if(loop_members.begin(),
                               loop_members.end(),
                               [&](const LoopMember& member) { return member.name == name; });
  return at == loop_members.end() ? std::nullopt : at->of(pass);
}

Value Scope::loop_value() const {
  Map members;
  for (const LoopMember& member : loop_members) {
    if (auto value = loop_member(member.name)) {
      members.emplace_back(std::string(member.name), std::move(*value));
    }
  }
  return members;
}

bool Scope::loop_changed(const List& values) const {
  Loop& loop = loops_.back();
  const Value asked(values);
  const bool changed = !loop.last_asked || !equal(*loop.last_asked, asked);
  loop.last_asked = asked;
  return changed;
}

const Value* Scope::find(std::string_view name) const {
  for (std::size_t i = depth_; i-- > 0;) {
    const auto& frame = frames_[i];
    const auto at = std::find_if(
        frame.begin(), frame.end(), [&](const auto& entry) { return entry.first == name; });
    if (at != frame.end()) {
      return &at->second;
    }
  }
  return model_->find(name);
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < depth_; ++i) {
    for (const auto& entry : frames_[i]) {
      all.push_back(entry.first);
    }
  }
  if (const Map* map = model_->map()) {
    for (const auto& entry : *map) {
      all.push_back(entry.first);
    }
  }
  return all;
}

}  // namespace baocao::report
