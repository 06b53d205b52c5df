#include "desk/listing.hpp"

#include "desk/days.hpp"
#include "diag/json.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::desk {
namespace {

using diag::json_string;

std::string_view state_key(archive::State state) {
  constexpr std::array<std::string_view, 3> keys{"accepted", "returned", "superseded"};
  return keys[static_cast<std::size_t>(state)];
}

std::string_view state_words(archive::State state) {
  constexpr std::array<std::string_view, 3> words{"đã nhận", "đã trả lại", "đã thay"};
  return words[static_cast<std::size_t>(state)];
}

std::string package_fields(const archive::Package& package) {
  return "\"sha256\":" + json_string(package.sha256) +
         ",\"resolution\":" + json_string(package.key.resolution) +
         ",\"period\":" + json_string(package.key.period) +
         ",\"unit\":" + json_string(package.unit) +
         ",\"revision\":" + std::to_string(package.revision) +
         ",\"state\":" + json_string(state_key(package.state)) +
         ",\"received_at\":" + json_string(package.received_at) +
         ",\"signer\":" + (package.signer.empty() ? "null" : json_string(package.signer)) +
         ",\"persons\":" + std::to_string(package.persons) +
         ",\"size\":" + std::to_string(package.size);
}

std::string period_json(const archive::Period& period) {
  return "{\"resolution\":" + json_string(period.key.resolution) +
         ",\"period\":" + json_string(period.key.period) +
         ",\"as_of\":" + json_string(period.as_of.iso()) +
         ",\"due\":" + json_string(period.due.iso()) +
         ",\"units\":" + std::to_string(period.units.size()) +
         ",\"locked\":" + (period.lock ? "true" : "false") + "}";
}

std::string figure_json(const archive::Figure& f) {
  const auto amount = [](const base::Ratio& value) { return json_string(value.decimal()); };
  return "{\"indicator\":" + json_string(f.indicator) + ",\"unit\":" + json_string(f.unit) +
         ",\"n\":" + amount(f.n) + ",\"d\":" + amount(f.d) + ",\"u1\":" + amount(f.u1) +
         ",\"u2\":" + amount(f.u2) + ",\"open\":" + amount(f.open) + "}";
}

std::string finding_json(const archive::Finding& f) {
  return "{\"code\":" + json_string(f.code) + ",\"severity\":" + json_string(f.severity) +
         ",\"file\":" + json_string(f.file) + ",\"sheet\":" + json_string(f.sheet) +
         ",\"cell\":" + json_string(f.cell) + ",\"count\":" + std::to_string(f.count) + "}";
}

template <class T, class Print>
std::string joined(const std::vector<T>& all, const Print& print) {
  std::string out;
  for (const T& each : all) {
    out += (out.empty() ? "" : ",") + print(each);
  }
  return out;
}

constexpr std::size_t short_hash = 12;

std::string package_line(const archive::Package& package) {
  return "    " + package.sha256.substr(0, short_hash) + "  " + package.unit + "  lần " +
         std::to_string(package.revision) + "  " + std::string(state_words(package.state)) +
         "  nhận " + text::table_date(day_of(package.received_at)) + "  " +
         std::to_string(package.persons) + " người\n";
}

// Whether names left the archive with the report.
bool lists_persons(const archive::Run& run) {
  return std::any_of(run.files.begin(), run.files.end(), [](const archive::RunFileEntry& file) {
    return file.role == "internal";
  });
}

std::string run_line(const archive::Run& run) {
  return "    báo cáo số " + std::to_string(run.id) + "  lập " + run.made_at + "  từ " +
         std::to_string(run.packages.size()) + " gói" +
         (lists_persons(run) ? ", có danh sách tên người" : "") + "\n";
}

std::string run_json(const archive::Run& run) {
  return "{\"run\":" + std::to_string(run.id) + ",\"made_at\":" + json_string(run.made_at) +
         ",\"resolution\":" + json_string(run.key.resolution) +
         ",\"period\":" + json_string(run.key.period) + ",\"unit\":" + json_string(run.unit) +
         ",\"program\":" + json_string(run.program) +
         ",\"packages\":" + std::to_string(run.packages.size()) +
         ",\"persons\":" + (lists_persons(run) ? "true" : "false") + "}";
}

}  // namespace

std::string list_text(const std::vector<archive::Period>& periods,
                      const std::vector<archive::Package>& packages,
                      const std::vector<archive::Run>& runs) {
  std::string out;
  for (const archive::Period& period : periods) {
    std::string lines;
    for (const archive::Package& package : packages) {
      lines += package.key == period.key ? package_line(package) : "";
    }
    for (const archive::Run& run : runs) {
      lines += run.key == period.key ? run_line(run) : "";
    }
    out += period.key.resolution + "  " + period.key.period + "  chốt " +
           text::table_date(period.as_of) + "  hạn " + text::table_date(period.due) + "  " +
           std::to_string(period.units.size()) + " đơn vị" + (period.lock ? "  đã khóa" : "") +
           "\n" + lines;
  }
  return out.empty() ? "Kho chưa có kỳ nào.\n" : out;
}

