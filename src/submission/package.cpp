#include "submission/package.hpp"

#include "base/sha256.hpp"
#include "package/zip_writer.hpp"
#include "submission/part_names.hpp"

#include <algorithm>

namespace baocao::submission {

const File* Package::find(std::string_view name) const {
  const auto at =
      std::find_if(files.begin(), files.end(), [&](const File& file) { return file.name == name; });
  return at == files.end() ? nullptr : &*at;
}

const File* Package::find(Role role) const {
  const auto at =
      std::find_if(files.begin(), files.end(), [&](const File& file) { return file.role == role; });
  return at == files.end() ? nullptr : &*at;
}

Package make_package(Manifest manifest, std::vector<File> files) {
  manifest.definitions.sha256 = hash_of(manifest.definitions.files);
  manifest.entries.clear();
  for (const File& file : files) {
    manifest.entries.push_back(
        {file.name, file.bytes.size(), base::sha256_hex(file.bytes), file.role});
  }
  std::string json = to_json(manifest);
  return {std::move(manifest), std::move(json), {}, std::move(files)};
}

base::Bytes write(const Package& package) {
  package::ZipWriter zip;
  zip.add(manifest_part, package.manifest_json);
  if (!package.signature.empty()) {
    zip.add(signature_part, package.signature);
  }
  for (const File& file : package.files) {
    zip.add(file.name, file.bytes);
  }
  return zip.finish();
}

}  // namespace baocao::submission
