// A tree of files read by name: a folder of the disk, or files held in memory (the inputs of a
// package, the templates of a former year). Names use "/" and are relative to the folder.
#pragma once

#include "base/bytes.hpp"
#include "base/file.hpp"

#include <concepts>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::base {

class Folder {
 public:
  using Files = std::map<std::string, Bytes>;

  // Names no folder: nothing is in it.
  Folder() = default;

  // A folder of the disk, present or not. Implicit: wherever files are read, a path will do.
  template <std::convertible_to<std::filesystem::path> Path>
  Folder(Path&& path) : path_(std::forward<Path>(path)) {}  // NOLINT

  // Files in memory; `name` stands for the folder in messages. Copies share the files.
  Folder(std::shared_ptr<const Files> files, std::string name);

  bool is_named() const { return !path_.empty(); }

  bool in_memory() const { return files_ != nullptr; }
  // All files in memory, under the names of the outermost folder; null on the disk.
  const std::shared_ptr<const Files>& files() const { return files_; }

  // A file of this name, or any file below it.
  bool contains(const std::string& name) const;
  tl::expected<Bytes, FileError> read(const std::string& name) const;
  // As base::glob: `*` and `?` in the last component only, byte order.
  std::vector<std::string> glob(const std::string& pattern) const;

  Folder operator/(const std::string& name) const;

  // Where the folder, or a file of it, is: for messages and, on the disk, to open it.
  const std::filesystem::path& path() const { return path_; }

  std::string path(const std::string& name) const { return (path_ / name).generic_string(); }

 private:
  std::string key(const std::string& name) const {
    return inside_.empty() ? name : inside_ + "/" + name;
  }

  std::filesystem::path path_;
  std::shared_ptr<const Files> files_;  // null: on the disk
  std::string inside_;                  // prefix of the names in files_
};

}  // namespace baocao::base
