// The names under which a check can be overridden: ids of [[rule]] and codes K3xx.
#pragma once

#include "schema/schema.hpp"

#include <string>
#include <string_view>

namespace baocao::check {

class RuleNames {
 public:
  explicit RuleNames(const schema::Schema& schema) : schema_(&schema) {}

  bool knows(std::string_view name) const;
  // Whether it judges a unit as a whole, not one person or row.
  bool is_about_units(std::string_view name) const;
  // Vietnamese: what to write instead of a name that is not known.
  std::string advice(const std::string& name) const;
  // What a broken rule, or a code, is about; the figures of a rule's message are left out.
  std::string title(std::string_view rule, std::string_view code) const;

 private:
  struct Found {
    const schema::Table* table = nullptr;
    const schema::Rule* rule = nullptr;
  };

  Found find(std::string_view id) const;

  const schema::Schema* schema_;
};

}  // namespace baocao::check
