// An official format as data: templates/format/<id>.toml. The figures are checked and the rules
// named from here; docs/the-thuc.md is made from it.
#pragma once

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "diag/result.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace baocao::format {

enum class Kind : std::uint8_t { party, state };

struct Range {
  int low = 0;
  int high = 0;

  bool holds(int value) const { return low <= value && value <= high; }
};

enum class Align : std::uint8_t { left, centre, right, justified };

// What official documents consist of (official names in the profile).
enum class Element : std::uint8_t {
  title,  // ĐẢNG CỘNG SẢN VIỆT NAM, or Quốc hiệu
  motto,  // Tiêu ngữ
  superior,
  issuer,
  number,
  date,
  type,  // BÁO CÁO
  subject,
  letter_subject,  // "Về việc …" of a công văn
  addressee,       // Kính gửi, Kính trình
  body,
  authority,  // T/M BAN THƯỜNG VỤ
  post,       // under a line of authority
  lone_post,  // without one
  signer,
  recipients,  // the words "Nơi nhận:"
  recipient,
  page_number,
  appendix,
  appendix_title,
  appendix_source,  // (Kèm theo …)
  urgency,          // KHẨN
};
inline constexpr std::size_t element_count = 22;

// How the letters of an element are set.
struct Letters {
  std::string name;  // Vietnamese
  Range size;        // half-points
  bool bold = false;
  bool italic = false;
  bool underlined = false;
  bool upper = false;
  std::optional<Align> align;
};

struct Page {
  int width = 0;  // twips, portrait
  int height = 0;
  Range top;
  Range bottom;
  Range left;
  Range right;
  int number_from_top = 0;  // of the page number, twips
};

struct Body {
  Range first_line;  // twips
  int gap = 0;       // between paragraphs, at least, twips
  bool exact_lines = false;
  Range line;  // twips when exact, else 1/240 of a single line
};

struct Rule {
  std::string code;
  std::string says;  // the demand in one sentence
  std::string law;   // where it is written
  std::string sure;  // how well that is known: see docs/the-thuc.md
  diag::Severity severity = diag::Severity::error;
};

struct DocumentType {
  std::string key;   // BC
  std::string name;  // BÁO CÁO
};

struct Profile {
  std::string id;
  std::string name;
  std::string law;
  Kind kind = Kind::party;
  std::string font;
  Page page;
  Body body;
  std::array<std::optional<Letters>, element_count> letters;
  std::string title;                     // the words of Element::title
  std::string motto;                     // none for the Party
  std::string star;                      // the line under the issuer: "*"; empty: a drawn rule
  std::string separator;                 // the line under the subject: "-----"; empty: a drawn rule
  std::string number_form;               // "Số {n}-{loai}/{co_quan}"
  std::vector<std::string> authorities;  // "T/M", …
  std::string deputy_for;                // "K/T": never in a committee's document
  std::vector<std::string> committees;   // names of bodies that decide together
  char recipient_end = ';';
  char recipient_last = '.';
  std::vector<std::string> urgency;  // "KHẨN", …: marks on a line of their own
  std::vector<std::string> secrecy;  // "MẬT", …: known, so that they are taken for nothing else
  std::string request_word;          // of a tờ trình: "Kính trình"
  std::string letter_word;           // of a công văn: "Kính gửi"
  std::string heading;               // after the Roman number: "- "
  bool new_tones = false;  // "hoà" rather than "hòa", when a document has as many of both
  std::vector<std::string> abolished;
  base::Date abolished_since;
  std::vector<std::string> abolished_symbols;  // HU
  std::vector<DocumentType> types;
  std::vector<Rule> rules;

  const Letters* letters_of(Element element) const;
  const Rule* rule(std::string_view code) const;  // null when the profile does not demand it

  bool has_colon() const { return number_form.starts_with("Số:"); }
};

// The ids of the profiles in templates/format, in byte order.
std::vector<std::string> profile_ids(const std::filesystem::path& templates);

// D901 when there is no such profile; faults of the file go to the sink, the first is returned.
diag::Result<Profile> load_profile(const std::filesystem::path& templates,
                                   const std::string& id,
                                   diag::Sink& sink);

}  // namespace baocao::format
