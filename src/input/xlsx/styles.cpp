#include "input/xlsx/styles.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace baocao::input::xlsx {
namespace {

unsigned number(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_one_of(char c, std::string_view letters) {
  return letters.find(c) != std::string_view::npos;
}

// "[h]", "[mm]": time that runs on past a day. Not "[Red]", "[$-42A]", "[>=100]".
bool is_elapsed_time(std::string_view inner) {
  return !inner.empty() && is_one_of(inner.front(), "hmsHMS") &&
         inner.find_first_not_of(inner.front()) == std::string_view::npos;
}

// One step of a format code; `is_date` when it stands for a day or a time.
struct Token {
  std::size_t size = 1;
  bool is_date = false;
};

Token token_at(std::string_view code) {
  const char c = code.front();
  const std::string_view rest = code.substr(1);
  if (c == '[' || c == '"') {
    const std::size_t inner = std::min(rest.find(c == '[' ? ']' : '"'), rest.size());
    return {inner + 2, c == '[' && is_elapsed_time(rest.substr(0, inner))};
  }
  if (is_one_of(c, "\\_*")) {
    return {2};  // the next character is shown, not obeyed
  }
  return {1, is_one_of(c, "ymdhsYMDHS")};
}

class Handler : public PartHandler {
 public:
  Handler(Styles& out, Fonts& fonts) : out_(out), fonts_(fonts) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt") {
      custom_[number(attributes["numFmtId"])] = date_format(attributes["formatCode"]);
    } else if (name == "fonts" || name == "cellXfs") {
      list_ = name;
    } else if (name == "font" && list_ == "fonts") {
      font_numbers_.push_back(0);
    } else if (name == "name" && list_ == "fonts" && !font_numbers_.empty()) {
      font_numbers_.back() = fonts_.number_of(attributes["val"]);
    } else if (name == "xf" && list_ == "cellXfs") {
      out_.add(
          {date_format_of(number(attributes["numFmtId"])), font_of(number(attributes["fontId"]))});
    }
  }

  void end(std::string_view name) override {
    if (name == list_) {
      list_.clear();
    }
  }

 private:
  DateFormat date_format_of(unsigned id) const {
    const auto custom = custom_.find(id);
    return custom != custom_.end() ? custom->second : builtin_date_format(id);
  }

  std::uint8_t font_of(std::size_t id) const {
    return id < font_numbers_.size() ? font_numbers_[id] : std::uint8_t{0};
  }

  Styles& out_;
  Fonts& fonts_;
  std::map<unsigned, DateFormat> custom_;
  std::vector<std::uint8_t> font_numbers_;  // by index in <fonts>
  std::string list_;                        // the list of the part that is being read
};

}  // namespace

DateFormat builtin_date_format(unsigned id) {
  const bool is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                       (id >= 50 && id <= 58);
  const bool hides_day = (id >= 17 && id <= 21) || (id >= 45 && id <= 47);  // mmm-yy, times
  return {is_date, hides_day};
}

DateFormat date_format(std::string_view code) {
  DateFormat format;
  bool shows_day = false;
  while (!code.empty() && code.front() != ';') {
    const Token token = token_at(code);
    format.is_date = format.is_date || token.is_date;
    shows_day = shows_day || (token.is_date && is_one_of(code.front(), "dD"));
    code.remove_prefix(std::min(token.size, code.size()));
  }
  format.hides_day = format.is_date && !shows_day;
  return format;
}

diag::Result<Styles> read_styles(const Source& source, const std::string& part, Fonts& fonts) {
  Styles styles;
  Handler handler(styles, fonts);
  if (auto parsed = parse_part(source, part, handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return styles;
}

}  // namespace baocao::input::xlsx
