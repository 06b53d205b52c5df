#include "report/exception_values.hpp"

#include "diag/render.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace baocao::report {
namespace {

using check::Exception;

std::string rule_name(const Exception& exception) {
  const diag::Diagnostic& fault = exception.fault;
  return fault.rule.empty() ? std::string(fault.code.id()) : fault.rule;
}

std::string unit_name(const Input& input, const Exception& exception) {
  const auto unit = input.dataset->units.find_code(exception.fault.unit);
  return unit ? input.dataset->units.all[*unit].full_name : exception.fault.unit;
}

// Of the unit and the units below it; those of no unit belong to the top of the hierarchy.
std::vector<const Exception*> ours(const Input& input) {
  std::vector<const Exception*> found;
  if (input.exceptions == nullptr) {
    return found;
  }
  const table::Units& units = input.dataset->units;
  const std::vector<std::uint16_t> below = units.subtree(input.unit);
  for (const Exception& exception : *input.exceptions) {
    const auto unit = units.find_code(exception.fault.unit);
    if (unit ? std::binary_search(below.begin(), below.end(), *unit)
             : !units.all[input.unit].parent) {
      found.push_back(&exception);
    }
  }
  return found;
}

Map common_values(const Input& input, const Exception& exception, std::string text) {
  return Map{{"ma", exception.fault.code.id()},
             {"quy_tac", rule_name(exception)},
             {"noi_dung", std::move(text)},
             {"don_vi", unit_name(input, exception)},
             {"ly_do", exception.reason},
             {"nguoi_cho_phep", exception.by},
             {"den_het", exception.until}};
}

}  // namespace

List exception_values(const Input& input) {
  List out;
  for (const Exception* exception : ours(input)) {
    Map map = common_values(input, *exception, exception->fault.message);
    map.emplace_back("ho_ten", exception->person);
    map.emplace_back("noi", diag::place(exception->fault.span));
    out.emplace_back(std::move(map));
  }
  return out;
}

List exception_counts(const Input& input) {
  using Key = std::tuple<std::string, std::string, std::string, std::string, base::Date>;

  struct Group {
    const Exception* first = nullptr;
    std::int64_t count = 0;
  };

  std::map<Key, std::size_t> number;
  std::vector<Group> groups;  // in the order of the faults
  for (const Exception* exception : ours(input)) {
    const Key key{rule_name(*exception),
                  exception->fault.unit,
                  exception->reason,
                  exception->by,
                  exception->until};
    const auto [at, is_new] = number.try_emplace(key, groups.size());
    if (is_new) {
      groups.push_back({exception, 0});
    }
    ++groups[at->second].count;
  }
  List out;
  for (const Group& group : groups) {
    Map map = common_values(input, *group.first, group.first->title);
    map.emplace_back("so_luong", group.count);
    out.emplace_back(std::move(map));
  }
  return out;
}

}  // namespace baocao::report
