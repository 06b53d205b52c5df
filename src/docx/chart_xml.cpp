#include "docx/chart_xml.hpp"

#include "docx/chart_workbook.hpp"
#include "docx/foreign_xml.hpp"
#include "docx/node.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

using Names = std::initializer_list<const char*>;

// `name` in `parent`, made before the first of `behind` when it is absent.
pugi::xml_node child_before(pugi::xml_node parent, const char* name, Names behind) {
  if (const pugi::xml_node known = parent.child(name)) {
    return known;
  }
  for (const char* each : behind) {
    if (const pugi::xml_node next = parent.child(each)) {
      return parent.insert_child_before(name, next);
    }
  }
  return parent.append_child(name);
}

pugi::xml_node emptied(pugi::xml_node node) {
  node.remove_children();
  return node;
}

void set_value(pugi::xml_node node, const std::string& value) {
  node.remove_attribute("val");
  node.append_attribute("val") = value.c_str();
}

void add_text(pugi::xml_node around, const char* name, const std::string& text) {
  around.append_child(name).text() = text.c_str();
}

void add_points(pugi::xml_node cache, const std::vector<std::string>& texts) {
  set_value(cache.append_child("c:ptCount"), std::to_string(texts.size()));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty()) {  // absent is unknown, never 0
      pugi::xml_node point = cache.append_child("c:pt");
      point.append_attribute("idx") = std::to_string(i).c_str();
      add_text(point, "c:v", texts[i]);
    }
  }
}

void write_texts(pugi::xml_node holder,
                 const std::string& formula,
                 const std::vector<std::string>& texts) {
  pugi::xml_node reference = emptied(holder).append_child("c:strRef");
  add_text(reference, "c:f", formula);
  add_points(reference.append_child("c:strCache"), texts);
}

void write_numbers(pugi::xml_node holder,
                   const std::string& formula,
                   const std::vector<std::string>& numbers) {
  std::string format = holder.child("c:numRef").child("c:numCache").child_value("c:formatCode");
  format = format.empty() ? "General" : format;
  pugi::xml_node reference = emptied(holder).append_child("c:numRef");
  add_text(reference, "c:f", formula);
  pugi::xml_node cache = reference.append_child("c:numCache");
  add_text(cache, "c:formatCode", format);
  add_points(cache, numbers);
}

std::vector<pugi::xml_node> series_of(pugi::xml_node plot_area) {
  std::vector<pugi::xml_node> out;
  for (const pugi::xml_node plot : plot_area.children()) {
    for (const pugi::xml_node series : plot.children("c:ser")) {
      out.push_back(series);
    }
  }
  return out;
}

// The colours of a theme in turn, so that a new series does not look like its model.
void recolor(pugi::xml_node node, std::size_t series) {
  constexpr std::size_t accents = 6;
  if (is(node, "a:schemeClr") &&
      std::string_view(node.attribute("val").value()).starts_with("accent")) {
    set_value(node, "accent" + std::to_string(series % accents + 1));
  }
  for (const pugi::xml_node child : node.children()) {
    recolor(child, series);
  }
}

void fit_count(std::vector<pugi::xml_node>& series, std::size_t count) {
  while (series.size() > count) {
    series.back().parent().remove_child(series.back());
    series.pop_back();
  }
  while (series.size() < count) {
    pugi::xml_node copy = series.back().parent().insert_copy_after(series.back(), series.back());
    recolor(copy, series.size());
    series.push_back(copy);
  }
}

// What holds numbers of the template besides the series' own, or speaks of points that are gone.
void remove_stale(pugi::xml_node around, std::size_t points) {
  for (pugi::xml_node node = around.first_child(); node;) {
    const pugi::xml_node next = node.next_sibling();
    const bool is_of_point = is(node, "c:dPt") || is(node, "c:dLbl");
    const bool is_gone = is_of_point && node.child("c:idx").attribute("val").as_ullong() >= points;
    const bool is_own_error = is(node, "c:errBars") && node.child("c:plus");
    if (is_gone || is_own_error || is(node, "c:extLst")) {
      around.remove_child(node);
    } else if (is(node, "c:dLbls")) {
      remove_stale(node, points);
    }
    node = next;
  }
}

void fill(pugi::xml_node series, std::size_t index, const ChartData& data) {
  const std::size_t count = data.categories.size();
  remove_stale(series, count);
  set_value(child_before(series, "c:idx", {"c:order", "c:tx"}), std::to_string(index));
  set_value(child_before(series, "c:order", {"c:tx"}), std::to_string(index));
  pugi::xml_node order = series.child("c:order");
  const pugi::xml_node name =
      series.child("c:tx") ? series.child("c:tx") : series.insert_child_after("c:tx", order);
  write_texts(name, name_cell(index), {data.series[index].name});

  const bool is_scatter = is(series.parent(), "c:scatterChart");
  const Names behind_values = {"c:smooth", "c:shape"};
  const pugi::xml_node values =
      child_before(series, is_scatter ? "c:yVal" : "c:val", behind_values);
  const pugi::xml_node categories =
      child_before(series, is_scatter ? "c:xVal" : "c:cat", {values.name()});
  if (is_scatter && data.has_numbers) {
    write_numbers(categories, category_cells(count), data.categories);
  } else {
    write_texts(categories, category_cells(count), data.categories);
  }
  std::vector<std::string> numbers;
  for (const auto& value : data.series[index].values) {
    numbers.push_back(value ? stored_number(*value) : "");
  }
  write_numbers(values, value_cells(index, count), numbers);
}

void show_gaps(pugi::xml_node chart) {
  set_value(child_before(chart, "c:dispBlanksAs", {"c:showDLblsOverMax", "c:extLst"}), "gap");
}

void link_workbook(pugi::xml_node space, const std::string& relation) {
  pugi::xml_node data = emptied(
      child_before(space, "c:externalData", {"c:printSettings", "c:userShapes", "c:extLst"}));
  data.remove_attribute("r:id");
  data.append_attribute("r:id") = relation.c_str();
  if (!space.attribute("xmlns:r")) {
    space.append_attribute("xmlns:r") =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  }
  set_value(data.append_child("c:autoUpdate"), "0");
}

}  // namespace

tl::expected<base::Bytes, std::string> filled_chart(base::ByteView xml,
                                                    const ChartData& data,
                                                    const std::string& workbook) {
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  pugi::xml_node space = document.document_element();
  const pugi::xml_node chart = space.child("c:chart");
  const pugi::xml_node plot_area = chart.child("c:plotArea");
  std::vector<pugi::xml_node> series = series_of(plot_area);
  if (series.empty()) {
    return tl::unexpected<std::string>("biểu đồ trong mẫu chưa có dãy số liệu nào để theo");
  }
  if (plot_area.child("c:bubbleChart") || plot_area.child("c:stockChart")) {
    return tl::unexpected<std::string>("biểu đồ bong bóng và chứng khoán không dùng được");
  }
  for (pugi::xml_node plot : plot_area.children()) {
    plot.remove_child("c:extLst");  // hidden series
  }
  space.remove_child("c:pivotSource");
  fit_count(series, data.series.size());
  for (std::size_t i = 0; i < series.size(); ++i) {
    fill(series[i], i, data);
  }
  show_gaps(chart);
  link_workbook(space, workbook);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml_of(space);
}

}  // namespace baocao::docx
