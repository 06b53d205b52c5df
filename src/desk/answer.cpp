#include "desk/answer.hpp"

#include "desk/recompute.hpp"
#include "diag/codes.hpp"
#include "job/document.hpp"
#include "report/document_block.hpp"
#include "submission/package.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace baocao::desk {
namespace {

// Where a fault is, without what stands there: the letter passes through many hands.
std::string place_of(const diag::Span& span) {
  std::string place = span.sheet.empty() ? "" : "trang " + span.sheet;
  if (!span.cell.empty()) {
    place += (place.empty() ? "" : ", ") + std::string("ô ") + span.cell;
  } else if (span.row > 0) {
    place += (place.empty() ? "" : ", ") + std::string("hàng ") + std::to_string(span.row);
  }
  return place;
}

report::Value fault_value(const diag::Diagnostic& fault) {
  const diag::CodeInfo* info = diag::find_code(fault.code.id());
  return report::Map{{"ma", std::string(fault.code.id())},
                     {"tep", fault.span.file},
                     {"cho", place_of(fault.span)},
                     {"noi_dung", info == nullptr ? "" : std::string(info->title)},
                     {"cach_sua", fault.help}};
}

// "Đảng ủy xã Văn Lăng": who signs the unit's own reports, "ĐẢNG ỦY XÃ VĂN LĂNG", inside a
// sentence.
std::string addressee_of(const job::Loaded& loaded) {
  const table::Unit& unit = loaded.dataset.units.all[loaded.unit];
  const std::string issuer = job::document_for(loaded, loaded.unit).issuer;
  const std::string upper = text::upper(unit.full_name);
  if (!issuer.ends_with(upper) || issuer == upper) {
    return unit.full_name;
  }
  const std::string office = issuer.substr(0, issuer.size() - upper.size());
  return text::capitalized(text::lower(office)) + job::in_sentence(unit);
}

// The letter of the unit above to the one that handed in.
report::Document document_of(const job::Loaded& loaded) {
  const table::Units& units = loaded.dataset.units;
  const auto above = units.all[loaded.unit].parent;
  report::Document document = job::document_for(loaded, above.value_or(loaded.unit));
  // "BC/BTCTU", the symbol of the unit's reports: "CV/BTCTU".
  const std::size_t slash = document.symbol.find('/');
  document.symbol = slash == std::string::npos ? "" : "CV" + document.symbol.substr(slash);
  document.number.reset();
  document.date.reset();
  document.addressee = addressee_of(loaded);
  document.recipients = {"Lưu"};
  return document;
}

bool counts(const diag::Diagnostic& fault) {
  return fault.severity != diag::Severity::note;
}

// Makes the answer while it reads.
class Reading {
 public:
  Reading(ReturnRequest request, const job::Options& options)
      : request_(std::move(request)), options_(options) {}

  Answer read(base::ByteView zip) {
    auto package = submission::open(zip, request_.file, faults_);
    if (package) {
      answer_.manifest = package->manifest;
      check(*package);
    }
    answer_.letter = letter();
    return std::move(answer_);
  }

 private:
  void check(const submission::Package& package) {
    diag::Sink fatal;
    auto job = job::load_job_file(inputs_of(package, request_.file), "job.toml", fatal);
    auto loaded = job ? job::inspect(std::move(*job), options_, fatal) : nullptr;
    if (loaded) {
      document_ = document_of(*loaded);
      unit_name_ = job::in_sentence(loaded->dataset.units.all[loaded->unit]);
      as_of_ = loaded->job.as_of;
      answer_.checked = job::checked_of(std::move(*loaded));
    }
    answer_.checked.faults.append(std::move(fatal));
  }

  report::Value letter() const {
    report::List faults;
    for (const auto* sink : {&request_.refusals, &faults_, &answer_.checked.faults}) {
      for (const diag::Diagnostic& fault : sink->all()) {
        if (counts(fault)) {
          faults.push_back(fault_value(fault));
        }
      }
    }
    const submission::Manifest& m = answer_.manifest;
    const bool opened = !m.unit.empty();
    return report::Map{
        {"van_ban", report::document_block(document_, as_of_)},
        {"don_vi",
         report::Map{{"ma", m.unit}, {"ten", unit_name_.empty() ? m.unit_name : unit_name_}}},
        {"ky", opened ? report::Value(text::period_name(m.period)) : report::Value()},
        {"goi",
         report::Map{{"tep", request_.file},
                     {"lan", static_cast<std::int64_t>(m.revision)},
                     {"lan_sau", static_cast<std::int64_t>(m.revision) + (opened ? 1 : 0)}}},
        {"ly_do", request_.reason},
        {"han", request_.due ? report::Value(*request_.due) : report::Value()},
        {"so_loi", static_cast<std::int64_t>(faults.size())},
        {"loi", std::move(faults)}};
  }

  ReturnRequest request_;
  const job::Options& options_;
  Answer answer_;
  diag::Sink faults_;  // of the package
  report::Document document_;
  std::string unit_name_;  // "xã Văn Lăng"; empty: the inputs could not be read
  base::Date as_of_;
};

}  // namespace

Answer answer(base::ByteView zip, ReturnRequest request, const job::Options& options) {
  return Reading(std::move(request), options).read(zip);
}

}  // namespace baocao::desk
