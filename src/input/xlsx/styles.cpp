#include "input/xlsx/styles.hpp"

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

class Handler : public PartHandler {
 public:
  explicit Handler(Styles& out) : out_(out) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt") {
      custom_[number(attributes["numFmtId"])] = is_date_code(attributes["formatCode"]);
    } else if (name == "cellXfs") {
      in_cell_formats_ = true;
    } else if (name == "xf" && in_cell_formats_) {
      const unsigned id = number(attributes["numFmtId"]);
      const auto custom = custom_.find(id);
      out_.add(custom != custom_.end() ? custom->second : is_builtin_date(id));
    }
  }

  void end(std::string_view name) override {
    in_cell_formats_ = in_cell_formats_ && name != "cellXfs";
  }

 private:
  Styles& out_;
  std::map<unsigned, bool> custom_;
  bool in_cell_formats_ = false;
};

}  // namespace

bool is_builtin_date(unsigned id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

bool is_date_code(std::string_view code) {
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    const std::string_view rest = code.substr(i + 1);
    if (c == '[' && is_elapsed_time(rest.substr(0, rest.find(']')))) {
      return true;
    }
    if (c == '[' || c == '"') {
      i += std::min(rest.find(c == '[' ? ']' : '"'), rest.size()) + 1;
    } else if (is_one_of(c, "\\_*")) {
      ++i;  // the next character is shown, not obeyed
    } else if (is_one_of(c, "ymdhsYMDHS")) {
      return true;
    }
  }
  return false;
}

diag::Result<Styles> read_styles(const Source& source, const std::string& part) {
  Styles styles;
  Handler handler(styles);
  if (auto parsed = parse_part(source, part, handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return styles;
}

}  // namespace baocao::input::xlsx
