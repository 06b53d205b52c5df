#include "docx/charts.hpp"

#include "docx/foreign_xml.hpp"
#include "docx/tag_lexer.hpp"

#include <algorithm>
#include <set>

namespace baocao::docx {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view chart_space = "drawingml/2006/chart";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

bool is_one_value(std::string_view text) {
  const FoundTags found = find_tags(text);
  return found.tags.size() == 1 && found.broken.empty() &&
         found.tags[0].tag.kind == TagKind::value &&
         is_blank(text.substr(0, found.tags[0].range.begin)) &&
         is_blank(text.substr(found.tags[0].range.end));
}

// The ids of the relationships to charts, by whether the drawing has a tag.
struct Drawings {
  std::set<std::string> tagged;
  std::set<std::string> others;
};

void gather(pugi::xml_node around, Drawings& out) {
  for (const pugi::xml_node node : around.children()) {
    const pugi::xml_node chart = is(node, "wp:docPr") ? chart_of(node) : pugi::xml_node();
    if (chart) {
      const bool has_tag = is_one_value(node.attribute("descr").value()) ||
                           is_one_value(node.attribute("title").value());
      (has_tag ? out.tagged : out.others).insert(chart.attribute("r:id").value());
    }
    gather(node, out);
  }
}

pugi::xml_document tree_of(const base::Bytes& xml) {
  pugi::xml_document out;
  out.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  return out;
}

void store(const pugi::xml_document& tree, Part& part) {
  part.bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" +
               xml_of(tree.document_element());
}

class Taker {
 public:
  explicit Taker(std::vector<Part>& parts) : parts_(parts) {}

  ChartTemplates run() {
    for (const Part& part : parts_) {
      if (part.role == Part::Role::story && part.bytes.find(chart_space) != base::Bytes::npos) {
        take_from(part);
      }
    }
    if (!taken_.empty()) {
      remove();
    }
    return std::move(taken_);
  }

 private:
  Part* find(std::string_view name) {
    const auto at =
        std::find_if(parts_.begin(), parts_.end(), [&](const Part& p) { return p.name == name; });
    return at == parts_.end() ? nullptr : &*at;
  }

  std::vector<Relationship> relationships(const std::string& part) {
    const Part* relations = find(relationships_name(part));
    return relations == nullptr ? std::vector<Relationship>()
                                : read_relationships(part, relations->bytes);
  }

  void take_from(const Part& story) {
    Drawings drawings;
    gather(tree_of(story.bytes), drawings);
    const std::vector<Relationship> all = relationships(story.name);
    for (const std::string& id : drawings.tagged) {
      const Relationship* relationship = find_relationship(all, id);
      const Part* chart = relationship == nullptr ? nullptr : find(relationship->target);
      if (chart == nullptr) {
        continue;
      }
      taken_.emplace(chart_key(story.name, id), ChartTemplate{*chart, companions(*chart)});
      if (drawings.others.count(id) == 0) {
        cut_.insert(chart_key(relationships_name(story.name), id));
        leave(*chart);
      }
    }
  }

  std::vector<ChartTemplate::Companion> companions(const Part& chart) {
    std::vector<ChartTemplate::Companion> out;
    for (const Relationship& each : relationships(chart.name)) {
      const Part* part = each.is_external ? nullptr : find(each.target);
      if (part != nullptr && kind_of(each) != "package") {
        out.push_back({each, *part});
      }
    }
    return out;
  }

  // What goes unless something else refers to it.
  void leave(const Part& chart) {
    left_.insert(chart.name);
    left_.insert(relationships_name(chart.name));
    for (const Relationship& each : relationships(chart.name)) {
      left_.insert(each.target);
    }
  }

  void remove() {
    for (Part& part : parts_) {
      if (part.name.ends_with(".rels")) {
        cut_relationships(part);
      }
    }
    for (const Part& part : parts_) {
      keep_targets_of(part);
    }
    std::erase_if(parts_, [&](const Part& part) { return left_.count(part.name) != 0; });
    if (Part* types = find(types_part)) {
      cut_types(*types);
    }
  }

  void cut_relationships(Part& part) {
    const auto is_cut = [&](std::string_view id) {
      return cut_.count(chart_key(part.name, id)) != 0;
    };
    if (std::any_of(cut_.begin(), cut_.end(), [&](const std::string& key) {
          return key.starts_with(chart_key(part.name, ""));
        })) {
      part.bytes = without_relationships(part.bytes, is_cut);
    }
  }

  void keep_targets_of(const Part& part) {
    if (left_.count(relationships_name(part.name)) != 0) {
      return;
    }
    for (const Relationship& each : relationships(part.name)) {
      if (left_.erase(each.target) != 0) {
        left_.erase(relationships_name(each.target));
      }
    }
  }

  void cut_types(Part& types) {
    const pugi::xml_document tree = tree_of(types.bytes);
    for (pugi::xml_node node = tree.document_element().first_child(); node;) {
      const pugi::xml_node next = node.next_sibling();
      const std::string_view name = node.attribute("PartName").value();
      if (!name.empty() && left_.count(std::string(name.substr(1))) != 0) {
        tree.document_element().remove_child(node);
      }
      node = next;
    }
    store(tree, types);
  }

  std::vector<Part>& parts_;
  ChartTemplates taken_;
  std::set<std::string> cut_;   // relationships that go
  std::set<std::string> left_;  // parts that go
};

}  // namespace

std::string chart_key(std::string_view part, std::string_view relation) {
  return std::string(part) + '\n' + std::string(relation);
}

ChartTemplates take_charts(std::vector<Part>& parts) {
  return Taker(parts).run();
}

pugi::xml_node chart_of(pugi::xml_node properties) {
  return properties.parent().child("a:graphic").child("a:graphicData").child("c:chart");
}

}  // namespace baocao::docx
