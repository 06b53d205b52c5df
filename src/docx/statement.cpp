#include "docx/statement.hpp"

#include "expr/parser.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace baocao::docx {
namespace {

using Kind = StatementKind;

constexpr std::array<std::pair<std::string_view, Kind>, 16> words{{{"if", Kind::if_block},
                                                                   {"elif", Kind::elif},
                                                                   {"else", Kind::otherwise},
                                                                   {"endif", Kind::endif},
                                                                   {"for", Kind::for_block},
                                                                   {"endfor", Kind::endfor},
                                                                   {"set", Kind::set},
                                                                   {"endset", Kind::endset},
                                                                   {"with", Kind::with},
                                                                   {"endwith", Kind::endwith},
                                                                   {"section", Kind::section},
                                                                   {"endsection", Kind::endsection},
                                                                   {"vm", Kind::merge_down},
                                                                   {"hm", Kind::merge_across},
                                                                   {"colspan", Kind::span},
                                                                   {"cellbg", Kind::shade}}};

bool is_name_byte(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return letter || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Reads the text of a statement from left to right.
class Reader {
 public:
  explicit Reader(const Tag& tag) : tag_(tag), at_(tag.body_begin) {}

  std::string word() {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < end() && is_name_byte(tag_.text[at_])) {
      ++at_;
    }
    return tag_.text.substr(begin, at_ - begin);
  }

  bool accept(std::string_view sign) {
    skip_blanks();
    const bool there = rest().substr(0, sign.size()) == sign;
    at_ += there ? sign.size() : 0U;
    return there;
  }

  std::string_view rest() {
    skip_blanks();
    return std::string_view(tag_.text).substr(at_, end() - at_);
  }

  std::size_t position() const { return at_; }

  void skip(std::size_t bytes) { at_ += bytes; }

 private:
  void skip_blanks() {
    while (at_ < end() && tag_.text[at_] == ' ') {
      ++at_;
    }
  }

  std::size_t end() const { return tag_.body_begin + tag_.body_length; }

  const Tag& tag_;
  std::size_t at_;
};

expr::Location behind_begin(std::size_t begin, expr::Location where) {
  return {static_cast<std::uint32_t>(begin) + where.offset, where.length};
}

void wrong_expression(const Tag& tag, std::size_t begin, expr::ParseError error, FaultLog& log) {
  log.add(tag,
          {.code = "T554",
           .message = std::move(error.message),
           .where = behind_begin(begin, error.where)});
}

Formula parse_rest(Reader& reader, const Tag& tag, FaultLog& log) {
  Formula formula{nullptr, reader.position()};
  auto tree = expr::parse(reader.rest(), expr::Dialect::jinja);
  if (tree) {
    formula.tree = std::move(*tree);
  } else {
    wrong_expression(tag, formula.begin, std::move(tree.error()), log);
  }
  return formula;
}

// "1, 2" behind "set a, b =": as if it stood in brackets, which have the place of the blank or sign
// before it.
Formula parse_values(Reader& reader, const Tag& tag, FaultLog& log) {
  const std::string source = "(" + std::string(reader.rest()) + ")";
  Formula formula{nullptr, reader.position() - 1};
  auto tree = expr::parse(source, expr::Dialect::jinja);
  if (tree) {
    formula.tree = std::move(*tree);
  } else {
    wrong_expression(tag, formula.begin, std::move(tree.error()), log);
  }
  return formula;
}

// An expression and what follows it, a comma or the end.
Formula parse_first(Reader& reader, const Tag& tag, FaultLog& log) {
  const std::string_view source = reader.rest();
  Formula formula{nullptr, reader.position()};
  std::size_t end = 0;
  auto tree = expr::parse_prefix(source, end, expr::Dialect::jinja);
  if (tree) {
    formula.tree = std::move(*tree);
    reader.skip(end);
  } else {
    wrong_expression(tag, formula.begin, std::move(tree.error()), log);
    reader.skip(source.size());
  }
  return formula;
}

void malformed(const Tag& tag, const Reader& reader, std::string expected, FaultLog& log) {
  const auto at = static_cast<std::uint32_t>(reader.position());
  log.add(tag,
          {.code = "T553",
           .message = "thẻ viết chưa đúng, cần " + std::move(expected),
           .where = expr::Location{at, 1}});
}

std::optional<std::vector<std::string>> read_targets(Reader& reader) {
  std::vector<std::string> targets;
  do {
    targets.push_back(reader.word());
    const std::string& name = targets.back();
    if (name.empty() || (name.front() >= '0' && name.front() <= '9')) {
      return std::nullopt;
    }
  } while (reader.accept(","));
  return targets;
}

// "for x in xs if x.a": the expression language reads "xs if x.a" as one expression without an
// else; here it is a list and a filter.
void split_filter(Statement& statement) {
  expr::NodePtr& tree = statement.formula.tree;
  if (!tree || tree->kind != expr::Kind::conditional || tree->children[2]) {
    return;
  }
  statement.filter = {std::move(tree->children[1]), statement.formula.begin};
  tree = expr::NodePtr(std::move(tree->children[0]));
}

void parse_for(Reader& reader, const Tag& tag, FaultLog& log, Statement& statement) {
  auto targets = read_targets(reader);
  if (!targets) {
    malformed(tag, reader, "một tên sau \"for\": {% for x in danh_sach %}", log);
    return;
  }
  statement.targets = std::move(*targets);
  if (reader.word() != "in") {
    malformed(tag, reader, "chữ \"in\": {% for x in danh_sach %}", log);
    return;
  }
  statement.formula = parse_rest(reader, tag, log);
  split_filter(statement);
}

void parse_set(Reader& reader, const Tag& tag, FaultLog& log, Statement& statement) {
  auto targets = read_targets(reader);
  if (!targets) {
    malformed(tag, reader, "một tên sau \"set\": {% set x = … %}", log);
    return;
  }
  statement.targets = std::move(*targets);
  const bool has_one = statement.targets.size() == 1;
  if (has_one && reader.accept(".")) {
    statement.kind = Kind::set_entry;
    statement.targets.push_back(reader.word());
  } else if (has_one && reader.rest().empty()) {
    statement.kind = Kind::set_block;
    return;
  }
  if (!reader.accept("=")) {
    malformed(tag, reader, "dấu \"=\": {% set x = … %}", log);
    return;
  }
  statement.formula = has_one ? parse_rest(reader, tag, log) : parse_values(reader, tag, log);
}

void parse_with(Reader& reader, const Tag& tag, FaultLog& log, Statement& statement) {
  do {
    statement.targets.push_back(reader.word());
    if (statement.targets.back().empty() || !reader.accept("=")) {
      malformed(tag, reader, "tên và giá trị: {% with x = … %}", log);
      return;
    }
    statement.values.push_back(parse_first(reader, tag, log));
  } while (reader.accept(","));
}

void expect_nothing_more(Reader& reader, const Tag& tag, FaultLog& log) {
  if (!reader.rest().empty()) {
    malformed(tag, reader, "kết thúc thẻ ở đây", log);
  }
}

void parse_section(Reader& reader, const Tag& tag, FaultLog& log, Statement& statement) {
  statement.targets = {reader.word()};
  if (statement.targets[0] != "landscape" && statement.targets[0] != "portrait") {
    malformed(tag, reader, "{% section landscape %} hoặc {% section portrait %}", log);
  } else {
    expect_nothing_more(reader, tag, log);
  }
}

// What to write instead of a statement of Jinja2 that templates of documents do without.
std::string instead_of(std::string_view word) {
  constexpr std::string_view inserted =
      "chèn cả một văn bản Word bằng {{p x }}, dữ liệu {\"docx\": \"tệp.docx\"}";
  constexpr std::string_view chosen = "chọn phần tử ngay ở thẻ lặp: {% for x in ds if … %}";
  constexpr std::string_view written =
      "viết nội dung tại chỗ, hoặc đặt tên cho nó: {% set x %} … {% endset %}";
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> known{
      {{"raw", "in nguyên dấu của thẻ thì viết {_{ … }_} hoặc {_% … %_}"},
       {"macro", written},
       {"call", written},
       {"filter", "đặt bộ lọc ở từng giá trị: {{ x | bộ_lọc }}"},
       {"include", inserted},
       {"import", inserted},
       {"from", inserted},
       {"extends", inserted},
       {"block", inserted},
       {"break", chosen},
       {"continue", chosen},
       {"do", "dùng {% set … %}"},
       {"autoescape", "bỏ thẻ này: giá trị nào cũng được viết đúng thành chữ"}}};
  word.remove_prefix(word.starts_with("end") ? 3 : 0);
  const auto at =
      std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == word; });
  return at == known.end() ? std::string() : std::string(at->second);
}

