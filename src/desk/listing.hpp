// What the archive holds, as text and JSON.
#pragma once

#include "archive/archive.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::desk {

std::string list_text(const std::vector<archive::Period>& periods,
                      const std::vector<archive::Package>& packages,
                      const std::vector<archive::Run>& runs);
// {"periods":[{"resolution","period","as_of","due","units","locked"}],"packages":[{"sha256",
// "resolution","period","unit","revision","state","received_at","signer","persons","size"}],
// "runs":[{"run","made_at","resolution","period","unit","program","packages"}]}
std::string list_json(const std::vector<archive::Period>& periods,
                      const std::vector<archive::Package>& packages,
                      const std::vector<archive::Run>& runs);

struct Shown {
  archive::Package package;
  std::vector<archive::StoredFigure> figures;
  std::vector<archive::Finding> findings;
};

// The package whose hash begins so. A210: none; A213: several, or not a hash.
diag::Result<archive::Package> find_package(const archive::Archive& archive,
                                            std::string_view beginning);
diag::Result<Shown> show(const archive::Archive& archive, std::string_view beginning);

std::string show_text(const Shown& shown);
// One of "packages" above, with "figures":[{"indicator","unit","n","d","u1","u2","open"}] and
// "findings":[{"code","severity","file","sheet","cell","count"}].
std::string show_json(const Shown& shown);

// One record of the log in one line.
std::string record_json(const archive::LogRecord& record);

}  // namespace baocao::desk
