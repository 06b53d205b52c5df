#include "report/evaluate.hpp"

#include <algorithm>

namespace baocao::report {

void Scope::set(std::string name, Value value) {
  auto& frame = frames_.back();
  const auto at = std::find_if(
      frame.begin(), frame.end(), [&](const auto& entry) { return entry.first == name; });
  if (at != frame.end()) {
    at->second = std::move(value);
  } else {
    frame.emplace_back(std::move(name), std::move(value));
  }
}

const Value* Scope::find(std::string_view name) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    const auto at = std::find_if(
        frame->begin(), frame->end(), [&](const auto& entry) { return entry.first == name; });
    if (at != frame->end()) {
      return &at->second;
    }
  }
  return model_->find(name);
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> all;
  for (const auto& frame : frames_) {
    for (const auto& entry : frame) {
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
