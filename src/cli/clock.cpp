#include "cli/clock.hpp"

#include "text/dates.hpp"
#include "text/id_numbers.hpp"

#include <array>
#include <chrono>
#include <ctime>

#include <pwd.h>
#include <unistd.h>

namespace baocao::cli {
namespace {

std::string now() {
  const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  ::localtime_r(&time, &parts);
  std::array<char, 20> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  return {text.data(), length};
}

std::string user() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

bool is_time(const std::string& text) {
  constexpr std::string_view form = "hh:mm:ss";
  const auto two = [&](std::size_t at) { return std::stoi(text.substr(at, 2)); };
  if (text.size() != 11 + form.size() || text[10] != 'T') {
    return false;
  }
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = text[11 + i];
    if (form[i] == ':' ? c != ':' : (c < '0' || c > '9')) {
      return false;
    }
  }
  return two(11) < 24 && two(14) < 60 && two(17) < 60;
}

diag::Result<std::string> time_for(const Desk& desk) {
  if (desk.at.empty()) {
    return now();
  }
  if (base::Date::parse_iso(desk.at.substr(0, 10)) && is_time(desk.at)) {
    return desk.at;
  }
  if (const auto day = text::parse_date(desk.at); day && day->exact()) {
    return day->first.iso() + "T00:00:00";
  }
  return diag::Failure(
      diag::Diagnostic{.code = "U111",
                       .message = "--at \"" + desk.at + "\" không phải là ngày hoặc thời điểm",
                       .help = "ghi ngày dạng 5/10/2026, hoặc thời điểm dạng 2026-10-05T08:30:00"});
}

}  // namespace

diag::Result<archive::Act> act_for(const Desk& desk) {
  auto at = time_for(desk);
  if (!at) {
    return diag::Failure(at.error());
  }
  // The log is kept for good and letters travel: no number of an identity card in either.
  return archive::Act{.at = std::move(*at),
                      .who = desk.who.empty() ? user() : desk.who,
                      .why = text::hide_id_numbers(desk.reason)};
}

diag::Result<base::Date> day_for(const Desk& desk) {
  const auto at = time_for(desk);
  if (!at) {
    return diag::Failure(at.error());
  }
  return base::Date::parse_iso(at->substr(0, 10)).value_or(base::Date());
}

}  // namespace baocao::cli
