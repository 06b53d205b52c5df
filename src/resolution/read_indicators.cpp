#include "resolution/read_indicators.hpp"

#include <charconv>
#include <set>
#include <utility>

namespace baocao::resolution {
namespace {

using config::Fields;
using config::Node;

constexpr std::string_view target_help =
    "ghi theo mẫu: \">= 75%\", \"> 95%\", \"<= 2\", \"~ 50000\" (khoảng) hoặc \">= biểu_thức\"; số "
    "lượng ghi liền các chữ số, không có dấu chấm";

// Where offices write down what no table can tell.
constexpr const char* statement_table = "nhan_dinh";

class Reader {
 public:
  Reader(std::shared_ptr<const SourceFile> source, Pack& pack, diag::Sink& sink)
      : source_(std::move(source)),
        file_(source_->name),
        pack_(pack),
        sink_(sink),
        conditions_(std::make_shared<const decltype(Pack::conditions)>(pack.conditions)) {}

  void indicator(const Node& node);
  void figure_group(const Node& node);

 private:
  indicator::Definition definition(Fields& from, const Node& node);
  Target target(Fields& from);
  void demand_milestone_like(const Threshold& step, Fields& from, const Target& target);
  void finish(Indicator& indicator, Fields& from);
  std::optional<Threshold> threshold(Fields& from, std::string_view key, const Node& node);
  void milestones(Fields& from, Target& target);
  void demand_new(Fields& from, const std::string& id);

  // Lets faults in expressions name their place.
  void locate(indicator::Definition& definition, const std::vector<const Node*>& tables) const;

  std::shared_ptr<const SourceFile> source_;
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

void Reader::locate(indicator::Definition& definition,
                    const std::vector<const Node*>& tables) const {
  Places own(source_);
  for (const Node* table : tables) {
    for (const char* key : {"where", "meets", "numerator", "denominator", "judged_at"}) {
      if (const Node* value = table->find(key)) {
        own.add(key, *value);
      }
    }
    const Node* target = table->find("target");
    if (target != nullptr && target->as<std::string>()) {
      own.add("target", *target, target->as<std::string>()->find_first_not_of("<>=~ "));
    }
  }
  definition.locate = [own, named = pack_.places](std::string_view key, std::size_t offset) {
    return key.starts_with("conditions.") ? named->at(key, offset) : own.at(key, offset);
  };
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
  definition.persons = from.optional_boolean("persons");
  definition.reading = from.optional_string("reading").value_or("");
  definition.conditions = conditions_;
  definition.line = node.line();
  definition.file = file_;
  locate(definition, {&node});
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
      demand_milestone_like(*parsed, from, target);
      target.milestones.emplace(year, *parsed);
    }
  }
}

// A step is judged on the same value as the target.
void Reader::demand_milestone_like(const Threshold& step, Fields& from, const Target& target) {
  if (!step.formula.empty() || (target.threshold && target.threshold->share != step.share)) {
    from.fault(
        "E430",
        "milestone",
        "mốc \"" + step.code() + "\" không cùng loại với mục tiêu",
        "mốc ghi bằng số; mục tiêu là tỷ lệ thì mốc là tỷ lệ, là số lượng thì mốc là số lượng");
  }
}

Target Reader::target(Fields& from) {
  Target target;
  if (const Node* node = from.node("target")) {
    target.threshold = threshold(from, "target", *node);
  }
  const auto wording = from.optional_string("words");
  if (target.threshold) {
    target.threshold->wording = wording.value_or("");
  } else if (wording) {
    from.fault(
        "E430", "words", "khóa words cần đi cùng target", "ghi mức của mục tiêu ở khóa target");
  }
  target.from = from.optional_date("from");
  target.due = from.optional_date("due");
  if (target.from && target.due && *target.due < *target.from) {
    from.fault("E430", "due", "ngày ở due sớm hơn ngày ở from", "xem lại hai ngày");
  }
  target.yearly = from.optional_boolean("yearly").value_or(false);
  target.judged_at = from.optional_strings("judged_at");
  milestones(from, target);
  return target;
}

// What the target and the statement mean for what is counted.
void Reader::finish(Indicator& indicator, Fields& from) {
  indicator::Definition& definition = indicator.definition;
  const auto& threshold = indicator.target.threshold;
  if (threshold) {
    definition.threshold = threshold->formula;
    if (!threshold->share && definition.denominator.empty()) {
      definition.denominator = definition.numerator;  // a plain count needs no whole
    }
  }
  if (indicator.statement.empty()) {
    return;
  }
  if (!definition.of.empty() || !definition.numerator.empty() || threshold) {
    from.fault("E420",
               "statement",
               "nội dung do người nhận định không dùng chung với of, numerator, target",
               "bỏ khóa statement, hoặc bỏ các khóa tính toán");
    return;
  }
  definition.of = statement_table;
  definition.where =
      "chi_tieu == \"" + definition.id + "\" and nam == nam_bao_cao and noi_dung is not none";
}

void Reader::indicator(const Node& node) {
  Fields from(node, file_, named("[[indicator]]", node), sink_);
  Indicator indicator;
  indicator.definition = definition(from, node);
  indicator.target = target(from);
  indicator.group = from.string("group");
  indicator.statement = from.optional_string("statement").value_or("");
  from.node("example");  // read by resolution/example
  finish(indicator, from);
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
  const std::string of = from.optional_string("of").value_or("");
  const std::string where = from.optional_string("where").value_or("");
  const std::optional<bool> persons = from.optional_boolean("persons");
  for (const Node* row : from.tables("row")) {
    Fields fields(*row, file_, named("[[figure]] " + group.id + ", row", *row), sink_);
    indicator::Definition definition;
    definition.id = fields.string("id");
    demand_new(fields, definition.id);
    definition.title = fields.string("title");
    definition.of = of;
    definition.where = where;
    if (of.empty()) {
      definition.numerator = fields.string("numerator");
      definition.denominator = fields.string("denominator");
    } else {
      definition.meets = fields.string("meets");
    }
    definition.counted = group.population;
    definition.persons = persons;
    definition.conditions = conditions_;
    definition.line = row->line();
    definition.file = file_;
    locate(definition, {&node, row});
    fields.finish();
    group.figures.push_back(pack_.figures.size());
    pack_.figures.push_back(std::move(definition));
  }
  from.finish();
  pack_.figure_groups.push_back(std::move(group));
}

}  // namespace

void read_indicators(const Node& root,
                     const std::shared_ptr<const SourceFile>& file,
                     Pack& pack,
                     diag::Sink& sink) {
  Fields from(root, file->name, file->name, sink);
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
