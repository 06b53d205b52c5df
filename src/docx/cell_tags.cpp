#include "docx/cell_tags.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

constexpr char opens = '\x01';
constexpr char parts = '\x02';
constexpr char closes = '\x03';

// ECMA-376 Part 1, 17.4.69: the order of the first properties of a cell.
constexpr std::array<std::string_view, 7> property_order{
    "w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd"};

std::size_t rank(std::string_view name) {
  return static_cast<std::size_t>(std::find(property_order.begin(), property_order.end(), name) -
                                  property_order.begin());
}

pugi::xml_node fresh_property(pugi::xml_node cell, const char* name) {
  pugi::xml_node properties = cell.child("w:tcPr");
  if (!properties) {
    properties = cell.prepend_child("w:tcPr");
  }
  properties.remove_child(name);
  pugi::xml_node before;
  for (const pugi::xml_node child : properties.children()) {
    before = rank(child.name()) < rank(name) ? child : before;
  }
  return before ? properties.insert_child_after(name, before) : properties.prepend_child(name);
}

void set_property(pugi::xml_node cell, Kind kind, std::uint32_t tag) {
  const unsigned columns = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
  const std::string value = tag_in_attribute(tag, columns);
  if (kind == Kind::merge_down) {
    fresh_property(cell, "w:vMerge").append_attribute("w:val") = value.c_str();
  } else if (kind == Kind::shade) {
    pugi::xml_node shade = fresh_property(cell, "w:shd");
    shade.append_attribute("w:val") = "clear";
    shade.append_attribute("w:color") = "auto";
    shade.append_attribute("w:fill") = value.c_str();
  } else {
    fresh_property(cell, "w:gridSpan").append_attribute("w:val") = value.c_str();
  }
}

bool in_loop(std::uint32_t tag, std::span<const Block> blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    return block.kind == Kind::for_block && block.tags.front() < tag && tag < block.tags.back();
  });
}

void misplaced(const Tag& tag, std::string_view place, FaultLog& log) {
  log.add(tag,
          {.code = "T562",
           .message = "thẻ " + tag.text + " chỉ dùng được " + std::string(place),
           .help = "chuyển thẻ vào đúng chỗ hoặc xóa thẻ"});
}

std::uint32_t number_in(std::string_view digits) {
  std::uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

void place_cell_tags(std::span<Tag> tags,
                     std::span<const Statement> statements,
                     std::span<const Block> blocks,
                     std::span<const pugi::xml_node> marks,
                     FaultLog& log) {
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    const Kind kind = statements[i].kind;
    if (!is_of_cell(kind)) {
      continue;
    }
    tags[i].kind = TagKind::cell;
    pugi::xml_node cell = ancestor(marks[i], "w:tc");
    const bool merges = kind == Kind::merge_down || kind == Kind::merge_across;
    if (!cell) {
      misplaced(tags[i], "trong một ô của bảng", log);
    } else if (merges && !in_loop(i, blocks)) {
      misplaced(tags[i], "trong một vòng lặp for", log);
    } else {
      set_property(cell, kind, i);
      cell.append_move(marks[i]);
    }
  }
}

CellTags cell_tags(pugi::xml_node cell, std::span<const Statement> statements) {
  CellTags tags;
  for (const pugi::xml_node mark : cell.children(mark_name)) {
    const Kind kind = statements[mark_index(mark)].kind;
    tags.merges_down = tags.merges_down || kind == Kind::merge_down;
    tags.merges_across = tags.merges_across || kind == Kind::merge_across;
  }
  return tags;
}

bool columns_may_change(pugi::xml_node table, std::span<const Statement> statements) {
  const auto widens = [&](pugi::xml_node mark) {
    const Kind kind = statements[mark_index(mark)].kind;
    return kind == Kind::span || kind == Kind::merge_across;
  };
  for (const pugi::xml_node row : table.children("w:tr")) {
    if (row.child(mark_name)) {
      return true;  // cells repeat or may be absent
    }
    for (const pugi::xml_node cell : row.children("w:tc")) {
      const auto marks = cell.children(mark_name);
      if (std::any_of(marks.begin(), marks.end(), widens)) {
        return true;
      }
    }
  }
  return false;
}

std::string tag_in_attribute(std::uint32_t tag, std::uint32_t number) {
  return opens + std::to_string(tag) + parts + std::to_string(number) + closes;
}

bool holds_tag(std::string_view attribute) {
  return attribute.find(opens) != std::string_view::npos;
}

std::vector<AttributePiece> pieces_of_attribute(std::string_view value) {
  std::vector<AttributePiece> pieces;
  while (!value.empty()) {
    const std::size_t begin = std::min(value.find(opens), value.size());
    if (begin > 0) {
      pieces.push_back({.text = value.substr(0, begin)});
    }
    value.remove_prefix(begin);
    if (value.empty()) {
      break;
    }
    const std::size_t middle = value.find(parts);
    const std::size_t end = value.find(closes);
    pieces.push_back({.is_tag = true,
                      .text = {},
                      .tag = number_in(value.substr(1, middle - 1)),
                      .number = number_in(value.substr(middle + 1, end - middle - 1))});
    value.remove_prefix(end + 1);
  }
  return pieces;
}

}  // namespace baocao::docx
