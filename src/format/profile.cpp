#include "format/profile.hpp"

#include "base/file.hpp"
#include "config/fields.hpp"
#include "format/lengths.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

using config::Fields;

constexpr std::array<std::string_view, element_count> element_keys{
    "title",    "motto",          "superior",        "issuer",     "number",    "date",
    "type",     "subject",        "letter_subject",  "addressee",  "body",      "authority",
    "post",     "lone_post",      "signer",          "recipients", "recipient", "page_number",
    "appendix", "appendix_title", "appendix_source", "urgency"};

// The profile's tables, each read with its place in the file.
class Reader {
 public:
  Reader(const config::Node& root, std::string file, diag::Sink& sink)
      : root_(root, file, "hồ sơ thể thức", sink), file_(std::move(file)), sink_(sink) {}

  Profile read() {
    Profile out;
    out.id = root_.string("id");
    out.name = root_.string("name");
    out.law = root_.string("law");
    out.kind = root_.string("kind") == "party" ? Kind::party : Kind::state;
    out.font = root_.string("font");
    with("page", [&](Fields& from) { out.page = page(from); });
    with("body", [&](Fields& from) { out.body = body(from); });
    with("letters", [&](Fields& from) { letters(from, out); });
    with("header", [&](Fields& from) { header(from, out); });
    with("ending", [&](Fields& from) { ending(from, out); });
    with("words", [&](Fields& from) { words(from, out); });
    with("types", [&](Fields& from) {
      for (const std::string& key : from.keys()) {
        out.types.push_back({key, from.string(key)});
      }
    });
    for (const config::Node* node : root_.tables("rule")) {
      out.rules.push_back(rule(*node));
    }
    root_.finish();
    return out;
  }

 private:
  template <class Take>
  void with(std::string_view key, Take take) {
    const config::Node* node = root_.table(key);
    if (node == nullptr) {
      root_.fault("J103",
                  key,
                  "thiếu mục [" + std::string(key) + "]",
                  "xem mục ấy trong một hồ sơ khác ở templates/format");
      return;
    }
    Fields from(*node, file_, "[" + std::string(key) + "]", sink_);
    take(from);
    from.finish();
  }

  // [low, high], or one number for both; `scale` turns the numbers into the unit wanted.
  Range range(Fields& from, std::string_view key, base::Ratio scale) {
    const config::Node* node = from.node(key);
    const auto* list = node == nullptr ? nullptr : node->as<config::Array>();
    const auto low = list == nullptr ? number(node) : bound(*list, 0);
    const auto high = list == nullptr ? low : bound(*list, 1);
    if (!low || !high || (list != nullptr && list->size() != 2)) {
      from.fault("J104",
                 key,
                 "\"" + std::string(key) + "\" phải là một số hoặc hai số [ít nhất, nhiều nhất]",
                 "ví dụ: " + std::string(key) + " = [14, 15]");
      return {};
    }
    return {rounded(*low * scale), rounded(*high * scale)};
  }

  static std::optional<base::Ratio> bound(const config::Array& list, std::size_t i) {
    return i < list.size() ? number(&list[i]) : std::nullopt;
  }

  static std::optional<base::Ratio> number(const config::Node* node) {
    if (node == nullptr) {
      return std::nullopt;
    }
    if (const auto* whole = node->as<std::int64_t>()) {
      return base::Ratio(*whole);
    }
    const auto* decimal = node->as<config::Node::Number>();
    return decimal == nullptr ? std::nullopt : base::Ratio::parse(decimal->text);
  }

  static int rounded(const base::Ratio& value) {
    return static_cast<int>((value + base::Ratio(1, 2)).floor());
  }

  int length(Fields& from, std::string_view key) { return range(from, key, mm).low; }

  Page page(Fields& from) {
    return {.width = length(from, "width"),
            .height = length(from, "height"),
            .top = range(from, "top", mm),
            .bottom = range(from, "bottom", mm),
            .left = range(from, "left", mm),
            .right = range(from, "right", mm),
            .number_from_top = length(from, "number_from_top")};
  }

  Body body(Fields& from) {
    Body out;
    out.first_line = range(from, "first_line", mm);
    out.gap = range(from, "gap", twips_per_point).low;
    out.exact_lines = from.optional_boolean("exact_lines").value_or(false);
    out.line = range(from, "line", out.exact_lines ? twips_per_point : twips_per_line);
    return out;
  }

  void letters(Fields& from, Profile& out) {
    for (const std::string& key : from.keys()) {
      const auto at = std::find(element_keys.begin(), element_keys.end(), key);
      const config::Node* node = from.table(key);
      if (at == element_keys.end() || node == nullptr) {
        from.fault("J102", key, "không có thành phần thể thức \"" + key + "\"", suggestion(key));
        continue;
      }
      Fields one(*node, file_, "[letters." + key + "]", sink_);
      out.letters[static_cast<std::size_t>(at - element_keys.begin())] = letters_of(one);
      one.finish();
    }
  }

