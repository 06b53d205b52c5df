#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/limits.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace baocao::report::filter {
namespace {

using Letters = std::u32string;

Letters letters_of(const Value& value) {
  return text::code_points(printed(value));
}

// What goes at the ends: the letters of arguments[1], blanks when it is left out.
Value trimmed(Arguments arguments, bool at_start, bool at_end) {
  const Letters text = letters_of(arguments[0]);
  const Letters set = letters_of(argument(arguments, 1));
  const bool blanks = argument(arguments, 1).is_none();
  const auto goes = [&](char32_t c) {
    return blanks ? text::is_blank(c) : set.find(c) != Letters::npos;
  };
  const auto begin = at_start ? std::find_if_not(text.begin(), text.end(), goes) : text.begin();
  const auto end =
      at_end ? std::find_if_not(text.rbegin(), std::make_reverse_iterator(begin), goes).base()
             : text.end();
  return Value(text::utf8(Letters(begin, end)));
}

// Finds the tags and comments of HTML in a text.
class Tags {
 public:
  explicit Tags(const Letters& text)
      : text_(text), last_end_(text.rfind(U'>')), last_comment_end_(text.rfind(comment_end)) {}

  // Behind what begins at `at`; `at` itself where nothing does.
  std::size_t behind(std::size_t at) const {
    const bool is_comment = text_.compare(at, comment_start.size(), comment_start) == 0 &&
                            last_comment_end_ != Letters::npos && at < last_comment_end_;
    if (is_comment) {
      return text_.find(comment_end, at) + comment_end.size();
    }
    const bool is_tag = text_[at] == U'<' && last_end_ != Letters::npos && at < last_end_;
    return is_tag ? text_.find(U'>', at) + 1 : at;
  }

 private:
  static constexpr std::u32string_view comment_start = U"<!--";
  static constexpr std::u32string_view comment_end = U"-->";

  const Letters& text_;
  std::size_t last_end_;  // searched for once: a text of "<" alone is not searched from each
  std::size_t last_comment_end_;
};

std::string with_characters_of_entities(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities{
      {{"&amp;", "&"},
       {"&lt;", "<"},
       {"&gt;", ">"},
       {"&quot;", "\""},
       {"&#39;", "'"},
       {"&nbsp;", "\u00A0"}}};
  std::string out;
  while (!text.empty()) {
    const auto known = std::find_if(entities.begin(), entities.end(), [&](const auto& entity) {
      return text.starts_with(entity.first);
    });
    const bool is_entity = known != entities.end();
    out += is_entity ? known->second : text.substr(0, 1);
    text.remove_prefix(is_entity ? known->first.size() : 1);
  }
  return out;
}

}  // namespace

Result trim(Arguments arguments) {
  return trimmed(arguments, true, true);
}

Result trim_start(Arguments arguments) {
  return trimmed(arguments, true, false);
}

Result trim_end(Arguments arguments) {
  return trimmed(arguments, false, true);
}

Result replace(Arguments arguments) {
  if (arguments.size() < 3) {
    return tl::unexpected<std::string>("cần chữ cũ và chữ mới");
  }
  const std::string old = printed(arguments[1]);
  const std::string by = printed(arguments[2]);
  const std::string text = printed(arguments[0]);
  const auto most = count_of(arguments, 3, INT64_MAX);
  if (!most || old.empty()) {
    return tl::unexpected(most ? "chữ cần thay không được rỗng" : most.error());
  }
  std::string out;
  std::size_t from = 0;
  for (std::int64_t i = 0; i < *most; ++i) {
    const std::size_t at = text.find(old, from);
    if (at == std::string::npos) {
      break;
    }
    out += text.substr(from, at - from) + by;
    if (out.size() > largest_text) {
      return tl::unexpected<std::string>("kết quả dài quá mức");
    }
    from = at + old.size();
  }
  return Value(out + text.substr(from));
}

Result truncate(Arguments arguments) {
  const auto length = count_of(arguments, 1, 255);
  const auto leeway = count_of(arguments, 4, 5);
  if (!length || !leeway) {
    return tl::unexpected(length ? leeway.error() : length.error());
  }
  const Letters text = letters_of(arguments[0]);
  const Letters end = argument(arguments, 3).is_none() ? Letters(U"...") : letters_of(arguments[3]);
  const auto most = static_cast<std::size_t>(*length);
  if (most < end.size()) {
    return tl::unexpected("độ dài phải từ " + std::to_string(end.size()) +
                          ", là độ dài của chữ thêm vào cuối");
  }
  if (text.size() <= most + static_cast<std::size_t>(*leeway)) {
    return arguments[0];
  }
  Letters head = text.substr(0, most - end.size());
  if (!truthy(argument(arguments, 2))) {
    head = head.substr(0, head.rfind(U' '));
  }
  return Value(text::utf8(head + end));
}

// As Python's str.center: with an odd rest the left side gets more when the width is odd.
Result center(Arguments arguments) {
  const auto width = count_of(arguments, 1, 80);
  if (!width) {
    return tl::unexpected(width.error());
  }
  const std::string text = printed(arguments[0]);
  const std::size_t length = text::length(text);
  const auto wanted = static_cast<std::size_t>(*width);
  if (length >= wanted) {
    return Value(text);
  }
  const std::size_t rest = wanted - length;
  const std::size_t left = rest / 2 + (rest & wanted & 1U);
  return Value(std::string(left, ' ') + text + std::string(rest - left, ' '));
}

Result word_count(Arguments arguments) {
  std::int64_t count = 0;
  bool inside = false;
  for (const char32_t c : letters_of(arguments[0])) {
    const bool is_part = c == U'_' || text::is_word_letter(c);
    count += is_part && !inside ? 1 : 0;
    inside = is_part;
  }
  return Value(count);
}

// Tags and comments go, runs of blanks become one, entities their characters.
Result strip_tags(Arguments arguments) {
  const Letters text = letters_of(arguments[0]);
  const Tags tags(text);
  Letters out;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t behind = tags.behind(at); behind != at) {
      at = behind;
      continue;
    }
    const bool is_blank = text::is_blank(text[at]);
    if (!is_blank || (!out.empty() && out.back() != U' ')) {
      out += is_blank ? U' ' : text[at];
    }
    ++at;
  }
  if (!out.empty() && out.back() == U' ') {
    out.pop_back();
  }
  return Value(with_characters_of_entities(text::utf8(out)));
}

}  // namespace baocao::report::filter
