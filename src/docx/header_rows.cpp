#include "docx/header_rows.hpp"

#include <algorithm>
#include <vector>

namespace baocao::docx {
namespace {

constexpr std::size_t most_header_rows = 3;

bool has_header_row(pugi::xml_node table) {
  const auto rows = table.children("w:tr");
  return std::any_of(rows.begin(), rows.end(), [](pugi::xml_node row) {
    return static_cast<bool>(row.child("w:trPr").child("w:tblHeader"));
  });
}

// The rows before the first loop; none when something else stands there.
std::vector<pugi::xml_node> rows_before_loop(pugi::xml_node table,
                                             std::span<const Statement> statements) {
  std::vector<pugi::xml_node> rows;
  for (const pugi::xml_node node : table.children()) {
    if (is(node, "w:tr")) {
      rows.push_back(node);
    } else if (is_mark(node)) {
      const bool is_loop = statements[mark_index(node)].kind == StatementKind::for_block;
      return is_loop ? rows : std::vector<pugi::xml_node>();
    }
  }
  return {};
}

void mark_as_header(pugi::xml_node row) {
  pugi::xml_node properties = row.child("w:trPr");
  if (!properties) {
    const pugi::xml_node exceptions = row.child("w:tblPrEx");
    properties =
        exceptions ? row.insert_child_after("w:trPr", exceptions) : row.prepend_child("w:trPr");
  }
  properties.append_child("w:tblHeader");
}

}  // namespace

void repeat_header_rows(pugi::xml_node root, std::span<const Statement> statements) {
  for (const pugi::xml_node node : root.children()) {
    repeat_header_rows(node, statements);
  }
  if (!is(root, "w:tbl") || has_header_row(root)) {
    return;
  }
  const std::vector<pugi::xml_node> rows = rows_before_loop(root, statements);
  if (rows.size() <= most_header_rows) {
    std::for_each(rows.begin(), rows.end(), mark_as_header);
  }
}

}  // namespace baocao::docx
