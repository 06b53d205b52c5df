#include "package/zip_reader.hpp"

#include "package/zip_entry.hpp"

#include <map>
#include <optional>
#include <utility>

#include <zip.h>

namespace baocao::package {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

diag::Failure fault(diag::Code code, std::string message, std::string help, diag::Span span) {
  return diag::Failure(diag::Diagnostic{.code = code,
                                        .message = std::move(message),
                                        .help = std::move(help),
                                        .span = std::move(span)});
}

diag::Failure damaged(diag::Span span) {
  return fault("F101",
               "tệp không phải là gói .xlsx, .docx hợp lệ hoặc đã bị hỏng, bị cắt cụt",
               "mở tệp bằng Excel hoặc Word rồi lưu lại; nếu không mở được, xin lại bản gốc",
               std::move(span));
}

diag::Failure over_limit(std::string what, diag::Span span) {
  return fault("F107",
               "tệp quá lớn so với mức cho phép: " + std::move(what),
               "kiểm tra nguồn gốc của tệp; tách dữ liệu thành nhiều tệp nhỏ hơn",
               std::move(span));
}

diag::Failure missing(diag::Span span) {
  return fault("F108",
               "tệp thiếu phần bắt buộc bên trong",
               "mở tệp bằng Excel hoặc Word rồi lưu lại",
               std::move(span));
}

bool is_ole(base::ByteView bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

// The directory of an OLE file (MS-CFB) holds names in UTF-16LE.
bool has_ole_name(base::ByteView bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide.push_back(c);
    wide.push_back('\0');
  }
  return bytes.find(wide) != base::ByteView::npos;
}

diag::Failure refuse_ole(base::ByteView bytes, const std::string& file) {
  if (has_ole_name(bytes, "EncryptedPackage")) {
    return fault("F102",
                 "tệp được bảo vệ bằng mật khẩu nên không đọc được",
                 "mở tệp bằng Excel hoặc Word, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại",
                 {.file = file});
  }
  return fault(
      "F103",
      "tệp ở định dạng Office 97-2003 (.xls, .doc), chương trình chỉ đọc .xlsx, .ods, .docx, .csv",
      "mở tệp bằng Excel hoặc Word, chọn Lưu dưới dạng (Save As) .xlsx hoặc .docx",
      {.file = file});
}

bool is_unsafe(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find_first_of("\\:") != std::string_view::npos ||
      name.find('\0') != std::string_view::npos) {
    return true;
  }
  const std::string framed = "/" + std::string(name) + "/";
  return framed.find("/../") != std::string::npos;
}

// libzip takes no bytes at all for a package without entries.
Archive open_archive(base::ByteView bytes, int flags) {
  if (bytes.empty()) {
    return {nullptr, &zip_discard};
  }
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) {
    return {nullptr, &zip_discard};
  }
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | flags, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
  }
  return {archive, &zip_discard};
}

// Even sheets formatted to their last row pack no better than 1:60; deflate can do 1:1000.
bool is_bomb(const ZipEntry& entry) {
  constexpr std::uint64_t small = 64ULL * 1024 * 1024;
  constexpr std::uint64_t honest_ratio = 200;
  return entry.size() > small && entry.size() / honest_ratio > entry.packed_size();
}

}  // namespace

struct ZipReader::State {
  Archive archive;
  std::string file;
  ZipLimits limits;
  std::vector<std::string> names;
  std::map<std::string, zip_uint64_t, std::less<>> index;
  std::uint64_t total = 0;  // bytes unpacked so far

  diag::Result<void> list();
  diag::Result<void> list_entry(zip_uint64_t at);
  diag::Result<void> count(std::uint64_t entry_total, std::uint64_t piece, const diag::Span& span);
};

diag::Result<void> ZipReader::State::list_entry(zip_uint64_t at) {
  zip_stat_t entry;
  constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(archive.get(), at, ZIP_FL_ENC_GUESS, &entry) != 0 ||
      (entry.valid & needed) != needed) {
    return damaged({.file = file});
  }
  const diag::Span span{.file = file, .part = entry.name};
  if (entry.encryption_method != ZIP_EM_NONE) {
    return fault("F104",
                 "phần bên trong tệp bị mã hóa nên không đọc được",
                 "mở tệp bằng chương trình đã tạo ra nó và lưu lại không đặt mật khẩu",
                 span);
  }
  if (is_unsafe(entry.name)) {
    return fault("F106",
                 "tên phần bên trong tệp trỏ ra ngoài gói, tệp không an toàn",
                 "không dùng tệp này; xin lại bản gốc từ nơi gửi",
                 span);
  }
  if (!index.emplace(entry.name, at).second) {
    return fault("F105",
                 "hai phần bên trong tệp trùng tên, không rõ phần nào là thật",
                 "mở tệp bằng Excel hoặc Word rồi lưu lại",
                 span);
  }
  names.emplace_back(entry.name);
  return {};
}

