#include "base/folder.hpp"

#include <system_error>
#include <utility>

namespace baocao::base {

namespace fs = std::filesystem;

Folder::Folder(std::shared_ptr<const Files> files, std::string name)
    : path_(std::move(name)), files_(std::move(files)) {}

bool Folder::contains(const std::string& name) const {
  if (!in_memory()) {
    std::error_code error;
    return is_named() && fs::exists(path_ / name, error);
  }
  const std::string wanted = key(name);
  const auto below = files_->lower_bound(wanted + "/");
  return files_->contains(wanted) ||
         (below != files_->end() && below->first.starts_with(wanted + "/"));
}

tl::expected<Bytes, FileError> Folder::read(const std::string& name) const {
  if (!in_memory()) {
    return read_file(path_ / name);
  }
  const auto found = files_->find(key(name));
  if (found == files_->end()) {
    return tl::unexpected(
        FileError{path_ / name, std::make_error_code(std::errc::no_such_file_or_directory)});
  }
  return found->second;
}

std::vector<std::string> Folder::glob(const std::string& pattern) const {
  if (!in_memory()) {
    return base::glob(path_, pattern);
  }
  if (!is_pattern(pattern)) {
    return {pattern};
  }
  const std::string parent = fs::path(pattern).parent_path().generic_string();
  const std::string folder = parent.empty() ? inside_ : key(parent);
  const std::string start = folder.empty() ? "" : folder + "/";
  std::vector<std::string> names;
  for (auto each = files_->lower_bound(start);
       each != files_->end() && each->first.starts_with(start);
       ++each) {
    const std::string name = each->first.substr(start.size());
    if (name.find('/') == std::string::npos && matches(name, pattern)) {
      names.push_back(parent.empty() ? name : parent + "/" + name);
    }
  }
  return names;
}

Folder Folder::operator/(const std::string& name) const {
  Folder below = *this;
  below.path_ /= name;
  if (in_memory()) {
    below.inside_ = key(name);
  }
  return below;
}

}  // namespace baocao::base
