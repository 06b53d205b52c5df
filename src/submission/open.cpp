#include "base/sha256.hpp"
#include "package/zip_directory.hpp"
#include "package/zip_reader.hpp"
#include "submission/entry_names.hpp"
#include "submission/package.hpp"
#include "submission/part_names.hpp"

#include <set>

namespace baocao::submission {
namespace {

constexpr std::uint64_t megabyte = 1024UL * 1024;
constexpr package::ZipLimits limits{
    .entries = 5000, .entry_bytes = 256 * megabyte, .total_bytes = 1024 * megabyte};
constexpr std::uint64_t largest_manifest = 2 * megabyte;
constexpr std::uint64_t largest_signature = 1 * megabyte;
constexpr std::uint64_t largest_results = 16 * megabyte;  // a tree of JSON takes many times more

class Opener {
 public:
  Opener(base::ByteView bytes, const std::string& file, diag::Sink& faults)
      : bytes_(bytes), file_(file), faults_(faults) {}

  // Whatever it returns counts only when there are no faults.
  Package open() {
    Package package;
    const auto directory = package::read_directory(bytes_);
    if (!directory) {
      refuse("G101", "tệp không phải là gói nộp nguyên vẹn: bị hỏng, cắt cụt hoặc nối thêm");
      return package;
    }
    check_names(*directory, file_, faults_);
    if (faults_.has_errors()) {
      return package;
    }
    auto zip = package::ZipReader::open(bytes_, file_, limits);
    if (!zip) {
      refuse_zip(zip.error());
      return package;
    }
    read_parts(*zip, package);
    if (!faults_.has_errors()) {
      read_files(*zip, package);
    }
    return package;
  }

 private:
  void read_parts(const package::ZipReader& zip, Package& package) {
    if (!zip.contains(manifest_part)) {
      refuse("G110", "gói không có tệp kê khai", std::string(manifest_part));
      return;
    }
    package.manifest_json = read(zip, manifest_part, largest_manifest);
    if (zip.contains(signature_part)) {
      package.signature = read(zip, signature_part, largest_signature);
      if (package.signature.empty() && !faults_.has_errors()) {
        refuse("G132", "tệp chữ ký số rỗng", std::string(signature_part));
      }
    }
    if (!faults_.has_errors()) {
      if (auto manifest = read_manifest(package.manifest_json, file_, faults_)) {
        package.manifest = std::move(*manifest);
      }
    }
  }

  void read_files(const package::ZipReader& zip, Package& package) {
    for (const Entry& entry : package.manifest.entries) {
      if (!zip.contains(entry.name)) {
        refuse("G115", "gói thiếu tệp đã kê khai", entry.name);
      } else if (const auto size = zip.unpacked_size(entry.name); size != entry.size) {
        refuse("G117",
               "tệp trong gói dài " + std::to_string(size) + " byte, kê khai " +
                   std::to_string(entry.size),
               entry.name);
      } else if (entry.role == Role::results && size > largest_results) {
        refuse("G105", "tệp kết quả quá lớn", entry.name);
      } else {
        read_file(zip, entry, package);
      }
    }
    std::set<std::string_view> announced{manifest_part, signature_part};
    for (const Entry& entry : package.manifest.entries) {
      announced.insert(entry.name);
    }
    for (const std::string& name : zip.names()) {
      if (!announced.contains(name)) {
        refuse("G116", "gói có tệp không kê khai", name);
      }
    }
  }

  void read_file(const package::ZipReader& zip, const Entry& entry, Package& package) {
    auto bytes = zip.read(entry.name);
    if (!bytes) {
      refuse_zip(bytes.error());
    } else if (base::sha256_hex(*bytes) != entry.sha256) {
      refuse("G118", "nội dung tệp không khớp mã băm đã kê khai", entry.name);
    } else {
      package.files.push_back({entry.name, entry.role, std::move(*bytes)});
    }
  }

  base::Bytes read(const package::ZipReader& zip, std::string_view name, std::uint64_t most) {
    if (zip.unpacked_size(name) > most) {
      refuse("G105", "giải nén ra quá nhiều dữ liệu", std::string(name));
      return {};
    }
    auto bytes = zip.read(name);
    if (!bytes) {
      refuse_zip(bytes.error());
      return {};
    }
    return std::move(*bytes);
  }

  // The faults of any zip (F1xx), as they are of a package.
  void refuse_zip(const diag::Diagnostic& fault) {
    const std::string_view id = fault.code.id();
    if (id == "F104") {
      refuse("G102", "tệp trong gói bị đặt mật khẩu", fault.span.part);
    } else if (id == "F107") {
      refuse("G105", fault.message, fault.span.part);
    } else {
      refuse("G101", "gói bị hỏng, không đọc được", fault.span.part);
    }
  }

  void refuse(diag::Code code, std::string message, std::string part = {}) {
    faults_.add({.code = code,
                 .message = std::move(message),
                 .help = "không dùng gói này; đề nghị nơi gửi lập lại hoặc gửi lại",
                 .span = {.file = file_, .part = std::move(part)}});
  }

  base::ByteView bytes_;
  const std::string& file_;
  diag::Sink& faults_;
};

}  // namespace

diag::Result<Package> open(base::ByteView bytes, const std::string& file, diag::Sink& faults) {
  diag::Sink own;
  Package package = Opener(bytes, file, own).open();
  const auto error = own.first_error();
  faults.append(std::move(own));
  if (error) {
    return diag::Failure(*error);
  }
  return package;
}

}  // namespace baocao::submission
