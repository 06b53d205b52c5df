// Which lines of a document are its title, number, date, body, signature and so on. Found by what
// they say and where they stand, whoever made the file.
#pragma once

#include "format/document.hpp"

#include <optional>
#include <vector>

namespace baocao::format {

using Lines = std::vector<Line>;

struct Appendix {
  Line label;                  // PHỤ LỤC, Phụ lục II
  Lines titles;                // under it
  std::optional<Line> source;  // (Kèm theo …)
};

struct Layout {
  Kind kind = Kind::party;  // by the title; party when there is none
  std::optional<Line> title;
  std::optional<Line> motto;
  Lines superior;
  Lines issuer;
  std::optional<Line> star;  // the line of signs under the issuer
  std::optional<Line> number;
  std::optional<Line> date;
  std::optional<Line> type;
  Lines subject;
  std::optional<Line> separator;  // the line of signs under the subject
  Lines letter_subject;
  std::optional<Line> urgency;  // KHẨN
  std::optional<Line> addressee;
  std::vector<std::size_t> body;  // paragraphs with text outside tables
  std::optional<Line> authority;
  Lines posts;
  std::optional<Line> signer;
  std::optional<Line> recipients;
  Lines recipient;
  std::vector<Appendix> appendices;

  bool is_letter() const { return !letter_subject.empty() || (!type && addressee.has_value()); }
};

Layout find_layout(const Document& document, const Profile& profile);

// Party or state, by the words on top. Nothing when neither is there.
std::optional<Kind> kind_of(const Document& document);

// Made of nothing but the signs * - _ – — = . ~
bool is_signs(std::string_view text);

// Has a tag of a template in it, so that what will stand there is not known yet.
bool has_tag(std::string_view text);

// A statement of a template on a line of its own, which goes away when it is filled in.
bool is_statement(std::string_view text);

// A line that a template fills in with that value: "{{ van_ban.chuc_vu }}".
bool is_tag_of(const Line& line, std::string_view name);

// Letters in capitals (digits and signs do not count); false when there is no letter.
bool is_upper(std::string_view text);

}  // namespace baocao::format
