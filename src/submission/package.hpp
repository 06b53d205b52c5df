// A submission package, from values to bytes and back. docs/goi-nop.md describes the format.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "submission/manifest.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::submission {

struct File {
  std::string name;
  Role role = Role::input;
  base::Bytes bytes;
};

struct Package {
  Manifest manifest;
  base::Bytes manifest_json;  // the bytes that are signed
  base::Bytes signature;      // META-INF/manifest.p7s (signature.hpp); empty: not signed
  std::vector<File> files;    // in the order of manifest.entries

  const File* find(std::string_view name) const;
  const File* find(Role role) const;  // the first one
};

// Fills in manifest.entries and manifest.definitions.sha256.
Package make_package(Manifest manifest, std::vector<File> files);

// The same package, the same bytes.
base::Bytes write(const Package& package);

// The package, when every entry is as its manifest says; the signature is not judged (see
// signature.hpp). Refused: damaged or not a plain zip (G101), encrypted entries (G102), two entries
// of one name (G103), names that lead outside (G104), more than the limits (G105), names not in NFC
// or with control characters (G106), names equal but for case (G107), links (G108), folders (G109),
// no manifest (G110), faults of the manifest (G111-G121, manifest.hpp), entries missing (G115) or
// unannounced (G116), another size (G117) or hash (G118). All that can be found go to `faults`; the
// first is returned. `file` names the package in faults.
diag::Result<Package> open(base::ByteView bytes, const std::string& file, diag::Sink& faults);

}  // namespace baocao::submission