diag::Result<void> ZipReader::State::list() {
  const auto entries = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  if (entries > limits.entries) {
    return over_limit(
        "có " + std::to_string(entries) + " phần, tối đa " + std::to_string(limits.entries),
        {.file = file});
  }
  for (zip_uint64_t at = 0; at < entries; ++at) {
    if (auto listed = list_entry(at); !listed) {
      return listed;
    }
  }
  return {};
}

diag::Result<void> ZipReader::State::count(std::uint64_t entry_total,
                                           std::uint64_t piece,
                                           const diag::Span& span) {
  total += piece;
  if (entry_total > limits.entry_bytes || total > limits.total_bytes) {
    return over_limit("giải nén ra quá nhiều dữ liệu", span);
  }
  return {};
}

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}

ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

diag::Result<ZipReader> ZipReader::open(base::ByteView bytes, std::string file, ZipLimits limits) {
  if (is_ole(bytes)) {
    return refuse_ole(bytes, file);
  }
  auto state =
      std::make_unique<State>(State{open_archive(bytes, 0), std::move(file), limits, {}, {}, 0});
  if (state->archive == nullptr) {
    return damaged({.file = state->file});
  }
  if (auto listed = state->list(); !listed) {
    return diag::Failure(std::move(listed.error()));
  }
  // The strict check comes second: it does not say what it found, the list does.
  state->archive = open_archive(bytes, ZIP_CHECKCONS);
  if (state->archive == nullptr) {
    return damaged({.file = state->file});
  }
  return ZipReader(std::move(state));
}

const std::vector<std::string>& ZipReader::names() const {
  return state_->names;
}

bool ZipReader::contains(std::string_view name) const {
  return state_->index.find(name) != state_->index.end();
}

std::uint64_t ZipReader::unpacked_size(std::string_view name) const {
  const auto found = state_->index.find(name);
  return found == state_->index.end() ? 0 : ZipEntry(state_->archive.get(), found->second).size();
}

diag::Result<base::Bytes> ZipReader::read(std::string_view name) const {
  base::Bytes out;
  const auto append = [&](base::ByteView piece) {
    out += piece;
    return true;
  };
  if (auto streamed = stream(name, append); !streamed) {
    return diag::Failure(std::move(streamed.error()));
  }
  return out;
}

diag::Result<PackedBytes> ZipReader::packed(std::string_view name) const {
  const diag::Span span{.file = state_->file, .part = std::string(name)};
  const auto found = state_->index.find(name);
  if (found == state_->index.end()) {
    return missing(span);
  }
  zip_stat_t stat;
  constexpr zip_uint64_t needed =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
  if (zip_stat_index(state_->archive.get(), found->second, 0, &stat) != 0 ||
      (stat.valid & needed) != needed ||
      (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)) {
    return damaged(span);
  }
  if (stat.size > state_->limits.entry_bytes) {
    return over_limit("giải nén ra quá nhiều dữ liệu", span);
  }
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(state_->archive.get(), found->second, ZIP_FL_COMPRESSED), &zip_fclose);
  PackedBytes out{.content = base::Bytes(stat.comp_size, '\0'),
                  .is_deflated = stat.comp_method == ZIP_CM_DEFLATE,
                  .crc = stat.crc,
                  .size = stat.size};
  if (file == nullptr || zip_fread(file.get(), out.content.data(), out.content.size()) !=
                             static_cast<zip_int64_t>(stat.comp_size)) {
    return damaged(span);
  }
  return out;
}

diag::Result<void> ZipReader::stream(std::string_view name,
                                     const std::function<bool(base::ByteView)>& take) const {
  const diag::Span span{.file = state_->file, .part = std::string(name)};
  const auto found = state_->index.find(name);
  if (found == state_->index.end()) {
    return missing(span);
  }
  ZipEntry entry(state_->archive.get(), found->second);
  if (entry.size() > state_->limits.entry_bytes || is_bomb(entry)) {
    return over_limit("giải nén ra quá nhiều dữ liệu", span);
  }
  std::uint64_t entry_total = 0;
  while (true) {
    const std::optional<base::ByteView> piece = entry.next();
    if (!piece) {
      return damaged(span);
    }
    if (piece->empty()) {
      return {};
    }
    entry_total += piece->size();
    if (auto counted = state_->count(entry_total, piece->size(), span); !counted) {
      return counted;
    }
    if (!take(*piece)) {
      return {};
    }
  }
}

}  // namespace baocao::package
