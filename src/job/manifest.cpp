#include "job/manifest.hpp"

#include "base/sha256.hpp"
#include "diag/json.hpp"

namespace baocao::job {
namespace {

using diag::json_string;

std::string file_json(const std::string& name, const std::string& sha256) {
  return "\n    {\"file\": " + json_string(name) + ", \"sha256\": " + json_string(sha256) + "}";
}

std::string inputs_json(const Loaded& loaded) {
  std::string out;
  for (const InputFile& file : loaded.inputs) {
    out += (out.empty() ? "" : ",") + file_json(file.name, file.sha256);
  }
  return out;
}

std::string outputs_json(const std::vector<Artifact>& artifacts) {
  std::string out;
  for (const Artifact& artifact : artifacts) {
    out += (out.empty() ? "" : ",") + file_json(artifact.name, base::sha256_hex(artifact.bytes));
  }
  return out;
}

std::string counts_json(const Loaded& loaded) {
  std::string out;
  for (const auto& [name, table] : loaded.dataset.tables) {
    if (table.supplied) {
      out += (out.empty() ? "" : ", ") + json_string(name) + ": " + std::to_string(table.rows);
    }
  }
  return out;
}

}  // namespace

std::string manifest_json(const Loaded& loaded,
                          const std::vector<Artifact>& artifacts,
                          const std::string& version) {
  const diag::Sink& faults = loaded.faults;
  return "{\n  \"program\": " + json_string("baocao " + version) +
         ",\n  \"resolution\": " + json_string(loaded.job.resolution) +
         ",\n  \"resolution_sha256\": " + json_string(loaded.pack.hash) +
         ",\n  \"period\": " + json_string(loaded.job.period.code()) +
         ",\n  \"as_of\": " + json_string(loaded.job.as_of.iso()) +
         ",\n  \"unit\": " + json_string(loaded.job.unit) + ",\n  \"rows\": {" +
         counts_json(loaded) +
         "},\n  \"faults\": {\"error\": " + std::to_string(faults.count(diag::Severity::error)) +
         ", \"warning\": " + std::to_string(faults.count(diag::Severity::warning)) +
         ", \"note\": " + std::to_string(faults.count(diag::Severity::note)) +
         "},\n  \"inputs\": [" + inputs_json(loaded) + "\n  ],\n  \"outputs\": [" +
         outputs_json(artifacts) + "\n  ]\n}\n";
}

}  // namespace baocao::job
