#include "submission/json_object.hpp"
#include "submission/manifest.hpp"
#include "submission/manifest_rules.hpp"
#include "submission/role_names.hpp"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

namespace baocao::submission {
namespace {

const char* const ask_anew = "đề nghị nơi gửi lập lại gói bằng lệnh submit";

// Reads the values; what is not even of the right type or form is a fault.
class Reader {
 public:
  Reader(const std::string& file, diag::Sink& faults) : faults_(faults) {
    ill_formed_.help = ask_anew;
    ill_formed_.span = {.file = file, .part = "META-INF/manifest.json"};
  }

  Manifest read(const nlohmann::json& json) {
    diag::Diagnostic ill_typed = ill_formed_;
    ill_typed.code = "G112";
    ill_typed.message = "tệp kê khai của gói: ";
    JsonObject root(json, "", ill_typed, faults_);
    Manifest m;
    root.string("format");
    m.resolution = root.string("resolution");
    m.period = period(root.string("period"));
    m.as_of = date(root.string("as_of"));
    m.unit = root.string("unit");
    m.unit_name = root.string("unit_name");
    m.revision = root.count("revision");
    m.program = root.string("program");
    root.object("definitions", [&](JsonObject& object) { read_definitions(object, m); });
    m.persons = root.count("persons");
    root.object("counts", [&](JsonObject& object) {
      m.counts = {object.count("error"), object.count("warning"), object.count("note")};
      object.finish();
    });
    root.each("acknowledged", [&](JsonObject& object) {
      m.acknowledged.push_back(
          {object.string("code"), object.count("count"), object.string("reason")});
      object.finish();
    });
    m.overrides = root.count("overrides");
    root.each("entries", [&](JsonObject& object) {
      m.entries.push_back({object.string("name"),
                           object.count("size"),
                           object.string("sha256"),
                           role(object.string("role"))});
      object.finish();
    });
    root.finish();
    return m;
  }

 private:
  static void read_definitions(JsonObject& object, Manifest& m) {
    m.definitions.sha256 = object.string("sha256");
    object.each("files", [&](JsonObject& file) {
      m.definitions.files.push_back({file.string("name"), file.string("sha256")});
      file.finish();
    });
    object.finish();
  }

  base::Period period(const std::string& text) {
    const auto period = base::Period::parse(text);
    return period ? *period : refuse<base::Period>("kỳ \"" + text + "\" không đúng dạng");
  }

  base::Date date(const std::string& text) {
    const auto date = base::Date::parse_iso(text);
    return date ? *date : refuse<base::Date>("ngày \"" + text + "\" không đúng dạng");
  }

  Role role(const std::string& text) {
    const auto* const at = std::find(role_names.begin(), role_names.end(), text);
    return at == role_names.end() ? refuse<Role>("vai trò \"" + text + "\" không có")
                                  : static_cast<Role>(at - role_names.begin());
  }

  template <class Value>
  Value refuse(const std::string& what) {
    diag::Diagnostic fault = ill_formed_;
    fault.message = "tệp kê khai của gói: " + what;
    faults_.add(std::move(fault));
    return Value{};
  }

  diag::Diagnostic ill_formed_{.code = "G114"};
  diag::Sink& faults_;
};

// The format the manifest says it has; nothing when it says none.
std::optional<std::string> format_of(const nlohmann::json& json) {
  const bool stated = json.is_object() && json.contains("format") && json["format"].is_string();
  return stated ? std::optional(json["format"].get<std::string>()) : std::nullopt;
}

}  // namespace

diag::Result<Manifest> read_manifest(std::string_view text,
                                     const std::string& file,
                                     diag::Sink& faults) {
  const diag::Span span{.file = file, .part = "META-INF/manifest.json"};
  const auto refused = [&](diag::Diagnostic fault) {
    fault.help = ask_anew;
    fault.span = span;
    faults.add(fault);
    return diag::Failure(std::move(fault));
  };
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    return refused({.code = "G112", .message = "tệp kê khai của gói không phải là JSON hợp lệ"});
  }
  if (const auto format = format_of(json); format && *format != package_format) {
    return refused({.code = "G111",
                    .message = "gói theo dạng \"" + *format + "\", chương trình này chỉ đọc \"" +
                               std::string(package_format) + "\""});
  }
  diag::Sink own;
  Manifest manifest = Reader(file, own).read(json);
  if (!own.has_errors()) {
    check_manifest(manifest, file, own);
  }
  // Whatever a JSON reader may read in two ways (a key given twice) is in no one's manifest.
  if (!own.has_errors() && to_json(manifest) != text) {
    own.add({.code = "G113",
             .message = "tệp kê khai của gói không đúng dạng chuẩn, đã bị sửa bằng tay",
             .help = ask_anew,
             .span = span});
  }
  const auto error = own.first_error();
  faults.append(std::move(own));
  if (error) {
    return diag::Failure(*error);
  }
  return manifest;
}

}  // namespace baocao::submission
