#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <fnmatch.h>
#include <unistd.h>

namespace baocao::base {
namespace {

namespace fs = std::filesystem;

FileError last_error(const fs::path& path) {
  return {path, std::error_code(errno, std::generic_category())};
}

// An open file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  ~Descriptor() {
    if (fd_ >= 0) {
      ::close(fd_);
    }
  }

  int get() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
  return ::fsync(fd) == 0;
}

tl::expected<void, FileError> write_new(const fs::path& path, ByteView bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0 || !write_all(file.get(), bytes)) {
    return tl::unexpected(last_error(path));
  }
  return {};
}

}  // namespace

tl::expected<Bytes, FileError> read_file(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return tl::unexpected(FileError{path, std::make_error_code(std::errc::is_a_directory)});
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return tl::unexpected(last_error(path));
  }
  const auto size = fs::file_size(path, error);
  if (error) {
    return tl::unexpected(FileError{path, error});
  }
  Bytes bytes(size, '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return tl::unexpected(last_error(path));
  }
  return bytes;
}

tl::expected<void, FileError> rename_file(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    return tl::unexpected(last_error(to));
  }
  const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
  const Descriptor names(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A folder that may not be listed, or a file system that cannot sync folders (EINVAL): there is no
  // more to be done.
  if (names.get() >= 0 && ::fsync(names.get()) != 0 && errno != EINVAL) {
    return tl::unexpected(last_error(folder));
  }
  return {};
}

tl::expected<void, FileError> write_file(const fs::path& path, ByteView bytes) {
  std::error_code error;
  if (path.has_parent_path()) {
    fs::create_directories(path.parent_path(), error);
    if (error) {
      return tl::unexpected(FileError{path.parent_path(), error});
    }
  }
  fs::path partial = path;
  partial += ".partial";
  if (auto written = write_new(partial, bytes); !written) {
    fs::remove(partial, error);
    return written;
  }
  auto renamed = rename_file(partial, path);
  if (!renamed) {
    fs::remove(partial, error);
  }
  return renamed;
}

bool is_pattern(const std::string& name) {
  return name.find_first_of("*?") != std::string::npos;
}

bool matches(const std::string& name, const std::string& pattern) {
  // "~$x.xlsx" is the lock file that Excel leaves beside an open workbook.
  return !name.starts_with("~$") && !name.starts_with('.') &&
         ::fnmatch(fs::path(pattern).filename().c_str(), name.c_str(), 0) == 0;
}

std::vector<std::string> glob(const fs::path& folder, const std::string& pattern) {
  if (!is_pattern(pattern)) {
    return {pattern};
  }
  const fs::path relative(pattern);
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder / relative.parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && matches(name, pattern)) {
      names.push_back((relative.parent_path() / name).generic_string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace baocao::base
