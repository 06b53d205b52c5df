#include "check/overrides.hpp"
#include "check/rule_names.hpp"
#include "config/fields.hpp"
#include "text/id_numbers.hpp"

namespace baocao::check {
namespace {

class Reader {
 public:
  Reader(const std::string& file, const table::Dataset& dataset, diag::Sink& fatal)
      : file_(file), dataset_(dataset), names_(*dataset.schema), fatal_(fatal) {}

  Override read(const config::Node& node);

 private:
  std::string words(config::Fields& fields, std::string_view key);
  std::string rule(config::Fields& fields);
  Record record(const config::Node& node, const std::string& rule);
  void demand_one_record(config::Fields& fields, const Record& record, const std::string& rule);

  const std::string& file_;
  const table::Dataset& dataset_;
  RuleNames names_;
  diag::Sink& fatal_;
};

// A required text that says something; it travels with the report.
std::string Reader::words(config::Fields& fields, std::string_view key) {
  std::string text = fields.string(key);
  if (text.find_first_not_of(' ') == std::string::npos && fields.node(key) != nullptr) {
    fields.fault("J213",
                 key,
                 "khóa \"" + std::string(key) + "\" để trống",
                 "ghi rõ: ai cho phép (by), vì sao (reason)");
  }
  return text::hide_id_numbers(std::move(text));
}

std::string Reader::rule(config::Fields& fields) {
  const std::string name = fields.string("rule");
  if (!name.empty() && !names_.knows(name)) {
    fields.fault("J214", "rule", "không có quy tắc \"" + name + "\"", names_.advice(name));
  }
  return name;
}

void Reader::demand_one_record(config::Fields& fields,
                               const Record& record,
                               const std::string& rule) {
  const bool person = !record.unit.empty() && !record.name.empty() && record.birth;
  const bool row = !record.file.empty() && record.row > 0;
  const bool unit = !record.unit.empty() && record.name.empty() && !record.birth;
  if (record.file.empty() == record.unit.empty() || !(person || row || unit)) {
    fields.fault("J213",
                 "record",
                 "record không nêu đủ một người, một dòng hoặc một đơn vị",
                 "ghi { don_vi, ho_ten, ngay_sinh }, { file, sheet, row } hoặc { don_vi }");
  } else if (unit && names_.knows(rule) && !names_.is_about_units(rule)) {
    fields.fault("J213",
                 "record",
                 "quy tắc \"" + rule + "\" xét từng người, record chỉ nêu đơn vị",
                 "ghi thêm ho_ten và ngay_sinh, mỗi người một mục [[override]]");
  }
}

Record Reader::record(const config::Node& node, const std::string& rule) {
  config::Fields fields(node, file_, "record", fatal_);
  Record record{.unit = fields.optional_string("don_vi").value_or(""),
                .name = fields.optional_string("ho_ten").value_or(""),
                .birth = fields.optional_date("ngay_sinh"),
                .file = fields.optional_string("file").value_or(""),
                .sheet = fields.optional_string("sheet").value_or("")};
  const auto row = fields.optional_integer("row").value_or(0);
  record.row = row > 0 && row <= 0xFFFFFFFF ? static_cast<std::uint32_t>(row) : 0;
  fields.finish();
  if (!record.unit.empty() && !dataset_.units.find_code(record.unit)) {
    fields.fault("J213",
                 "don_vi",
                 "không có đơn vị nào mang mã \"" + record.unit + "\"",
                 "ghi mã đơn vị như trong tệp của bảng don_vi");
  }
  demand_one_record(fields, record, rule);
  return record;
}

Override Reader::read(const config::Node& node) {
  config::Fields fields(node, file_, "[[override]]", fatal_);
  Override override;
  override.rule = rule(fields);
  if (const config::Node* of = fields.table("record")) {
    override.record = record(*of, override.rule);
  } else if (fields.node("record") == nullptr) {
    fields.fault("J103",
                 "record",
                 "[[override]] thiếu khóa \"record\"",
                 "thêm dòng: record = { don_vi = \"…\", ho_ten = \"…\", ngay_sinh = 1960-12-31 }");
  }
  override.reason = words(fields, "reason");
  override.by = words(fields, "by");
  override.until = fields.date("until");
  override.span = {.file = "overrides.toml", .line = node.line()};
  fields.finish();
  return override;
}

}  // namespace

std::vector<Override> read_overrides(std::string_view toml,
                                     const std::string& file,
                                     const table::Dataset& dataset,
                                     diag::Sink& fatal) {
  std::vector<Override> overrides;
  const auto root = config::parse(toml, file);
  if (!root) {
    fatal.add(root.error());
    return overrides;
  }
  config::Fields fields(*root, file, "tệp overrides.toml", fatal);
  Reader reader(file, dataset, fatal);
  for (const config::Node* node : fields.tables("override")) {
    overrides.push_back(reader.read(*node));
  }
  fields.finish();
  return overrides;
}

}  // namespace baocao::check
