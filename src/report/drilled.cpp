#include "report/drilled.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <numeric>

namespace baocao::report {

using indicator::Member;
using indicator::Side;

Drilled::Drilled(const indicator::Plan& plan,
                 const resolution::Findings& findings,
                 const table::Dataset& dataset,
                 std::uint16_t top,
                 unsigned threads)
    : dataset_(dataset), lists_(findings.results.size()) {
  base::parallel_for(lists_.size(), threads, [&](std::size_t i) {
    const std::string& id = findings.pack->indicators[i].definition.id;
    for (const Side side : {Side::unmet, Side::unknown}) {
      Listed& list = lists_[i][static_cast<std::size_t>(side)];
      list.members = plan.drill(dataset, id, top, side);
      for (const Member& member : list.members) {
        list.units.push_back(dataset.find(member.table)->unit[member.row]);
      }
      list.by_unit.resize(list.members.size());
      std::iota(list.by_unit.begin(), list.by_unit.end(), 0U);
      std::stable_sort(
          list.by_unit.begin(), list.by_unit.end(), [&list](std::uint32_t a, std::uint32_t b) {
            return list.units[a] < list.units[b];
          });
    }
  });
}

std::vector<Member> Drilled::members(std::size_t indicator, std::uint16_t unit, Side side) const {
  const Listed& list = lists_[indicator][static_cast<std::size_t>(side)];
  std::vector<std::uint32_t> found;
  for (const std::uint16_t below : dataset_.units.subtree(unit)) {
    const auto first = std::lower_bound(
        list.by_unit.begin(),
        list.by_unit.end(),
        below,
        [&list](std::uint32_t at, std::uint16_t of) { return list.units[at] < of; });
    for (auto at = first; at != list.by_unit.end() && list.units[*at] == below; ++at) {
      found.push_back(*at);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<Member> members;
  for (const std::uint32_t at : found) {
    members.push_back(list.members[at]);
  }
  return members;
}

}  // namespace baocao::report
