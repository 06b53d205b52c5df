#include "resolution/read_breakdowns.hpp"

#include <algorithm>
#include <utility>

namespace baocao::resolution {
namespace {

using config::Fields;
using config::Node;
using indicator::Band;

// What keeps the bands from giving every number exactly one of them; empty when nothing does.
std::string flaw(const std::vector<Band>& bands) {
  if (bands.front().from || bands.back().below) {
    return "khoảng đầu không được có from, khoảng cuối không được có below, để ai cũng thuộc một "
           "khoảng";
  }
  for (std::size_t i = 1; i < bands.size(); ++i) {
    const Band& before = bands[i - 1];
    const Band& band = bands[i];
    const std::string pair = "\"" + before.id + "\" và \"" + band.id + "\"";
    if (!before.below || !band.from) {
      return "giữa " + pair + " phải ghi below của khoảng trước và from của khoảng sau";
    }
    if (*before.below > *band.from) {
      return "hai khoảng " + pair + " chồng lên nhau: số " + band.from->decimal() + " thuộc cả hai";
    }
    if (*before.below < *band.from) {
      return "giữa hai khoảng " + pair + " còn hở: số " + before.below->decimal() +
             " không thuộc khoảng nào";
    }
    if (band.below && *band.below <= *band.from) {
      return "khoảng \"" + band.id + "\" không chứa số nào";
    }
  }
  return {};
}

Band read_band(const Node& node, const std::string& file, const std::string& of, diag::Sink& sink) {
  Fields from(node, file, "[[bands]] " + of + ", band", sink);
  Band band;
  band.id = from.string("id");
  band.label = from.string("title");
  band.from = from.optional_number("from");
  band.below = from.optional_number("below");
  from.finish();
  return band;
}

Breakdown read_common(Fields& from, const Node& node) {
  Breakdown breakdown;
  breakdown.id = from.string("id");
  breakdown.title = from.string("title");
  breakdown.how.by = from.string("by");
  breakdown.line = node.line();
  breakdown.column = node.column();
  return breakdown;
}

Breakdown read_bands(const Node& node, const std::string& file, diag::Sink& sink) {
  Fields from(node, file, "[[bands]]", sink);
  Breakdown breakdown = read_common(from, node);
  for (const Node* band : from.tables("band")) {
    breakdown.how.bands.push_back(read_band(*band, file, breakdown.id, sink));
  }
  const auto& bands = breakdown.how.bands;
  const std::string wrong = bands.size() < 2 ? "cần ít nhất hai khoảng" : flaw(bands);
  if (!wrong.empty()) {
    from.fault(
        "E425",
        "band",
        "các khoảng của \"" + breakdown.id + "\" chưa đúng: " + wrong,
        "khoảng gồm các số từ from đến dưới below; khoảng sau bắt đầu ở below của khoảng trước");
  }
  from.finish();
  return breakdown;
}

Breakdown read_group(const Node& node, const std::string& file, diag::Sink& sink) {
  Fields from(node, file, "[[group]]", sink);
  Breakdown breakdown = read_common(from, node);
  from.finish();
  return breakdown;
}

}  // namespace

void read_breakdowns(Fields& from, const std::string& file, Pack& pack, diag::Sink& sink) {
  for (const Node* node : from.tables("bands")) {
    pack.breakdowns.push_back(read_bands(*node, file, sink));
  }
  for (const Node* node : from.tables("group")) {
    pack.breakdowns.push_back(read_group(*node, file, sink));
  }
}

}  // namespace baocao::resolution
