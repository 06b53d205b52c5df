#include "report/json.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace baocao::report {
namespace {

using Json = nlohmann::json;

// "1.5e3" → 1500. Nothing when the number does not fit.
std::optional<base::Ratio> exact_number(const std::string& text) {
  const std::size_t sign = text.find_first_of("eE");
  const auto mantissa = base::Ratio::parse(text.substr(0, sign));
  if (!mantissa || sign == std::string::npos) {
    return mantissa;
  }
  constexpr long most = 18;
  const long exponent = std::strtol(text.c_str() + sign + 1, nullptr, 10);
  if (exponent > most || exponent < -most) {
    return std::nullopt;
  }
  base::Ratio result = *mantissa;
  try {
    for (long i = 0; i < std::labs(exponent); ++i) {
      result = exponent > 0 ? result * base::Ratio(10) : result / base::Ratio(10);
    }
  } catch (const std::overflow_error&) {
    return std::nullopt;
  }
  return result;
}

// An object or a list that is still open.
struct Open {
  bool is_map = false;
  Map map = {};
  List list = {};
  std::string key = {};
};

class Builder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return put(Value()); }

  bool boolean(bool value) override { return put(Value(value)); }

  bool number_integer(number_integer_t value) override { return put(Value(value)); }

  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) {
      return fail("số " + std::to_string(value) + " lớn quá");
    }
    return put(Value(static_cast<std::int64_t>(value)));
  }

  bool number_float(number_float_t /*value*/, const string_t& text) override {
    const auto number = exact_number(text);
    return number ? put(Value(*number)) : fail("số " + text + " lớn quá hoặc nhiều chữ số quá");
  }

  bool string(string_t& value) override { return put(Value(std::move(value))); }

  bool binary(binary_t& /*value*/) override { return fail("có dữ liệu nhị phân"); }

  bool start_object(std::size_t /*size*/) override { return open(true); }

  bool start_array(std::size_t /*size*/) override { return open(false); }

  bool key(string_t& name) override {
    Open& object = open_.back();
    const bool is_new = std::none_of(object.map.begin(), object.map.end(), [&](const auto& entry) {
      return entry.first == name;
    });
    object.key = std::move(name);
    return is_new || fail("tên \"" + object.key + "\" có hai lần trong một đối tượng");
  }

  bool end_object() override { return close(); }

  bool end_array() override { return close(); }

  bool parse_error(std::size_t position,
                   const std::string& /*last_token*/,
                   const nlohmann::detail::exception& /*why*/) override {
    position_ = position;
    return fail("sai cú pháp JSON");
  }

  Value take() { return std::move(root_); }

  const std::string& fault() const { return fault_; }

  // Bytes read before a syntax fault; 0 for other faults.
  std::size_t position() const { return position_; }

 private:
  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Open& around = open_.back(); around.is_map) {
      around.map.emplace_back(std::move(around.key), std::move(value));
    } else {
      around.list.push_back(std::move(value));
    }
    return true;
  }

  bool open(bool is_map) {
    open_.push_back({.is_map = is_map});
    return open_.size() <= deepest_json || fail("lồng nhau quá sâu");
  }

  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return put(done.is_map ? Value(std::move(done.map)) : Value(std::move(done.list)));
  }

  bool fail(std::string message) {
    fault_ = std::move(message);
    return false;
  }

  std::vector<Open> open_;
  Value root_;
  std::string fault_;
  std::size_t position_ = 0;
};

diag::Failure refused(const Builder& builder, std::string_view json, const std::string& file) {
  diag::Diagnostic fault{.code = "T505",
                         .message = "tệp dữ liệu JSON: " + builder.fault(),
                         .help = "sửa tệp theo cú pháp JSON, mã hóa UTF-8"};
  fault.span.file = file;
  if (builder.position() > 0) {
    const std::string_view read = json.substr(0, builder.position() - 1);
    const std::size_t line_start = read.rfind('\n') + 1;  // npos + 1 is 0
    fault.span.line = 1 + static_cast<std::uint32_t>(std::count(read.begin(), read.end(), '\n'));
    fault.span.line_column = 1 + static_cast<std::uint32_t>(read.size() - line_start);
  }
  return diag::Failure(std::move(fault));
}

}  // namespace

diag::Result<Value> parse_json(std::string_view json, const std::string& file) {
  if (json.starts_with("\xEF\xBB\xBF")) {
    json.remove_prefix(3);  // byte order mark
  }
  Builder builder;
  if (!Json::sax_parse(json.begin(), json.end(), &builder)) {
    return refused(builder, json, file);
  }
  return builder.take();
}

}  // namespace baocao::report