  static std::string suggestion(const std::string& key) {
    const std::vector<std::string> known(element_keys.begin(), element_keys.end());
    const auto guess = text::nearest(key, known);
    return guess ? "ý bạn là \"" + *guess + "\"?" : "xem các tên trong hồ sơ khác";
  }

  Letters letters_of(Fields& from) {
    const auto is = [&](std::string_view key) {
      return from.optional_boolean(key).value_or(false);
    };
    Letters out;
    out.name = from.string("name");
    out.size = range(from, "size", 2);
    out.bold = is("bold");
    out.italic = is("italic");
    out.underlined = is("underlined");
    out.upper = is("upper");
    out.align = align(from);
    return out;
  }

  static std::optional<Align> align(Fields& from) {
    static constexpr std::array<std::string_view, 4> names{"left", "center", "right", "both"};
    const auto word = from.optional_string("align");
    const auto at = word ? std::find(names.begin(), names.end(), *word) : names.end();
    if (word && at == names.end()) {
      from.fault(
          "J104", "align", "\"" + *word + "\" không phải cách căn", "left, center, right, both");
    }
    return at == names.end() ? std::nullopt
                             : std::optional<Align>(static_cast<Align>(at - names.begin()));
  }

  static void header(Fields& from, Profile& out) {
    out.title = from.string("title");
    out.motto = from.optional_string("motto").value_or("");
    out.star = from.optional_string("star").value_or("");
    out.separator = from.optional_string("separator").value_or("");
    out.number_form = from.string("number");
    out.request_word = from.string("request_word");
    out.letter_word = from.string("letter_word");
    out.urgency = from.optional_strings("urgency");
    out.secrecy = from.optional_strings("secrecy");
  }

  static void ending(Fields& from, Profile& out) {
    out.authorities = from.strings("authorities");
    out.deputy_for = from.string("deputy_for");
    out.committees = from.optional_strings("committees");
    const auto mark = [&](std::string_view key, char otherwise) {
      const std::string word = from.string(key);
      return word.size() == 1 ? word.front() : otherwise;
    };
    out.recipient_end = mark("recipient_end", ';');
    out.recipient_last = mark("recipient_last", '.');
  }

  static void words(Fields& from, Profile& out) {
    out.heading = from.string("heading");
    out.new_tones = from.string("tones") == "new";
    out.abolished = from.strings("abolished");
    out.abolished_since = from.date("abolished_since");
    out.abolished_symbols = from.optional_strings("abolished_symbols");
  }

  Rule rule(const config::Node& node) {
    Fields from(node, file_, "[[rule]]", sink_);
    Rule out{from.string("code"), from.string("says"), from.string("law"), from.string("sure"), {}};
    const std::string severity = from.string("severity");
    out.severity = severity == "error"     ? diag::Severity::error
                   : severity == "warning" ? diag::Severity::warning
                                           : diag::Severity::note;
    from.finish();
    return out;
  }

  static inline const base::Ratio mm{7200, 127};  // in twips

  Fields root_;
  std::string file_;
  diag::Sink& sink_;
};

diag::Failure no_profile(const std::filesystem::path& templates, const std::string& id) {
  const std::vector<std::string> known = profile_ids(templates);
  std::string list;
  for (const std::string& each : known) {
    list += (list.empty() ? "" : ", ") + each;
  }
  const auto guess = text::nearest(id, known);
  return diag::Failure({.code = "D901",
                        .message = "không có hồ sơ thể thức \"" + id + "\"",
                        .help = guess ? "ý bạn là \"" + *guess + "\"?" : "các hồ sơ có: " + list});
}

}  // namespace

const Letters* Profile::letters_of(Element element) const {
  const auto& found = letters[static_cast<std::size_t>(element)];
  return found ? &*found : nullptr;
}

const Rule* Profile::rule(std::string_view code) const {
  const auto at =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.code == code; });
  return at == rules.end() ? nullptr : &*at;
}

std::vector<std::string> profile_ids(const std::filesystem::path& templates) {
  std::vector<std::string> ids = base::glob(templates / "format", "*.toml");
  for (std::string& id : ids) {
    id = std::filesystem::path(id).stem().string();
  }
  return ids;
}

diag::Result<Profile> load_profile(const std::filesystem::path& templates,
                                   const std::string& id,
                                   diag::Sink& sink) {
  const std::vector<std::string> known = profile_ids(templates);
  const std::filesystem::path path = templates / "format" / (id + ".toml");
  const auto bytes =
      std::find(known.begin(), known.end(), id) == known.end()
          ? tl::expected<base::Bytes, base::FileError>(tl::unexpect, base::FileError{})
          : base::read_file(path);
  if (!bytes) {
    return no_profile(templates, id);
  }
  const auto root = config::parse(*bytes, path.generic_string());
  if (!root) {
    sink.add(root.error());
    return tl::unexpected(root.error());
  }
  Profile profile = Reader(*root, path.generic_string(), sink).read();
  if (const auto fault = sink.first_error()) {
    return tl::unexpected(*fault);
  }
  return profile;
}

}  // namespace baocao::format
