#include "report/document_block.hpp"

#include "text/dates.hpp"

namespace baocao::report {
namespace {

// No-break spaces: ordinary ones would be collapsed or broken over lines.
constexpr std::string_view date_blank = "\u00A0\u00A0\u00A0\u00A0";
constexpr std::string_view blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

std::string number_and_symbol(const Document& document) {
  if (!document.number) {
    return std::string(blank) + "-" + document.symbol;
  }
  const std::string digits = std::to_string(*document.number);
  return (digits.size() < 2 ? "0" : "") + digits + "-" + document.symbol;
}

std::string place_and_date(const Document& document, base::Date as_of) {
  const std::string place = document.place.empty() ? std::string(blank) : document.place;
  if (document.date) {
    return place + ", " + text::long_date(*document.date);
  }
  // Held together, a line too long breaks before "ngày", not before the year.
  const std::string gap(date_blank);
  return place + ", ngày" + gap + "tháng" + gap + "năm\u00A0" +
         std::to_string(as_of.plus_days(1).year());
}

// Each line ends with ";", the last with "." (HD 05-HD/VPTW, point 9.2.5).
List recipient_lines(const std::vector<std::string>& recipients) {
  List lines;
  for (std::size_t i = 0; i < recipients.size(); ++i) {
    std::string line = recipients[i];
    line.erase(line.find_last_not_of(" .;,") + 1);
    lines.emplace_back(line + (i + 1 == recipients.size() ? "." : ";"));
  }
  return lines;
}

}  // namespace

Value document_block(const Document& document, base::Date as_of) {
  return Map{
      {"cap_tren", document.superior},
      {"co_quan", document.issuer},
      {"so", document.number ? Value(*document.number) : Value()},
      {"ky_hieu", document.symbol},
      {"so_ky_hieu", number_and_symbol(document)},
      {"dia_danh", document.place},
      {"ngay", document.date ? Value(*document.date) : Value()},
      {"dia_danh_ngay", place_and_date(document, as_of)},
      {"quyen_han", document.authority},
      {"chuc_vu", document.signer_title},
      {"ho_ten", document.signer_name},
      {"kinh_gui", document.addressee},
      {"noi_nhan", recipient_lines(document.recipients)},
  };
}

}  // namespace baocao::report
