#include "docx/run_faults.hpp"

#include <algorithm>
#include <set>

namespace baocao::docx {
namespace {

constexpr std::size_t most_of_one_tag = 3;

}  // namespace

void RunFaults::add(const std::vector<Tag>& tags,
                    std::uint32_t tag,
                    TagFault fault,
                    const std::string& pass) {
  OfTag& faults = by_tag_[tag];
  const auto same = std::find_if(faults.kept.begin(), faults.kept.end(), [&](const Kept& kept) {
    return kept.message == fault.message;
  });
  if (same != faults.kept.end()) {
    ++same->repeats;
    return;
  }
  if (faults.kept.size() == most_of_one_tag) {
    ++faults.others;
    return;
  }
  std::string message = fault.message;
  if (!pass.empty()) {
    fault.message += " (khi: " + pass + ")";
  }
  faults.kept.push_back(
      {std::move(message), make_diagnostic(file_, part_, tags[tag], std::move(fault)), 0});
}

// A text box is stored twice, in a new and an old format: its faults are told once.
void RunFaults::hand_over(diag::Sink& sink) {
  std::set<std::string> told;
  for (auto& [tag, faults] : by_tag_) {
    count_repeats(faults);
    for (Kept& kept : faults.kept) {
      const diag::Diagnostic& fault = kept.diagnostic;
      if (told.insert(fault.span.address + '\n' + fault.message).second) {
        sink.add(std::move(kept.diagnostic));
      }
    }
  }
  by_tag_.clear();
}

void RunFaults::count_repeats(OfTag& faults) {
  for (Kept& kept : faults.kept) {
    if (kept.repeats > 0) {
      kept.diagnostic.notes.push_back("lỗi này còn gặp ở " + std::to_string(kept.repeats) +
                                      " lượt lặp khác");
    }
  }
  if (faults.others > 0) {
    faults.kept.back().diagnostic.notes.push_back("thẻ này còn " + std::to_string(faults.others) +
                                                  " lỗi khác ở các lượt lặp sau");
  }
}

}  // namespace baocao::docx
