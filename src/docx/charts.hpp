// Charts of a template that are filled with data: those whose alternative text is one tag,
// {{ bieu_do }}.
#pragma once

#include "docx/node.hpp"
#include "docx/parts.hpp"
#include "docx/relationships.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

struct ChartTemplate {
  // What the chart refers to besides its workbook: its style, its colours, pictures.
  struct Companion {
    Relationship relationship;
    Part part;
  };

  Part chart;
  std::vector<Companion> companions;
};

using ChartTemplates = std::map<std::string, ChartTemplate>;  // by chart_key()

std::string chart_key(std::string_view part, std::string_view relation);

// Takes such charts out of the package with all that belongs to them: no number of the template may
// stay in a document. What something else refers to is kept.
ChartTemplates take_charts(std::vector<Part>& parts);

// The c:chart of the drawing that `properties` (wp:docPr) belong to; empty when it is no chart.
pugi::xml_node chart_of(pugi::xml_node properties);

}  // namespace baocao::docx
