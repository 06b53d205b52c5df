// The checks of a document against a profile. Each puts what it finds into `findings`.
#pragma once

#include "format/finding.hpp"

namespace baocao::format {

struct Subject {
  const Document& document;
  const Layout& layout;
  const Profile& profile;
  Findings& findings;
};

void check_page(const Subject& subject);          // D101, D102
void check_page_numbers(const Subject& subject);  // D103 - D106
void check_letters(const Subject& subject);       // D110 - D116
void check_title(const Subject& subject);         // D201 - D203
void check_bodies(const Subject& subject);        // D204 - D206
void check_number(const Subject& subject);        // D210 - D216
void check_date(const Subject& subject);          // D220 - D222
void check_type(const Subject& subject);          // D301 - D303
void check_addressee(const Subject& subject);     // D304 - D306
void check_body(const Subject& subject);          // D311 - D315
void check_basis(const Subject& subject);         // D316, D317
void check_signature(const Subject& subject);     // D401 - D405
void check_recipients(const Subject& subject);    // D410 - D415
void check_appendices(const Subject& subject);    // D501 - D504
void check_tables(const Subject& subject);        // D505
void check_words(const Subject& subject);         // D330 - D333

// The property edits that many checks use.
PropertyEdit run_property(const Paragraph& paragraph,
                          pugi::xml_node run,
                          std::string name,
                          std::vector<std::pair<std::string, std::string>> attributes);
PropertyEdit paragraph_property(const Paragraph& paragraph,
                                std::string name,
                                std::vector<std::pair<std::string, std::string>> attributes);

}  // namespace baocao::format
