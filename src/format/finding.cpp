#include "format/finding.hpp"

#include "text/keys.hpp"
#include "text/unicode.hpp"

namespace baocao::format {
namespace {

constexpr std::size_t longest_quote = 60;  // letters

std::string shortened(std::string_view text) {
  const std::u32string letters = text::code_points(text::cleaned(text));
  return letters.size() <= longest_quote ? text::utf8(letters)
                                         : text::utf8(letters.substr(0, longest_quote)) + "…";
}

}  // namespace

std::vector<Edit> inserted_after(const Document& document, const Line& line, std::string text) {
  const std::string& whole = document.paragraphs()[line.paragraph].text.text;
  const bool is_last = whole.find_first_not_of(" \t\n\r", line.end) == std::string::npos;
  return is_last && line.column == 0
             ? std::vector<Edit>{InsertEdit{line.paragraph, std::move(text)}}
             : std::vector<Edit>();
}

void Findings::at(const Line& line, Fault fault) {
  at(line.paragraph, line.begin, line.end, std::move(fault));
}

void Findings::at(std::size_t paragraph, std::size_t begin, std::size_t end, Fault fault) {
  const Paragraph& where = document_.paragraphs()[paragraph];
  const std::string_view text = where.text.text;
  std::string address = where.address;
  if (begin > 0) {
    address += ", ký tự " + std::to_string(text::length(text.substr(0, begin)) + 1);
  }
  add(std::move(fault),
      document_.parts()[where.part].name,
      std::move(address),
      shortened(text.substr(begin, end - begin)));
}

void Findings::at(const Paragraph& paragraph, Fault fault) {
  add(std::move(fault),
      document_.parts()[paragraph.part].name,
      paragraph.address,
      shortened(paragraph.text.text));
}

void Findings::whole(Fault fault, std::string address) {
  add(std::move(fault), document_.parts()[document_.main_part()].name, std::move(address), "");
}

void Findings::add(Fault fault, std::string part, std::string address, std::string quote) {
  const Rule* rule = profile_.rule(fault.code.id());
  if (rule == nullptr) {
    return;
  }
  all_.push_back({{.code = fault.code,
                   .severity = rule->severity,
                   .message = std::move(fault.message),
                   .help = std::move(fault.help),
                   .span = {.file = file_, .part = std::move(part), .address = std::move(address)},
                   .notes = {"theo " + rule->law},
                   .value = std::move(quote)},
                  std::move(fault.edits)});
}

}  // namespace baocao::format
