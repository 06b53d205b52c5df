#include "report/filters.hpp"

#include <algorithm>
#include <unordered_map>

namespace baocao::report {
namespace {

// Looked up for each value that is printed; never iterated.
template <class Declaration>
using Index = std::unordered_map<std::string_view, const Declaration*>;

template <class Declaration>
Index<Declaration> index_of(std::span<const Declaration> all) {
  Index<Declaration> index;
  for (const Declaration& declaration : all) {
    index.emplace(declaration.name, &declaration);
    if (!declaration.alias.empty()) {
      index.emplace(declaration.alias, &declaration);
    }
  }
  return index;
}

template <class Declaration>
const Declaration* find(const Index<Declaration>& index, std::string_view wanted) {
  const auto at = index.find(wanted);
  return at == index.end() ? nullptr : at->second;
}

}  // namespace

const Filter* find_filter(std::string_view name_or_alias) {
  static const Index<Filter> index = index_of(all_filters());
  return find(index, name_or_alias);
}

std::vector<std::string> names_in(std::string_view parameters) {
  std::vector<std::string> names;
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find(' '), parameters.size());
    names.emplace_back(parameters.substr(0, end));
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
  return names;
}

std::optional<std::string> too_many_arguments(std::string_view parameters, std::size_t count) {
  const std::size_t most = names_in(parameters).size();
  if (count <= most || parameters.ends_with("…")) {
    return std::nullopt;
  }
  return most == 0
             ? "không có tham số nào"
             : "nhiều nhất " + std::to_string(most) + " tham số, ở đây có " + std::to_string(count);
}

const Function* find_function(std::string_view name_or_alias) {
  static const Index<Function> index = index_of(all_functions());
  return find(index, name_or_alias);
}

}  // namespace baocao::report
