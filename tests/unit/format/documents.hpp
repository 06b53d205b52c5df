// Right documents of every profile, and ways to make one thing in them wrong.
#pragma once

#include "docx/template.hpp"
#include "format/checker.hpp"
#include "format/skeleton.hpp"
#include "package/zip_reader.hpp"
#include "package/zip_writer.hpp"

#include <filesystem>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

namespace baocao::format {

inline const std::string party = "dang-hd05-2026";
inline const std::string old_party = "dang-hd36-2018";
inline const std::string state = "hanh-chinh-nd30-2020";

inline std::filesystem::path templates() {
  return std::filesystem::path(BAOCAO_SOURCE_DIR) / "templates";
}

inline Profile profile(const std::string& id) {
  diag::Sink faults;
  return load_profile(templates(), id, faults).value();
}

inline base::Bytes skeleton(const std::string& id, const std::string& type) {
  diag::Sink faults;
  return write_skeleton(profile(id), load_skeleton(templates(), type, faults).value());
}

// What a job fills into the templates.
inline report::Value model(const std::string& id, const std::string& type) {
  const bool is_state = id == state;
  const std::string symbol =
      is_state ? (type == "CV" ? "/UBND-VP" : "/" + type + "-UBND") : "-" + type + "/ĐU";
  const report::Map head{
      {"cap_tren", is_state ? "" : "ĐẢNG BỘ TỈNH KHÁNH HÒA"},
      {"co_quan", is_state ? "ỦY BAN NHÂN DÂN\nXÃ CÔNG HẢI" : "ĐẢNG ỦY XÃ CÔNG HẢI"},
      {"so_ky_hieu", "05" + symbol},
      {"dia_danh_ngay", "Công Hải, ngày 05 tháng 02 năm 2026"},
      {"ngay", base::Date::from_ymd(2026, 2, 5).value()},
      {"quyen_han", is_state ? "TM. ỦY BAN NHÂN DÂN" : "T/M BAN THƯỜNG VỤ"},
      {"chuc_vu", is_state ? "CHỦ TỊCH" : "BÍ THƯ"},
      {"ho_ten", "Nguyễn Văn An"},
      {"kinh_gui", "Tỉnh ủy Khánh Hòa"},
      {"noi_nhan",
       report::List{"Tỉnh ủy (báo cáo);",
                    "Các chi bộ trực thuộc;",
                    is_state ? "Lưu: VT, VP." : "Lưu Văn phòng Đảng ủy."}}};
  const report::Map indicator{{"ten", "Cán bộ có trình độ thạc sĩ"},
                              {"muc_tieu", "≥ 75%"},
                              {"ty_le", base::Ratio(3, 4)},
                              {"ket_luan_loi", "đạt"}};
  return report::Map{
      {"van_ban", head},
      {"nghi_quyet", report::Map{{"ten", "Nghị quyết về cán bộ cấp xã"}}},
      {"ky", report::Map{{"ten", "quý III năm 2026"}}},
      {"tong",
       report::Map{{"so_chi_tieu", 24}, {"dat", 20}, {"chua_dat", 3}, {"chua_du_du_lieu", 1}}},
      {"chi_tieu", report::List{indicator, indicator}}};
}

// A skeleton filled in: a document with nothing wrong.
inline base::Bytes document(const std::string& id = party, const std::string& type = "BC") {
  diag::Sink faults;
  const auto compiled = docx::Template::compile(skeleton(id, type), type + ".docx", faults);
  return compiled.value().render(model(id, type), {}, faults).value();
}

inline std::string part(const base::Bytes& docx, const std::string& name = "word/document.xml") {
  return package::ZipReader::open(docx, "t.docx").value().read(name).value();
}

// `docx` with another text in the part. Throws when `from` is not there.
inline base::Bytes with(const base::Bytes& docx,
                        const std::string& from,
                        const std::string& to,
                        const std::string& name = "word/document.xml") {
  const auto zip = package::ZipReader::open(docx, "t.docx").value();
  package::ZipWriter out;
  for (const std::string& entry : zip.names()) {
    base::Bytes bytes = zip.read(entry).value();
    if (entry == name) {
      const std::size_t at = bytes.find(from);
      if (at == std::string::npos) {
        throw std::runtime_error("not in " + name + ": " + from);
      }
      bytes.replace(at, from.size(), to);
    }
    out.add(entry, bytes);
  }
  return out.finish();
}

// The text of a part, tags left out.
inline std::string text(const base::Bytes& docx, const std::string& name = "word/document.xml") {
  return std::regex_replace(part(docx, name), std::regex("<[^>]*>"), "");
}

inline std::vector<diag::Diagnostic> findings(const base::Bytes& docx,
                                              const std::string& id = party) {
  return check(docx, "t.docx", profile(id)).value();
}

inline std::vector<std::string> codes(const std::vector<diag::Diagnostic>& all) {
  std::vector<std::string> out;
  for (const diag::Diagnostic& each : all) {
    out.emplace_back(each.code.id());
  }
  return out;
}

}  // namespace baocao::format
