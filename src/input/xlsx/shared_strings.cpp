#include "input/xlsx/shared_strings.hpp"

#include "input/limits.hpp"
#include "input/xlsx/rich_text.hpp"

namespace baocao::input::xlsx {
namespace {

class Handler : public PartHandler {
 public:
  explicit Handler(SharedStrings& out) : out_(out) {}

  void start(std::string_view name, const Attributes& /*attributes*/) override {
    if (name == "si") {
      item_.clear();
    } else {
      item_.start(name);
    }
  }

  void end(std::string_view name) override {
    item_.end(name);
    if (name == "si") {
      out_.add(unescaped(item_.value()));
      if (out_.size() > max_strings) {
        refuse(over_limit("quá nhiều chuỗi ký tự", {}));
      }
    }
  }

  void text(std::string_view piece) override {
    item_.text(piece);
    if (item_.value().size() > max_token_bytes) {
      refuse(over_limit("một ô có quá nhiều chữ", {}));
    }
  }

 private:
  SharedStrings& out_;
  RichText item_;
};

}  // namespace

void SharedStrings::add(std::string_view text) {
  pool_ += text;
  ends_.push_back(pool_.size());
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
  if (index >= ends_.size()) {
    return std::nullopt;
  }
  const std::size_t from = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(pool_).substr(from, ends_[index] - from);
}

diag::Result<SharedStrings> read_shared_strings(const Source& source, const std::string& part) {
  SharedStrings strings;
  Handler handler(strings);
  if (auto parsed = parse_part(source, part, handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return strings;
}

}  // namespace baocao::input::xlsx
