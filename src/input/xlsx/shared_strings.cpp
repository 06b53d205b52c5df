#include "input/xlsx/shared_strings.hpp"

#include "input/limits.hpp"
#include "input/xlsx/rich_text.hpp"

namespace baocao::input::xlsx {
namespace {

class Handler : public PartHandler {
 public:
  Handler(SharedStrings& out, Fonts& fonts) : out_(out), fonts_(fonts) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "si") {
      item_.clear();
    } else {
      item_.start(name, attributes);
    }
  }

  void end(std::string_view name) override {
    item_.end(name);
    if (name == "si") {
      out_.add({unescaped(item_.value()), fonts_.number_of(item_.font())});
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
  Fonts& fonts_;
  RichText item_;
};

}  // namespace

void SharedStrings::add(const SharedString& string) {
  *pool_ += string.text;
  items_.push_back({pool_->size(), string.font});
}

std::optional<SharedString> SharedStrings::at(std::size_t index) const {
  if (index >= items_.size()) {
    return std::nullopt;
  }
  const std::size_t from = index == 0 ? 0 : items_[index - 1].end;
  const Item& item = items_[index];
  return SharedString{std::string_view(*pool_).substr(from, item.end - from), item.font};
}

diag::Result<SharedStrings> read_shared_strings(const Source& source,
                                                const std::string& part,
                                                Fonts& fonts) {
  SharedStrings strings;
  std::optional<Handler> handler;
  const auto fresh = [&]() -> PartHandler& {
    strings = SharedStrings();
    return handler.emplace(strings, fonts);
  };
  if (auto parsed = read_large_part(source, part, fresh); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return strings;
}

}  // namespace baocao::input::xlsx
