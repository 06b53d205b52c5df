#include "schema/read_field.hpp"

#include "text/suggest.hpp"

#include <array>
#include <utility>

namespace baocao::schema {
namespace {

constexpr std::size_t most_words_of_a_set = 64;

constexpr std::array<std::pair<std::string_view, Type>, 9> types = {{{"text", Type::text},
                                                                     {"name", Type::name},
                                                                     {"number", Type::number},
                                                                     {"boolean", Type::boolean},
                                                                     {"date", Type::date},
                                                                     {"code", Type::code},
                                                                     {"codes", Type::codes},
                                                                     {"id", Type::id},
                                                                     {"unit", Type::unit}}};

std::string or_nothing(const std::optional<std::string>& guess, const std::string& otherwise) {
  return guess ? "ý bạn là \"" + *guess + "\"?" : otherwise;
}

Type read_type(config::Fields& fields) {
  const std::string name = fields.string("type");
  std::vector<std::string> known;
  for (const auto& [word, type] : types) {
    if (word == name) {
      return type;
    }
    known.emplace_back(word);
  }
  fields.fault("E401",
               "type",
               "kiểu \"" + name + "\" không có",
               or_nothing(text::nearest(name, known),
                          "dùng text, name, number, boolean, date, code, codes, id hoặc unit"));
  return Type::text;
}

const CodeList* find_list(config::Fields& fields,
                          std::string_view key,
                          const std::string& name,
                          const CodeLists& lists) {
  std::vector<std::string> known;
  for (const auto& list : lists) {
    known.push_back(list->name);
    if (list->name == name) {
      return list.get();
    }
  }
  fields.fault("E401",
               key,
               "không có danh mục mã \"" + name + "\"",
               or_nothing(text::nearest(name, known), "thêm tệp codes/" + name + ".toml"));
  return nullptr;
}

void read_code_list(config::Fields& fields, Field& field, const CodeLists& lists) {
  const auto name = fields.optional_string("codes");
  const bool coded = field.type == Type::code || field.type == Type::codes;
  if (coded != name.has_value()) {
    fields.fault("E401",
                 "codes",
                 coded ? "trường \"" + field.key + "\" thiếu danh mục mã"
                       : "trường \"" + field.key + "\" không dùng danh mục mã",
                 "khóa codes đi với kiểu code hoặc codes, và chỉ với hai kiểu ấy");
    return;
  }
  if (!name) {
    return;
  }
  field.codes = find_list(fields, "codes", *name, lists);
  if (field.codes != nullptr && field.type == Type::codes &&
      field.codes->words.size() > most_words_of_a_set) {
    fields.fault("E401",
                 "codes",
                 "danh mục \"" + *name + "\" có quá 64 từ, không dùng được cho kiểu codes",
                 "gộp bớt các từ, hoặc dùng kiểu code");
  }
}

bool read_blank(config::Fields& fields, const Field& field) {
  const auto blank = fields.optional_string("blank");
  if (!blank) {
    return false;
  }
  if (*blank != "no" || field.type != Type::boolean) {
    fields.fault("E401",
                 "blank",
                 "khóa blank chỉ nhận \"no\" và chỉ dùng cho kiểu boolean",
                 "ghi blank = \"no\", hoặc xóa khóa này");
  }
  return true;
}

// years = "1935-2015"
std::optional<Years> read_years(config::Fields& fields, const Field& field) {
  const auto text = fields.optional_string("years");
  if (!text) {
    return std::nullopt;
  }
  constexpr std::size_t digits = 4;
  const bool two_years = text->size() == 2 * digits + 1 && text->find('-') == digits &&
                         text->find_first_not_of("0123456789", digits + 1) == std::string::npos &&
                         text->find_first_not_of("0123456789") == digits;
  const Years years =
      two_years ? Years{std::stoi(*text), std::stoi(text->substr(digits + 1))} : Years{};
  constexpr int century = 100;
  if (field.type != Type::date || years.first >= years.last ||
      years.last - years.first >= century) {
    fields.fault("E401",
                 "years",
                 "khóa years chỉ dùng cho kiểu date và phải là khoảng ngắn hơn 100 năm",
                 "ghi theo mẫu: years = \"1935-2015\"");
    return std::nullopt;
  }
  return years;
}

std::optional<Cap> read_cap(config::Fields& fields, const Field& field, diag::Sink& sink) {
  const config::Node* node = fields.table("cap");
  if (node == nullptr) {
    return std::nullopt;
  }
  config::Fields table(*node, fields.file(), "cap của trường \"" + field.key + "\"", sink);
  Cap cap{.word = table.string("word"),
          .of = table.string("of"),
          .percent = table.integer("percent"),
          .by = table.strings("by"),
          .by_person = table.optional_strings("by_person")};
  table.finish();
  for (const std::string& word : {cap.word, cap.of}) {
    if (field.codes == nullptr || !field.codes->find_key(word)) {
      table.fault("E401", "word", "danh mục không có từ \"" + word + "\"", "ghi đúng khóa của từ");
    }
  }
  return cap;
}

}  // namespace

std::vector<std::vector<std::string>> read_lists(config::Fields& fields, std::string_view key) {
  std::vector<std::vector<std::string>> lists;
  const config::Node* node = fields.node(key);
  const auto* outer = node == nullptr ? nullptr : node->as<config::Array>();
  bool sound = node == nullptr || outer != nullptr;
  for (std::size_t i = 0; outer != nullptr && i < outer->size(); ++i) {
    const auto* inner = (*outer)[i].as<config::Array>();
    sound = sound && inner != nullptr;
    lists.emplace_back();
    for (std::size_t j = 0; inner != nullptr && j < inner->size(); ++j) {
      const auto* text = (*inner)[j].as<std::string>();
      sound = sound && text != nullptr;
      lists.back().push_back(text == nullptr ? "" : *text);
    }
  }
  if (!sound) {
    fields.fault("E401",
                 key,
                 "khóa \"" + std::string(key) + "\" phải là danh sách của các danh sách chữ",
                 "ghi theo mẫu: " + std::string(key) + " = [[\"…\"], [\"…\", \"…\"]]");
  }
  return lists;
}

Field read_field(config::Fields& fields, const CodeLists& lists, diag::Sink& sink) {
  Field field;
  field.key = fields.string("key");
  field.label = fields.string("label");
  field.type = read_type(fields);
  read_code_list(fields, field, lists);
  field.headers = fields.strings("headers");
  field.required = fields.optional_boolean("required").value_or(false);
  field.example = fields.optional_string("example").value_or("");
  field.years = read_years(fields, field);
  field.blank_is_no = read_blank(fields, field);
  field.parts = read_lists(fields, "parts");
  field.split_by = fields.optional_string("split_by").value_or("");
  field.bare_words = fields.optional_boolean("bare_words").value_or(false);
  field.from_groups = fields.optional_boolean("from_groups").value_or(false);
  field.tells_birth = fields.optional_string("tells_birth").value_or("");
  field.tells_sex = fields.optional_string("tells_sex").value_or("");
  if (const auto list = fields.optional_string("tells_place")) {
    field.tells_place = find_list(fields, "tells_place", *list, lists);
  }
  field.cap = read_cap(fields, field, sink);
  fields.finish();
  return field;
}

}  // namespace baocao::schema
