#include "resolution/places.hpp"

#include "config/place.hpp"

namespace baocao::resolution {

diag::Span Places::at(std::string_view key, std::size_t offset) const {
  const auto found = places_.find(key);
  if (found == places_.end()) {
    return {.file = file_->name};
  }
  const auto& [line, column, skipped] = found->second;
  const config::Place place =
      config::place_in_string(file_->text, {line, column}, skipped + offset);
  return {.file = file_->name, .line = place.line, .line_column = place.column};
}

}  // namespace baocao::resolution
