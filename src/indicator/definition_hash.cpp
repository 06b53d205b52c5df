#include "indicator/definition_hash.hpp"

#include "base/sha256.hpp"
#include "expr/source.hpp"

#include <map>
#include <set>

namespace baocao::indicator {
namespace {

class Canon {
 public:
  Canon(const Definition& definition, const Context& context) : context_(context) {
    if (definition.conditions) {
      context_.conditions.insert(definition.conditions->begin(), definition.conditions->end());
    }
  }

  void add(const std::string& key, const std::string& text) {
    lines_[key] = expr::canonical(text);
    for (const std::string& name : expr::names_in(text)) {
      add_named(name);
    }
  }

  std::string text() const {
    std::string all;
    for (const auto& [key, line] : lines_) {
      all += key + " = " + line + "\n";
    }
    return all;
  }

 private:
  void add_named(const std::string& name) {
    if (!named_.insert(name).second) {
      return;
    }
    const auto condition = context_.conditions.find(name);
    if (condition != context_.conditions.end()) {
      add("condition " + name, condition->second);
    }
    const auto parameter = context_.parameters.find(name);
    if (parameter != context_.parameters.end()) {
      lines_["parameter " + name] = parameter->second.decimal();
    }
  }

  Context context_;
  std::map<std::string, std::string> lines_;
  std::set<std::string> named_;
};

}  // namespace

std::string definition_hash(const Definition& definition, const Context& context) {
  Canon canon(definition, context);
  canon.add("of", definition.of);
  canon.add("where", definition.where);
  canon.add("meets", definition.meets);
  canon.add("numerator", definition.numerator);
  canon.add("denominator", definition.denominator);
  return base::sha256_hex(canon.text());
}

}  // namespace baocao::indicator
