#include "diag/id_numbers.hpp"

#include "text/id_numbers.hpp"

#include <algorithm>
#include <utility>

namespace baocao::diag {

Sink without_id_numbers(Sink&& sink) {
  const Sink faults = std::move(sink);
  const auto hide = [](std::string& text) { text = text::hide_id_numbers(std::move(text)); };
  Sink hidden;
  for (Diagnostic fault : faults.all()) {
    hide(fault.message);
    hide(fault.help);
    hide(fault.span.column);
    hide(fault.value);
    std::for_each(fault.notes.begin(), fault.notes.end(), hide);
    hidden.add(std::move(fault));
  }
  return hidden;
}

}  // namespace baocao::diag
