// Where the texts of a pack stand in its files, to the character.
#pragma once

#include "config/node.hpp"
#include "diag/diagnostic.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace baocao::resolution {

struct SourceFile {
  std::string name;
  std::string text;
};

class Places {
 public:
  explicit Places(std::shared_ptr<const SourceFile> file) : file_(std::move(file)) {}

  // Offsets of `key` count from byte `skipped` of the value.
  void add(const std::string& key, const config::Node& value, std::size_t skipped = 0) {
    places_[key] = {value.line(), value.column(), skipped};
  }

  // Of byte `offset` of the text of `key`; without one, of the file alone.
  diag::Span at(std::string_view key, std::size_t offset) const;

 private:
  struct Start {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::size_t skipped = 0;
  };

  std::shared_ptr<const SourceFile> file_;
  std::map<std::string, Start, std::less<>> places_;
};

}  // namespace baocao::resolution
