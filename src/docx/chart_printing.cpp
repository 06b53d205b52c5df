// How a tape fills a chart of its template.
#include "docx/chart_data.hpp"
#include "docx/chart_workbook.hpp"
#include "docx/chart_xml.hpp"
#include "docx/tape_runner.hpp"
#include "package/xml.hpp"

namespace baocao::docx {
namespace {

constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

}  // namespace

// In the alternative text of the drawing, where the data's title is printed.
void TapeRunner::print_chart(const Op& op) {
  const auto value = value_of(op.a);
  if (!value) {
    return;
  }
  const auto data = chart_data(*value);
  const auto source = shared_.charts.find(chart_key(tape_.part, tape_.names[op.b]));
  auto made = !data ? tl::unexpected(data.error())
              : source == shared_.charts.end()
                  ? tl::expected<std::string, std::string>(tl::unexpect,
                                                           "tệp mẫu không có phần của biểu đồ này")
                  : new_chart(source->second, *data);
  if (!made) {
    fault(tape_.formulas[op.a].tag,
          {.code = "T404",
           .message = "không lập được biểu đồ: " + made.error(),
           .help = "mỗi dãy cần đủ một giá trị cho mỗi mục; chưa biết thì ghi null"});
    return;
  }
  chart_ = std::move(*made);
  out_ += package::escaped_attribute(data->title);
}

// The id of the relationship to a new chart part.
tl::expected<std::string, std::string> TapeRunner::new_chart(const CompiledChart& source,
                                                             const ChartData& data) {
  Additions& additions = shared_.additions;
  const std::string workbook = additions.add_part(
      "word/embeddings/", ".xlsx", std::string(workbook_type), chart_workbook(data));
  constexpr const char* workbook_id = "baocaoSoLieu";
  return filled_chart(text_of_chart(source), data, workbook_id).map([&](base::Bytes&& xml) {
    const std::string chart =
        additions.add_part("word/charts/", ".xml", source.source.chart.type, std::move(xml));
    additions.relate(chart,
                     {workbook_id, std::string(relationship_types) + "package", workbook, false});
    for (const ChartTemplate::Companion& each : source.source.companions) {
      Relationship relationship = each.relationship;
      const std::string& name = each.part.name;
      relationship.target = additions.add_part(name.substr(0, name.rfind('/') + 1),
                                               name.substr(name.rfind('.')),
                                               each.part.type,
                                               each.part.bytes);
      additions.relate(chart, relationship);
    }
    return additions.relation(tape_.part, std::string(relationship_types) + "chart", chart, false);
  });
}

// Tags in its texts have the names that are visible at the drawing.
base::Bytes TapeRunner::text_of_chart(const CompiledChart& chart) {
  if (!chart.tape) {
    return chart.source.chart.bytes;
  }
  TapeRunner runner(*chart.tape, shared_, scope_);
  runner.around_ = running_loops();
  runner.run(0, chart.tape->ops.size());
  runner.hand_over_faults();
  return runner.take_written();
}

}  // namespace baocao::docx
