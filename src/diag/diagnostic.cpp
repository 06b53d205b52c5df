#include "diag/diagnostic.hpp"

#include <algorithm>
#include <iterator>

namespace baocao::diag {

void Sink::append(Sink&& other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
  other.all_.clear();
}

std::size_t Sink::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::optional<Diagnostic> Sink::first_error() const {
  const auto at = std::find_if(
      all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
  return at == all_.end() ? std::nullopt : std::optional(*at);
}

}  // namespace baocao::diag
