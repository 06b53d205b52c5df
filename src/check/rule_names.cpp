#include "check/rule_names.hpp"

#include "diag/codes.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <vector>

namespace baocao::check {
namespace {

bool is_check(std::string_view code) {
  return code.starts_with('K');
}

// "đã {tuoi(ngay_sinh)} tuổi" → "đã … tuổi".
std::string without_figures(const std::string& message) {
  std::string out;
  bool inside = false;
  for (const char c : message) {
    if (c == '{') {
      out += "…";
    }
    inside = c == '{' || (inside && c != '}');
    if (!inside && c != '}') {
      out += c;
    }
  }
  return out;
}

}  // namespace

RuleNames::Found RuleNames::find(std::string_view id) const {
  for (const auto& table : schema_->tables()) {
    for (const schema::Rule& rule : table->rules) {
      if (rule.id == id) {
        return {table.get(), &rule};
      }
    }
  }
  return {};
}

bool RuleNames::knows(std::string_view name) const {
  return (is_check(name) && diag::find_code(name) != nullptr) || find(name).rule != nullptr;
}

bool RuleNames::is_about_units(std::string_view name) const {
  const Found found = find(name);
  if (found.rule != nullptr) {
    return !found.table->persons && !found.table->per_person;
  }
  return name == "K313" || name == "K315";
}

std::string RuleNames::advice(const std::string& name) const {
  if (diag::find_code(name) != nullptr) {
    return "chỉ quy tắc (mã K…) có ngoại lệ; lỗi ở ô hoặc ở tệp thì phải sửa trong tệp";
  }
  std::vector<std::string> known;
  for (const auto& table : schema_->tables()) {
    for (const schema::Rule& rule : table->rules) {
      known.push_back(rule.id);
    }
  }
  for (const diag::CodeInfo& code : diag::all_codes()) {
    if (is_check(code.id)) {
      known.emplace_back(code.id);
    }
  }
  const auto guess = text::nearest(name, known);
  return guess ? "ý bạn là \"" + *guess + "\"?"
               : "lấy tên quy tắc ở cột rule của check --json, hoặc mã K trong thông báo";
}

std::string RuleNames::title(std::string_view rule, std::string_view code) const {
  if (const Found found = find(rule); found.rule != nullptr) {
    return without_figures(found.rule->message);
  }
  const diag::CodeInfo* info = diag::find_code(code);
  return info == nullptr ? std::string(code) : std::string(info->title);
}

}  // namespace baocao::check
