#include "pdf/party_header.hpp"

#include <algorithm>

namespace baocao::pdf {
namespace {

constexpr std::string_view party = "ĐẢNG CỘNG SẢN VIỆT NAM";
constexpr double space_below = 8;
constexpr double rule_space = 7;  // the rule under the Party's name stands in it

// The left column takes 75 of the 165 mm between the margins of an official page.
Box left_column(const Box& room) {
  return {room.x, room.y, room.width * 75 / 165, room.height};
}

Box right_column(const Box& room) {
  const Box left = left_column(room);
  return {left.right(), room.y, room.width - left.width, room.height};
}

constexpr TextStyle centred(Style style, double size) {
  return {.font = {style, size}, .align = Align::centre};
}

constexpr TextStyle party_style = centred(Style::bold, 15);
constexpr TextStyle date_style = centred(Style::italic, 14);
constexpr TextStyle superior_style = centred(Style::regular, 14);
constexpr TextStyle issuer_style = centred(Style::bold, 14);
constexpr TextStyle number_style = centred(Style::regular, 14);

double height_in(const FontSet& fonts,
                 const TextStyle& style,
                 const std::string& text,
                 double width) {
  return text.empty() ? 0 : height_of(wrap(fonts, style, text, width), style);
}

}  // namespace

double PartyHeader::height(const FontSet& fonts, double width) const {
  const Box room{0, 0, width, 0};
  const double left_width = left_column(room).width;
  const double left = height_in(fonts, superior_style, text_.superior, left_width) +
                      height_in(fonts, issuer_style, text_.issuer, left_width) +
                      number_style.line_height() +
                      height_in(fonts, number_style, text_.number, left_width);
  const double right = party_style.line_height() + rule_space +
                       height_in(fonts, date_style, text_.place_date, right_column(room).width);
  return std::max(left, right) + space_below;
}

double PartyHeader::draw_issuer(Flow& flow, const Box& column) const {
  Box box = column;
  const auto put = [&](const std::string& text, const TextStyle& style) {
    if (!text.empty()) {
      const auto lines = wrap(flow.fonts(), style, text, box.width);
      box.y += draw_lines(flow.page(), flow.fonts(), style, lines, box);
    }
  };
  put(text_.superior, superior_style);
  put(text_.issuer, issuer_style);
  put("*", number_style);
  put(text_.number, number_style);
  return box.y - column.y;
}

double PartyHeader::draw_party(Flow& flow, const Box& column) const {
  const double length = flow.fonts().width(party, party_style.font);
  draw_fitted(flow.page(),
              flow.fonts(),
              party_style,
              party,
              {column.x, column.y, column.width, party_style.line_height()});
  const double rule = column.y + party_style.line_height() + 1;
  const double shown = std::min(length, column.width);
  const double left = column.centre().x - shown / 2;
  flow.page().line({left, rule}, {left + shown, rule}, 0.75);
  const Box date{column.x, rule + rule_space - 1, column.width, 0};
  const auto lines = wrap(flow.fonts(), date_style, text_.place_date, date.width);
  return date.y + draw_lines(flow.page(), flow.fonts(), date_style, lines, date) - column.y;
}

void PartyHeader::draw(Flow& flow) const {
  flow.keep(height(flow.fonts(), flow.width()));
  const Box room = flow.room();
  const double left = draw_issuer(flow, left_column(room));
  const double right = draw_party(flow, right_column(room));
  flow.advance(std::max(left, right) + space_below);
}

}  // namespace baocao::pdf
