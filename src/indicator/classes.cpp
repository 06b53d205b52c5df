#include "indicator/classes.hpp"

#include <algorithm>
#include <utility>

namespace baocao::indicator {
namespace {

const schema::Table& counted_table(const Ready& ready, const expr::View& view) {
  return *view.schema().tables()[ready.table];
}

diag::Failure failure(const Breakdown& breakdown,
                      const Ready& ready,
                      const std::string& message,
                      std::string help) {
  return diag::Failure({.code = "E427",
                        .message = "chỉ tiêu " + ready.definition->id + " không tách được theo \"" +
                                   breakdown.by + "\": " + message,
                        .help = std::move(help)});
}

std::vector<Part> parts_of(const expr::Classified& classified) {
  std::vector<Part> parts;
  for (const expr::Class& found : classified.classes) {
    parts.push_back({found.key, found.label});
  }
  return parts;
}

std::vector<Part> parts_of(const std::vector<Band>& bands) {
  std::vector<Part> parts;
  for (const Band& band : bands) {
    parts.push_back({band.id, band.label});
  }
  return parts;
}

// The band that all values of the interval lie in; the number of bands when there is none.
std::uint16_t band_of(const expr::Interval& value, const std::vector<Band>& bands) {
  const auto holds_all = [&value](const Band& band) {
    return (!band.from || value.low >= *band.from) && (!band.below || value.high < *band.below);
  };
  const auto found =
      value.known ? std::find_if(bands.begin(), bands.end(), holds_all) : bands.end();
  return static_cast<std::uint16_t>(found - bands.begin());
}

}  // namespace

diag::Result<Classes> Classes::of(const Breakdown& breakdown,
                                  const Ready& ready,
                                  const expr::View& view,
                                  const Context& context) {
  const schema::Table& table = counted_table(ready, view);
  if (breakdown.bands.empty()) {
    const auto bound = expr::bind_classes(breakdown.by, view.schema(), table, context);
    if (!bound) {
      const expr::Fault& fault = bound.error().front();
      return failure(breakdown, ready, fault.message, fault.help);
    }
    expr::Classified classified = expr::evaluate(*bound, view);
    Classes classes(parts_of(classified));
    classes.part_ = std::move(classified.single);
    classes.sets_ = std::move(classified.sets);
    classes.parts_.push_back({"", "Chưa rõ"});
    return classes;
  }
  const auto bound = expr::bind_amount(breakdown.by, view.schema(), table, context);
  if (!bound) {
    const expr::Fault& fault = bound.error().front();
    return failure(breakdown, ready, fault.message, fault.help);
  }
  Classes classes(parts_of(breakdown.bands));
  for (const expr::Interval& value : expr::evaluate(*bound, view)) {
    classes.part_.push_back(band_of(value, breakdown.bands));
  }
  classes.parts_.push_back({"", "Chưa rõ"});
  return classes;
}

ClassCounts& ClassCounts::operator+=(const ClassCounts& other) {
  for (std::size_t part = 0; part < counts.size(); ++part) {
    if (other.used[part] != 0) {
      counts[part] += other.counts[part];
      used[part] = 1;
    }
  }
  return *this;
}

void Classes::add(std::size_t row, const Rows& rows, ClassCounts& total) const {
  if (!rows.side(row)) {
    return;
  }
  const std::size_t unknown = parts_.size() - 1;
  const auto add_to = [&](std::size_t part) {
    rows.add(row, total.counts[part]);
    total.used[part] = 1;
  };
  if (sets_.empty()) {
    add_to(std::min<std::size_t>(part_[row], unknown));
    return;
  }
  const std::uint64_t words = sets_[row].known ? sets_[row].words : 0;
  if (words == 0) {
    add_to(unknown);
  }
  for (std::size_t word = 0; word < unknown && word < 64; ++word) {
    if ((words >> word & 1U) != 0) {
      add_to(word);
    }
  }
}

std::vector<Part> Classes::parts(const ClassCounts& total) const {
  std::vector<Part> filled;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    if (total.used[part] != 0) {
      filled.push_back({parts_[part].key, parts_[part].label, total.counts[part]});
    }
  }
  return filled;
}

}  // namespace baocao::indicator
