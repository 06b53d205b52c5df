#include "resolution/check_schema.hpp"

#include "expr/classify.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace baocao::resolution {
namespace {

// The first fault of the breakdown on a table; nothing when it can be used there.
std::optional<expr::Fault> fault_on(const Breakdown& breakdown,
                                    const schema::Schema& schema,
                                    const schema::Table& table,
                                    const indicator::Context& context) {
  const std::string& by = breakdown.how.by;
  if (breakdown.how.bands.empty()) {
    const auto bound = expr::bind_classes(by, schema, table, context);
    return bound ? std::nullopt : std::optional(bound.error().front());
  }
  const auto bound = expr::bind_amount(by, schema, table, context);
  return bound ? std::nullopt : std::optional(bound.error().front());
}

std::set<const schema::Table*> counted_tables(const Pack& pack, const schema::Schema& schema) {
  std::set<const schema::Table*> tables;
  for (const Indicator& indicator : pack.indicators) {
    if (const schema::Table* table = schema.find(indicator.definition.of)) {
      tables.insert(table);
    }
  }
  return tables;
}

void check_breakdowns(const Pack& pack,
                      const schema::Schema& schema,
                      const indicator::Context& context,
                      diag::Sink& sink) {
  indicator::Context named = context;
  named.conditions.insert(pack.conditions.begin(), pack.conditions.end());
  const std::set<const schema::Table*> counted = counted_tables(pack, schema);
  for (const Breakdown& breakdown : pack.breakdowns) {
    std::optional<expr::Fault> first;
    bool usable = counted.empty();
    // In the order of the schema, so that the same fault is told every time.
    for (const auto& table : schema.tables()) {
      if (counted.count(table.get()) == 0 || usable) {
        continue;
      }
      const auto fault = fault_on(breakdown, schema, *table, named);
      usable = !fault;
      first = first ? first : fault;
    }
    if (!usable && first) {
      sink.add({.code = "E427",
                .message =
                    "không chỉ tiêu nào tách được theo \"" + breakdown.id + "\": " + first->message,
                .help = first->help,
                .span = {.file = pack.folder.path("resolution.toml"),
                         .line = breakdown.line,
                         .line_column = breakdown.column}});
    }
  }
}

std::vector<std::string> unit_kinds(const schema::Schema& schema) {
  const schema::Table* units = schema.find("don_vi");
  const schema::Field* kind = units == nullptr ? nullptr : units->find("loai");
  std::vector<std::string> kinds;
  if (kind != nullptr && kind->codes != nullptr) {
    for (const schema::CodeWord& word : kind->codes->words) {
      kinds.push_back(word.key);
    }
  }
  return kinds;
}

// A misspelt kind would leave every unit without a verdict.
void check_kinds(const Pack& pack, const schema::Schema& schema, diag::Sink& sink) {
  const std::vector<std::string> kinds = unit_kinds(schema);
  for (const Indicator& indicator : pack.indicators) {
    for (const std::string& kind : indicator.target.judged_at) {
      if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
        continue;
      }
      const auto near = text::nearest(kind, kinds);
      sink.add({.code = "E430",
                .message = "chỉ tiêu " + indicator.definition.id +
                           ": judged_at nêu loại đơn vị \"" + kind + "\" không có trong danh mục",
                .help = near ? "ý bạn là \"" + *near + "\"?"
                             : "ghi từ khóa của danh mục loai_don_vi, ví dụ \"tinh\"",
                .span = indicator.definition.locate("judged_at", 0)});
    }
  }
}

// A level of an unknown kind would leave its units without a report.
void check_levels(const Pack& pack, const schema::Schema& schema, diag::Sink& sink) {
  const std::vector<std::string> kinds = unit_kinds(schema);
  for (const Level& level : pack.levels) {
    for (const std::string& kind : level.kinds) {
      if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
        continue;
      }
      const auto near = text::nearest(kind, kinds);
      sink.add({.code = "E436",
                .message = "cấp lập báo cáo \"" + level.key + "\" nêu loại đơn vị \"" + kind +
                           "\" không có trong danh mục",
                .help = near ? "ý bạn là \"" + *near + "\"?"
                             : "ghi từ khóa của danh mục loai_don_vi, ví dụ \"tinh\"",
                .span = {.file = pack.folder.path("resolution.toml"),
                         .line = level.line,
                         .line_column = level.column}});
    }
  }
}

}  // namespace

void check_schema(const Pack& pack,
                  const schema::Schema& schema,
                  const indicator::Context& context,
                  diag::Sink& sink) {
  check_breakdowns(pack, schema, context, sink);
  check_kinds(pack, schema, sink);
  check_levels(pack, schema, sink);
}

}  // namespace baocao::resolution
