#include "desk/verify.hpp"

#include "desk/recompute.hpp"
#include "desk/tell.hpp"
#include "job/package_facts.hpp"
#include "submission/package.hpp"
#include "submission/seal.hpp"
#include "submission/signature.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace baocao::desk {
namespace {

// One package on its way through the questions.
class Examination {
 public:
  Examination(const Periods& periods, const Demands& demands, const job::Options& options)
      : periods_(periods), demands_(demands), options_(options) {}

  Verified examine(base::ByteView bytes, const std::string& file);

 private:
  // False where the questions that follow would have no sense.
  bool unseal(base::ByteView bytes);
  bool open();
  void judge_signature();
  bool is_expected();
  void recompute();

  void compare(const Recomputed& recomputed);
  void compare_documents(const Recomputed& recomputed);
  void judge_facts(const job::Loaded& loaded);
  void fill_entry(const Recomputed& recomputed);

  void refuse(diag::Code code, std::string message, std::string help) {
    verified_.faults.add(about(verified_.file, code, std::move(message), std::move(help)));
  }

  const Periods& periods_;
  const Demands& demands_;
  job::Options options_;
  const Periods::Known* known_ = nullptr;
  std::optional<submission::Package> package_;
  Verified verified_;
};

bool Examination::unseal(base::ByteView bytes) {
  if (!submission::is_sealed(bytes)) {
    verified_.zip = bytes;
    return true;
  }
  if (demands_.key_pem.empty()) {
    refuse("G300",
           "gói được mã hóa nhưng chưa có khóa để mở",
           "thêm --key KHÓA.pem CHỨNG-THƯ.pem của nơi nhận");
    return false;
  }
  auto opened =
      submission::unseal(bytes, demands_.key_pem, demands_.certificate_pem, verified_.file);
  if (!opened) {
    verified_.faults.add(opened.error());
    return false;
  }
  verified_.zip = std::move(*opened);
  return true;
}

bool Examination::open() {
  auto package = submission::open(verified_.zip, verified_.file, verified_.faults);
  if (!package) {
    return false;
  }
  verified_.manifest = package->manifest;
  package_ = std::move(*package);
  return true;
}

void Examination::judge_signature() {
  if (demands_.trusted_pem.empty()) {
    return;
  }
  const auto signer =
      submission::verify_signature(*package_, demands_.trusted_pem, demands_.day, verified_.file);
  if (signer) {
    verified_.entry.signer = signer->subject;
  } else {
    verified_.faults.add(signer.error());
  }
}

bool Examination::is_expected() {
  const submission::Manifest& m = verified_.manifest;
  known_ = periods_.find({m.resolution, m.period.code()});
  if (known_ == nullptr) {
    refuse("G301",
           "chưa mở kỳ " + m.period.code() + " của nghị quyết \"" + m.resolution +
               "\" trong kho lưu trữ",
           "mở kỳ bằng lệnh archive open, hoặc trả lại gói nộp nhầm kỳ");
    return false;
  }
  const archive::Period& period = known_->period;
  const bool expected = std::any_of(period.units.begin(),
                                    period.units.end(),
                                    [&](const auto& unit) { return unit.code == m.unit; });
  if (!expected) {
    refuse("G302",
           "đơn vị \"" + m.unit + "\" (" + m.unit_name + ") không thuộc diện nộp kỳ này",
           "xem danh sách đơn vị của kỳ bằng lệnh status; trả lại gói nộp nhầm nơi");
  }
  if (m.as_of != period.as_of) {
    refuse(
        "G303",
        "số liệu của gói chốt ngày " + m.as_of.iso() + ", kỳ này chốt ngày " + period.as_of.iso(),
        "sửa as_of trong job.toml rồi lập lại gói");
  }
  if (m.definitions.sha256 != known_->definitions) {
    refuse("G304",
           "gói được lập theo bộ định nghĩa khác với bộ định nghĩa của kỳ",
           "lấy bộ mẫu (thư mục templates) do cấp trên gửi cho kỳ này rồi lập lại gói");
    return false;
  }
  return true;
}

void Examination::recompute() {
  options_.templates = known_->templates;
  options_.threads = 1;
  options_.progress = {};
  diag::Sink fatal;
  const auto recomputed = desk::recompute(*package_, verified_.file, options_, fatal);
  if (!recomputed) {
    refuse("G306",
           "không tính lại được số liệu từ tệp gốc trong gói",
           "trả lại gói; đơn vị chạy lệnh check, sửa lỗi rồi nộp lại");
    verified_.faults.append(within(verified_.file, std::move(fatal)));
    return;
  }
  compare(*recomputed);
  compare_documents(*recomputed);
  fill_entry(*recomputed);
}

void Examination::compare(const Recomputed& recomputed) {
  const diag::Sink& faults = recomputed.loaded->faults;
  if (faults.has_errors()) {
    refuse("G307",
           "số liệu của gói còn " + std::to_string(faults.count(diag::Severity::error)) +
               " lỗi chưa sửa, chưa được cho phép",
           "trả lại gói; đơn vị sửa lỗi hoặc ghi ngoại lệ vào overrides.toml rồi nộp lại");
    diag::Sink errors;
    for (const diag::Diagnostic& fault : faults.all()) {
      if (fault.severity == diag::Severity::error) {
        errors.add(fault);
      }
    }
    verified_.faults.append(within(verified_.file, std::move(errors)));
  }
  const auto stated = submission::read_results(package_->find(submission::Role::results)->bytes,
                                               verified_.file + "/results.json");
  if (!stated) {
    verified_.faults.add(stated.error());
    return;
  }
  for (const std::string& difference : submission::differences(*stated, recomputed.results)) {
    refuse("G308",
           "số liệu trong gói khác số tính lại từ tệp gốc: " + difference,
           "trả lại gói; đơn vị lập lại gói bằng lệnh submit, không sửa tay");
  }
  judge_facts(*recomputed.loaded);
}

void Examination::judge_facts(const job::Loaded& loaded) {
  const submission::Manifest& stated = verified_.manifest;
  const submission::Manifest counted = job::manifest_of(loaded);
  if (stated.counts != counted.counts || stated.persons != counted.persons ||
      stated.overrides != counted.overrides || stated.acknowledged != counted.acknowledged ||
      stated.unit_name != counted.unit_name) {
    refuse("G310",
           "tên đơn vị, số lỗi, cảnh báo, lý do, ngoại lệ hoặc số người ghi trong gói khác với tệp "
           "gốc",
           "trả lại gói; đơn vị lập lại gói bằng lệnh submit, không sửa tay");
  }
  for (const auto& [code, count] : job::warnings_of(loaded)) {
    if (!loaded.job.acknowledge.contains(code)) {
      refuse("G311",
             std::to_string(count) + " cảnh báo " + code + " chưa được nêu lý do",
             "trả lại gói; đơn vị sửa số liệu, hoặc nêu lý do ở mục [acknowledge] của job.toml");
    }
  }
}

void Examination::compare_documents(const Recomputed& recomputed) {
  if (verified_.manifest.program != "baocao " + demands_.version ||
      !recomputed.loaded->job.previous.empty()) {
    verified_.faults.add(
        {.code = "G312",
         .severity = diag::Severity::note,
         .message = "văn bản trong gói chưa được đối chiếu với số liệu",
         .help = "gói lập bằng phiên bản khác, hoặc có so sánh với kỳ trước mà nơi nhận không có; "
                 "số liệu vẫn được tính lại và đã khớp",
         .span = {.file = verified_.file}});
    return;
  }
  diag::Sink fatal;
  for (const std::string& name : different_documents(*package_, recomputed, options_, fatal)) {
    refuse("G309",
           "văn bản \"" + name + "\" trong gói khác văn bản lập lại từ tệp gốc",
           "trả lại gói; đơn vị lập lại gói bằng lệnh submit, không sửa tay văn bản trong gói");
  }
  verified_.faults.append(std::move(fatal));
}

void Examination::fill_entry(const Recomputed& recomputed) {
  const submission::Manifest& m = verified_.manifest;
  archive::NewPackage& entry = verified_.entry;
  entry.file = verified_.file;
  entry.key = known_->period.key;
  entry.unit = m.unit;
  entry.revision = static_cast<std::int64_t>(m.revision);
  entry.as_of = m.as_of;
  entry.program = m.program;
  entry.definitions = known_->period.definitions;
  entry.persons = static_cast<std::int64_t>(m.persons);
  entry.roles = roles_of(m, recomputed.loaded->job);
  entry.figures = figures_of(recomputed.results);
  entry.findings = findings_of(recomputed.loaded->faults);
  verified_.results = recomputed.results;
}

Verified Examination::examine(base::ByteView bytes, const std::string& file) {
  verified_.file = file;
  if (unseal(bytes) && open()) {
    judge_signature();
    if (is_expected()) {
      recompute();
    }
  }
  return std::move(verified_);
}

}  // namespace

Verified verify(base::ByteView bytes,
                const std::string& file,
                const Periods& periods,
                const Demands& demands,
                const job::Options& options) {
  return Examination(periods, demands, options).examine(bytes, file);
}

}  // namespace baocao::desk
