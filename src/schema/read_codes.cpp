#include "schema/read_codes.hpp"

#include "config/fields.hpp"
#include "text/keys.hpp"

namespace baocao::schema {
namespace {

using WordMap = std::map<std::string, std::uint16_t, std::less<>>;

CodeWord read_word(config::Fields& fields) {
  CodeWord word;
  word.key = fields.string("key");
  word.label = fields.string("label");
  word.variants = fields.optional_strings("variants");
  word.aliases = fields.optional_strings("aliases");
  word.starts = fields.optional_strings("starts");
  return word;
}

// Puts the texts of one word under their keys. A text of two words would be read as either.
class WordIndex {
 public:
  WordIndex(const CodeList& list, config::Fields& fields, std::uint16_t word)
      : list_(list), fields_(fields), word_(word) {}

  void add(WordMap& map, std::string_view key, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      const auto [at, is_new] = map.try_emplace(text::code_key(text), word_);
      if (!is_new && at->second != word_) {
        fields_.fault("E402",
                      key,
                      "\"" + text + "\" vừa là \"" + list_.words[at->second].label +
                          "\" vừa là \"" + list_.words[word_].label + "\"",
                      "bỏ một trong hai để mỗi cách viết chỉ có một nghĩa");
      }
    }
  }

 private:
  const CodeList& list_;
  config::Fields& fields_;
  std::uint16_t word_;
};

void add_word(CodeList& list, config::Fields& fields) {
  const auto number = static_cast<std::uint16_t>(list.words.size());
  list.words.push_back(read_word(fields));
  CodeWord& word = list.words.back();
  if (list.ordered) {
    word.rank = number;
  }
  WordIndex index(list, fields, number);
  index.add(list.by_code_key, "key", {word.key, word.label});
  index.add(list.by_code_key, "variants", word.variants);
  index.add(list.by_alias_key, "aliases", word.aliases);
  index.add(list.by_start_key, "starts", word.starts);
}

}  // namespace

std::unique_ptr<CodeList> read_codes(const config::Node& root,
                                     const std::string& name,
                                     const std::string& file,
                                     diag::Sink& sink) {
  config::Fields fields(root, file, "danh mục \"" + name + "\"", sink);
  auto list = std::make_unique<CodeList>();
  list->name = name;
  list->label = fields.string("label");
  list->ordered = fields.optional_boolean("ordered").value_or(false);
  list->unattained = fields.optional_strings("unattained");
  list->phrases = fields.optional_strings("phrases");
  list->tails = fields.optional_strings("tails");
  for (const config::Node* node : fields.tables("word")) {
    config::Fields word(*node, file, "[[word]]", sink);
    add_word(*list, word);
    word.finish();
  }
  if (list->words.empty()) {
    fields.fault("E401", "word", "danh mục \"" + name + "\" không có từ nào", "thêm mục [[word]]");
  }
  fields.finish();
  return list;
}

}  // namespace baocao::schema
