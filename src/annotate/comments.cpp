#include "annotate/comments.hpp"

#include "annotate/annotate.hpp"
#include "input/xlsx/values.hpp"
#include "package/xml.hpp"

#include <algorithm>
#include <vector>

namespace baocao::annotate {
namespace {

// Begins what we write below a comment that is not ours.
constexpr std::string_view below = "\n[baocao] ";

std::optional<Address> cell_of(pugi::xml_node comment) {
  const auto at = input::xlsx::parse_position(comment.attribute("ref").value());
  return at ? std::optional(Address(at->row, at->column)) : std::nullopt;
}

std::vector<pugi::xml_node> named(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == name) {
      found.push_back(node);
    }
  }
  return found;
}

// <text> may hold its words bare; beside runs they must be a run themselves.
void make_runs(const XmlPart& xml, pugi::xml_node text) {
  const pugi::xml_node bare = child(text, "t");
  if (!bare) {
    return;
  }
  pugi::xml_node run = text.insert_child_before((xml.prefix() + "r").c_str(), bare);
  run.append_move(bare);
}

}  // namespace

diag::Result<Comments> Comments::of(const PackageEdit& package,
                                    const std::string& part,
                                    bool strict) {
  const std::string empty =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<comments xmlns=\"" +
      spreadsheet_namespace(strict) + "\"><authors/><commentList/></comments>";
  auto xml = part.empty() ? XmlPart::parse(empty, package.file(), part) : package.parse(part);
  if (!xml) {
    return diag::Failure(std::move(xml.error()));
  }
  Comments comments;
  comments.xml_ = std::move(*xml);
  return comments;
}

pugi::xml_node Comments::section(std::string_view name) {
  const pugi::xml_node found = child(xml_->root(), name);
  return found ? found : xml_->append(xml_->root(), name);
}

std::string Comments::our_number() {
  const auto authors = named(section("authors"), "author");
  const auto found = std::find_if(authors.begin(), authors.end(), [](pugi::xml_node author) {
    return text_of(author) == comment_author;
  });
  if (found == authors.end()) {
    pugi::xml_node author = xml_->append(section("authors"), "author");
    author.append_child(pugi::node_pcdata).set_value(std::string(comment_author).c_str());
  }
  return std::to_string(found - authors.begin());
}

std::string Comments::author_of(pugi::xml_node comment) {
  const auto authors = named(section("authors"), "author");
  const auto number = comment.attribute("authorId").as_ullong();
  return number < authors.size() ? text_of(authors[number]) : std::string();
}

std::set<Address> Comments::remove_ours() {
  std::set<Address> removed;
  pugi::xml_node list = section("commentList");
  for (const pugi::xml_node comment : named(list, "comment")) {
    const auto cell = cell_of(comment);
    if (cell && author_of(comment) == comment_author) {
      removed.insert(*cell);
      list.remove_child(comment);
      continue;
    }
    pugi::xml_node text = child(comment, "text");
    for (const pugi::xml_node run : named(text, "r")) {
      if (text_of(run).starts_with(below)) {
        text.remove_child(run);
      }
    }
  }
  return removed;
}

void Comments::add_run(pugi::xml_node text, const std::string& words) const {
  const auto run = xml_->fragment(
      R"(<r><rPr><sz val="9"/><rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">)" +
      package::escaped(words) + "</t></r>");
  text.append_copy(run->document_element());
}

std::set<Address> Comments::add(const CellTexts& texts) {
  std::set<Address> added;
  const std::string number = our_number();
  std::map<Address, pugi::xml_node> there;
  for (const pugi::xml_node comment : named(section("commentList"), "comment")) {
    if (const auto cell = cell_of(comment)) {
      there.emplace(*cell, comment);
    }
  }
  for (const auto& [cell, words] : texts) {
    if (const auto found = there.find(cell); found != there.end()) {
      const bool threaded = author_of(found->second).starts_with("tc=");
      pugi::xml_node text = child(found->second, "text");
      if (!threaded && text) {
        make_runs(*xml_, text);
        add_run(text, std::string(below) + words);
      }
      continue;
    }
    pugi::xml_node comment = xml_->append(section("commentList"), "comment");
    comment.append_attribute("ref") = input::cell_name(cell.first, cell.second).c_str();
    comment.append_attribute("authorId") = number.c_str();
    add_run(xml_->append(comment, "text"), words);
    added.insert(cell);
  }
  return added;
}

}  // namespace baocao::annotate