std::string list_json(const std::vector<archive::Period>& periods,
                      const std::vector<archive::Package>& packages,
                      const std::vector<archive::Run>& runs) {
  return "{\"periods\":[" + joined(periods, period_json) + "],\"packages\":[" +
         joined(
             packages,
             [](const archive::Package& package) { return "{" + package_fields(package) + "}"; }) +
         "],\"runs\":[" + joined(runs, run_json) + "]}\n";
}

diag::Result<archive::Package> find_package(const archive::Archive& archive,
                                            std::string_view beginning) {
  auto packages = archive.packages({});
  if (!packages) {
    return diag::Failure(packages.error());
  }
  std::erase_if(*packages, [&](const archive::Package& package) {
    return !package.sha256.starts_with(beginning);
  });
  if (packages->size() == 1) {
    return std::move(packages->front());
  }
  const std::string named(beginning);
  if (packages->empty()) {
    return diag::Failure(
        diag::Diagnostic{.code = "A210",
                         .message = "kho không có gói nào mang mã \"" + named + "\"",
                         .help = "xem mã của các gói bằng lệnh archive list"});
  }
  return diag::Failure(diag::Diagnostic{.code = "A213",
                                        .message = "có " + std::to_string(packages->size()) +
                                                   " gói mang mã bắt đầu bằng \"" + named + "\"",
                                        .help = "ghi thêm vài ký tự của mã"});
}

diag::Result<Shown> show(const archive::Archive& archive, std::string_view beginning) {
  auto package = find_package(archive, beginning);
  if (!package) {
    return diag::Failure(package.error());
  }
  auto figures = archive.figures({.packages = {.resolution = package->key.resolution,
                                               .period = package->key.period,
                                               .unit = package->unit,
                                               .state = package->state}});
  auto findings = archive.findings(package->sha256);
  if (!figures || !findings) {
    return diag::Failure(figures ? findings.error() : figures.error());
  }
  std::erase_if(*figures, [&](const archive::StoredFigure& figure) {
    return figure.revision != package->revision;
  });
  return Shown{std::move(*package), std::move(*figures), std::move(*findings)};
}

std::string show_text(const Shown& shown) {
  const archive::Package& package = shown.package;
  std::string out = "Gói " + package.sha256 + "\n  " + package.key.resolution + ", kỳ " +
                    package.key.period + ", đơn vị " + package.unit + ", lần " +
                    std::to_string(package.revision) + ", " +
                    std::string(state_words(package.state)) + ", nhận lúc " + package.received_at +
                    "\n  lập bằng " + package.program + ", " + std::to_string(package.persons) +
                    " người, " + std::to_string(package.size) + " byte" +
                    (package.signer.empty() ? ", không ký số" : ", ký: " + package.signer) + "\n";
  for (const archive::StoredFigure& stored : shown.figures) {
    const archive::Figure& f = stored.figure;
    const base::Ratio unknown = f.u1 + f.u2 + f.open;
    out += "  " + f.indicator + "  " + f.n.decimal() + "/" + f.d.decimal() + "  chưa rõ " +
           unknown.decimal() + "\n";
  }
  for (const archive::Finding& f : shown.findings) {
    out += "  " + f.code + "  " + f.file + (f.sheet.empty() ? "" : ", trang " + f.sheet) +
           (f.cell.empty() ? "" : ", ô " + f.cell) +
           (f.count > 1 ? "  × " + std::to_string(f.count) : "") + "\n";
  }
  return out;
}

std::string show_json(const Shown& shown) {
  return "{" + package_fields(shown.package) + ",\"figures\":[" +
         joined(shown.figures,
                [](const archive::StoredFigure& stored) { return figure_json(stored.figure); }) +
         "],\"findings\":[" + joined(shown.findings, finding_json) + "]}\n";
}

std::string record_json(const archive::LogRecord& record) {
  return "{\"seq\":" + std::to_string(record.seq) + ",\"at\":" + json_string(record.act.at) +
         ",\"who\":" + json_string(record.act.who) + ",\"why\":" + json_string(record.act.why) +
         ",\"action\":" + json_string(record.action) +
         ",\"subject\":" + json_string(record.subject) + ",\"detail\":" + record.detail +
         ",\"previous\":" + json_string(record.previous) + ",\"hash\":" + json_string(record.hash) +
         "}\n";
}

}  // namespace baocao::desk
