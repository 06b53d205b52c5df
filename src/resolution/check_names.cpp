#include "resolution/check_names.hpp"

#include "expr/source.hpp"

#include <set>
#include <string>
#include <vector>

namespace baocao::resolution {
namespace {

using Names = std::set<std::string>;

void add(Names& names, const std::string& text) {
  names.merge(expr::names_in(text));
}

void add(Names& names, const indicator::Definition& definition) {
  for (const std::string* text : {&definition.where,
                                  &definition.meets,
                                  &definition.numerator,
                                  &definition.denominator,
                                  &definition.threshold}) {
    add(names, *text);
  }
}

// All names the expressions use, also by way of the conditions they use.
Names used_names(const Pack& pack) {
  Names names;
  for (const Indicator& indicator : pack.indicators) {
    add(names, indicator.definition);
  }
  for (const indicator::Definition& figure : pack.figures) {
    add(names, figure);
  }
  for (const Breakdown& breakdown : pack.breakdowns) {
    add(names, breakdown.how.by);
  }
  Names open = names;
  while (!open.empty()) {
    Names found;
    for (const std::string& name : open) {
      const auto condition = pack.conditions.find(name);
      if (condition != pack.conditions.end()) {
        add(found, condition->second);
      }
    }
    open.clear();
    for (const std::string& name : found) {
      if (names.insert(name).second) {
        open.insert(name);
      }
    }
  }
  return names;
}

const Names& built_in_names() {
  static const Names names = {"ngay_chot",
                              "ngay_dau_ky",
                              "nam_bao_cao",
                              "ky_bao_cao",
                              "nam_dau",
                              "nam_cuoi",
                              "tuoi",
                              "nam"};
  return names;
}

class Check {
 public:
  Check(const Pack& pack, diag::Sink& sink) : pack_(pack), sink_(sink) {}

  void name(diag::Code unused,
            const std::string& kind,
            const std::string& section,
            const std::string& name) {
    const diag::Span span = pack_.places->at(section + "." + name, 0);
    if (built_in_names().count(name) != 0) {
      sink_.add({.code = "E426",
                 .message = kind + " \"" + name + "\" trùng tên có sẵn của chương trình",
                 .help = "đặt tên khác",
                 .span = span});
    }
    if (used_.count(name) == 0) {
      sink_.add({.code = unused,
                 .message = kind + " \"" + name + "\" không được dùng ở biểu thức nào",
                 .help = "xóa dòng này, hoặc dùng tên đó thay cho con số, điều kiện ghi trực tiếp",
                 .span = span});
    }
  }

  void all() {
    for (const auto& [parameter, value] : pack_.parameters) {
      name("E423", "tham số", "parameters", parameter);
      if (pack_.conditions.count(parameter) != 0) {
        sink_.add({.code = "E426",
                   .message = "\"" + parameter + "\" vừa là tham số vừa là điều kiện",
                   .help = "đặt tên khác cho một trong hai",
                   .span = pack_.places->at("conditions." + parameter, 0)});
      }
    }
    for (const auto& [condition, text] : pack_.conditions) {
      name("E424", "điều kiện", "conditions", condition);
    }
  }

 private:
  const Pack& pack_;
  diag::Sink& sink_;
  const Names used_ = used_names(pack_);
};

}  // namespace

void check_names(const Pack& pack, diag::Sink& sink) {
  Check(pack, sink).all();
}

}  // namespace baocao::resolution
