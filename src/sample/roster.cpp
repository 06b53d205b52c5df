#include "sample/roster.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::sample {
namespace {

constexpr std::array<const char*, 3> roman = {"I", "II", "III"};
constexpr int hard_blank_every = 7;  // in an office that has the habit, every seventh name

std::string with_hard_blank(std::string name) {
  const std::size_t at = name.find(' ');
  return at == std::string::npos ? name : name.replace(at, 1, "\u00A0");
}

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

class Builder {
 public:
  Builder(const Profile& profile, const Words& words, const Layout& layout, const Habits& habits)
      : profile_(profile), words_(words), layout_(layout), habits_(habits) {}

  Grid build(const std::vector<const Person*>& people);

 private:
  std::string filled(std::string line, const Unit& unit) const;
  void add_group(const Person& person);
  void add_person(const Person& person);
  void add_total(const std::vector<const Person*>& people);
  Cell cell(const LayoutColumn& column, const Person& person) const;
  Cell value(const std::string& field, const Person& person) const;
  Cell date_cell(base::Date date) const;
  std::string name(const Person& person) const;

  const Profile& profile_;
  const Words& words_;
  const Layout& layout_;
  Habits habits_;
  Grid grid_;
  int number_ = 0;         // STT of the row being made
  std::size_t group_ = 0;  // groups begun
};

std::string Builder::filled(std::string line, const Unit& unit) const {
  const base::Date date = profile_.as_of;
  replace(line, "{xa}", text::lower(unit.type) + " " + unit.name);
  replace(line, "{XA}", text::upper(unit.full_name));
  replace(line, "{nam}", std::to_string(profile_.year));
  replace(line, "{ngay}", day_text(date));
  const std::string day = day_text(date);
  replace(line,
          "{ngay_thang}",
          unit.name + ", ngày " + day.substr(0, 2) + " tháng " + std::to_string(date.month()) +
              " năm " + std::to_string(date.year()));
  return line;
}

std::string Builder::name(const Person& person) const {
  std::string name = person.texts.find("ho_ten")->second;
  if (habits_.capital_names) {
    name = text::upper(name);
  }
  return habits_.hard_blanks && number_ % hard_blank_every == 0 ? with_hard_blank(name) : name;
}

Cell Builder::date_cell(base::Date date) const {
  if (habits_.text_dates) {
    return day_text(date);
  }
  return date;
}

Cell Builder::value(const std::string& field, const Person& person) const {
  if (field == "stt") {
    return Hundredths{100 * number_};
  }
  if (field == "ho_ten") {
    return name(person);
  }
  if (field == "don_vi") {
    return profile_.communes[person.unit].full_name;
  }
  if (field == "chuc_danh") {
    const Post& post = profile_.posts[person.post];
    return habits_.abbreviations ? post.short_text : post.text;
  }
  if (const auto word = person.words.find(field); word != person.words.end()) {
    return words_.text(word->second, habits_.abbreviations);
  }
  if (const auto text = person.texts.find(field); text != person.texts.end()) {
    return text->second;
  }
  if (const auto date = person.dates.find(field); date != person.dates.end()) {
    return date_cell(date->second);
  }
  if (const auto number = person.hundredths.find(field); number != person.hundredths.end()) {
    return Hundredths{number->second};
  }
  return {};
}

Cell Builder::cell(const LayoutColumn& column, const Person& person) const {
  if (!column.tick.empty()) {
    return person.holds(column.tick) ? Cell(std::string("x")) : Cell();
  }
  if (column.field.empty() || (!column.only.empty() && !person.holds(column.only))) {
    return {};
  }
  if (const auto planted = person.planted.find(column.field); planted != person.planted.end()) {
    return planted->second.empty() ? Cell() : Cell(planted->second);
  }
  return value(column.field, person);
}

void Builder::add_group(const Person& person) {
  const std::string label = text::upper(words_.text(person.word("khoi"), false));
  Row row{Row::Kind::group, std::vector<Cell>(layout_.columns.size())};
  row.cells[0] = std::string(roman[group_ % roman.size()]);
  row.cells[1] = label;
  grid_.rows.push_back(std::move(row));
  ++group_;
  if (habits_.restarts) {
    number_ = 0;
  }
}

void Builder::add_person(const Person& person) {
  ++number_;
  Row row;
  for (const LayoutColumn& column : layout_.columns) {
    row.cells.push_back(cell(column, person));
  }
  grid_.rows.push_back(std::move(row));
}

void Builder::add_total(const std::vector<const Person*>& people) {
  Row row{Row::Kind::total, std::vector<Cell>(layout_.columns.size())};
  row.cells[1] = std::string("Tổng số");
  for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
    const std::string& word = layout_.columns[i].only;
    if (word.empty()) {
      continue;
    }
    const auto count = std::count_if(
        people.begin(), people.end(), [&](const Person* person) { return person->holds(word); });
    row.cells[i] = Hundredths{100 * static_cast<int>(count)};
  }
  grid_.rows.push_back(std::move(row));
}

Grid Builder::build(const std::vector<const Person*>& people) {
  const Unit& unit = profile_.communes[people.front()->unit];
  grid_.sheet = layout_.sheet;
  for (const std::string& line : layout_.title) {
    grid_.title.push_back(filled(line, unit));
  }
  grid_.strong_line = layout_.strong_line;
  grid_.numbered = layout_.numbers;
  for (const LayoutColumn& column : layout_.columns) {
    grid_.heads.push_back(column.head);
  }
  std::string_view khoi;
  for (const Person* person : people) {
    if (layout_.groups && person->word("khoi") != khoi) {
      khoi = person->word("khoi");
      add_group(*person);
    }
    add_person(*person);
    if (person->repeated) {
      add_person(*person);
    }
  }
  if (layout_.total) {
    add_total(people);
  }
  for (const std::string& line : layout_.closing) {
    grid_.closing.push_back(filled(line, unit));
  }
  return std::move(grid_);
}

}  // namespace

Grid roster(const Profile& profile,
            const Words& words,
            const Layout& layout,
            const Habits& habits,
            const std::vector<const Person*>& people) {
  return Builder(profile, words, layout, habits).build(people);
}

}  // namespace baocao::sample
