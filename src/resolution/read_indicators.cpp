#include "resolution/read_indicators.hpp"

#include <charconv>
#include <set>
#include <utility>

namespace baocao::resolution {
namespace {

using config::Fields;
using config::Node;

constexpr std::string_view target_help =
    "ghi theo mẫu: \">= 75%\", \"> 95%\", \"== 100%\" hoặc \">= 30\"";

class Reader {
 public:
  Reader(std::string file, Pack& pack, diag::Sink& sink)
      : file_(std::move(file)),
        pack_(pack),
        sink_(sink),
        conditions_(std::make_shared<const decltype(Pack::conditions)>(pack.conditions)) {}

  void indicator(const Node& node);
  void figure_group(const Node& node);

 private:
  indicator::Definition definition(Fields& from, const Node& node);
  Target target(Fields& from);
  std::optional<Threshold> threshold(Fields& from, std::string_view key, const Node& node);
  void milestones(Fields& from, Target& target);
  void demand_new(Fields& from, const std::string& id);

  std::string file_;
  Pack& pack_;
  diag::Sink& sink_;
  std::shared_ptr<const decltype(Pack::conditions)> conditions_;
  std::set<std::string> ids_;
};

std::string named(std::string_view kind, const Node& node) {
  const Node* id = node.find("id");
  const auto* text = id == nullptr ? nullptr : id->as<std::string>();
  return std::string(kind) + (text == nullptr ? "" : " " + *text);
}

void Reader::demand_new(Fields& from, const std::string& id) {
  if (!ids_.insert(id).second) {
    from.fault(
        "E431", "id", "mã \"" + id + "\" đã dùng ở một mục trước", "đặt mã khác cho mục này");
  }
}

indicator::Definition Reader::definition(Fields& from, const Node& node) {
  indicator::Definition definition;
  definition.id = from.string("id");
  demand_new(from, definition.id);
  definition.clause = from.optional_string("clause").value_or("");
  definition.title = from.string("title");
  definition.of = from.optional_string("of").value_or("");
  definition.where = from.optional_string("where").value_or("");
  definition.meets = from.optional_string("meets").value_or("");
  definition.numerator = from.optional_string("numerator").value_or("");
  definition.denominator = from.optional_string("denominator").value_or("");
  definition.counted = from.optional_string("counted").value_or("");
  definition.reading = from.optional_string("reading").value_or("");
  definition.conditions = conditions_;
  definition.line = node.line();
  definition.file = file_;
  return definition;
}

std::optional<Threshold> Reader::threshold(Fields& from, std::string_view key, const Node& node) {
  const auto* text = node.as<std::string>();
  const auto parsed = text == nullptr ? std::nullopt : Threshold::parse(*text);
  if (!parsed) {
    from.fault("E430",
               key,
               "không hiểu mục tiêu " + (text == nullptr ? "này" : "\"" + *text + "\""),
               std::string(target_help));
  }
  return parsed;
}

void Reader::milestones(Fields& from, Target& target) {
  const Node* table = from.table("milestone");
  const auto* entries = table == nullptr ? nullptr : table->as<config::Table>();
  if (entries == nullptr) {
    return;
  }
  for (const auto& [key, node] : *entries) {
    int year = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), year);
    if (error != std::errc() || end != key.data() + key.size() || year < pack_.first_year ||
        year > pack_.last_year) {
      from.fault("E430",
                 "milestone",
                 "mốc \"" + key + "\" không phải là một năm của nghị quyết",
                 "ghi theo mẫu: milestone = { 2028 = \">= 62%\" }");
    } else if (const auto parsed = threshold(from, "milestone", node)) {
      target.milestones.emplace(year, *parsed);
    }
  }
}

Target Reader::target(Fields& from) {
  Target target;
  if (const Node* node = from.node("target")) {
    target.threshold = threshold(from, "target", *node);
  }
  target.from = from.optional_date("from");
  target.due = from.optional_date("due");
  milestones(from, target);
  return target;
}

void Reader::indicator(const Node& node) {
  Fields from(node, file_, named("[[indicator]]", node), sink_);
  Indicator indicator;
  indicator.definition = definition(from, node);
  indicator.target = target(from);
  indicator.group = from.string("group");
  indicator.statement = from.optional_string("statement").value_or("");
  from.node("example");  // read by resolution/example
  from.finish();
  pack_.indicators.push_back(std::move(indicator));
}

void Reader::figure_group(const Node& node) {
  Fields from(node, file_, named("[[figure]]", node), sink_);
  FigureGroup group;
  group.id = from.string("id");
  demand_new(from, group.id);
  group.title = from.string("title");
  group.population = from.string("population");
  const std::string of = from.string("of");
  const std::string where = from.optional_string("where").value_or("");
  for (const Node* row : from.tables("row")) {
    Fields fields(*row, file_, named("[[figure]] " + group.id + ", row", *row), sink_);
    indicator::Definition definition;
    definition.id = fields.string("id");
    demand_new(fields, definition.id);
    definition.title = fields.string("title");
    definition.of = of;
    definition.where = where;
    definition.meets = fields.string("meets");
    definition.counted = group.population;
    definition.conditions = conditions_;
    definition.line = row->line();
    definition.file = file_;
    fields.finish();
    group.figures.push_back(pack_.figures.size());
    pack_.figures.push_back(std::move(definition));
  }
  from.finish();
  pack_.figure_groups.push_back(std::move(group));
}

}  // namespace

void read_indicators(const Node& root, const std::string& file, Pack& pack, diag::Sink& sink) {
  Fields from(root, file, file, sink);
  Reader reader(file, pack, sink);
  for (const Node* node : from.tables("indicator")) {
    reader.indicator(*node);
  }
  for (const Node* node : from.tables("figure")) {
    reader.figure_group(*node);
  }
  from.finish();
}

}  // namespace baocao::resolution