void unknown_word(const Tag& tag, const std::string& word, FaultLog& log) {
  const std::string instead = instead_of(word);
  std::vector<std::string> known;
  known.reserve(words.size());
  for (const auto& entry : words) {
    known.emplace_back(entry.first);
  }
  const auto near = text::nearest(word, known);
  log.add(tag,
          {.code = "T552",
           .message = word.empty() ? "thẻ lệnh trống, cần if, for, set…"
                                   : "không có lệnh \"" + word + "\"",
           .help = !instead.empty() ? instead
                   : near           ? "ý bạn là \"" + *near + "\"?"
                          : "dùng if, elif, else, endif, for, endfor, set, with, section, vm, hm, "
                            "colspan hoặc cellbg"});
}

}  // namespace

Statement parse_statement(const Tag& tag, FaultLog& log) {
  Reader reader(tag);
  const std::string word = reader.word();
  const auto known =
      std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.first == word; });
  Statement statement;
  if (known == words.end()) {
    unknown_word(tag, word, log);
    return statement;
  }
  statement.kind = known->second;
  switch (statement.kind) {
    case Kind::if_block:
    case Kind::elif:
      statement.formula = parse_rest(reader, tag, log);
      break;
    case Kind::for_block:
      parse_for(reader, tag, log, statement);
      break;
    case Kind::set:
      parse_set(reader, tag, log, statement);
      break;
    case Kind::with:
      parse_with(reader, tag, log, statement);
      break;
    case Kind::section:
      parse_section(reader, tag, log, statement);
      break;
    case Kind::span:
    case Kind::shade:
      statement.formula = parse_rest(reader, tag, log);
      break;
    case Kind::merge_down:
      if (!reader.rest().empty()) {
        statement.formula = parse_rest(reader, tag, log);
      }
      break;
    default:
      expect_nothing_more(reader, tag, log);
  }
  return statement;
}

Formula parse_value(const Tag& tag, FaultLog& log) {
  Reader reader(tag);
  return parse_rest(reader, tag, log);
}

}  // namespace baocao::docx
