#include "job/submit.hpp"

#include <gmock/gmock.h>

namespace baocao::job {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const job_text =
    "resolution = \"thai-nguyen-cbcx\"\nperiod = \"2026-Q3\"\nas_of = 2026-09-30\n"
    "unit = \"05665\"\n";
const char* const files_text = "[files]\ndon_vi = \"don-vi.csv\"\ncan_bo = [\"can-bo/*.csv\"]\n";
const char* const acknowledged_text = "[acknowledge]\nK310 = \"chờ hồ sơ\"\n";

base::Folder::Files commune() {
  return {{"job.toml", std::string(job_text) + acknowledged_text + files_text},
          {"don-vi.csv", "code,name,full_name,type,parent\n05665,Văn Lăng,Xã Văn Lăng,xa,\n"},
          {"can-bo/danh sách.csv",
           "ho_ten,ngay_sinh,gioi_tinh,chuc_danh,cccd,don_vi\n"
           "Nguyễn Văn An,02/03/1980,Nam,Bí thư,019080001234,05665\n"
           "Lò Thị Mai,05/06/1985,Nữ,Phó Bí thư,,05665\n"}};
}

class Submit : public testing::Test {
 protected:
  // The codes of what stands against the package.
  std::vector<std::string> make(const base::Folder::Files& files,
                                const SubmitRequest& request = {}) {
    diag::Sink fatal;
    const base::Folder folder(std::make_shared<const base::Folder::Files>(files), "xa");
    auto job = load_job_file(folder, "job.toml", fatal);
    if (!job) {
      return codes(fatal);
    }
    auto loaded = load(std::move(*job), options_, fatal);
    if (!loaded) {
      return codes(fatal);
    }
    auto computed = compute(**loaded, options_, fatal);
    auto made = make_submission(**loaded, **computed, request, options_, fatal);
    EXPECT_EQ(made.has_value(), !fatal.has_errors());
    if (made) {
      made_ = std::move(*made);
    }
    return codes(fatal);
  }

  submission::Package opened() {
    diag::Sink faults;
    auto package = submission::open(made_.bytes, "gói.zip", faults);
    EXPECT_TRUE(package);
    return package.value_or(submission::Package{});
  }

  static std::vector<std::string> codes(const diag::Sink& faults) {
    std::vector<std::string> codes;
    for (const diag::Diagnostic& fault : faults.all()) {
      codes.emplace_back(fault.code.id());
    }
    return codes;
  }

  const Options options_{.templates = std::string(BAOCAO_SOURCE_DIR "/templates"), .progress = {}};
  Submission made_;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST_F(Submit, PacksTheInputsAsDelivered) {
  ASSERT_THAT(make(commune()), IsEmpty());
  const submission::Package package = opened();
  EXPECT_EQ(package.find("inputs/job.toml")->bytes, commune().at("job.toml"));
  EXPECT_EQ(package.find("inputs/can-bo/danh sách.csv")->bytes,
            commune().at("can-bo/danh sách.csv"));
  EXPECT_EQ(package.manifest.unit, "05665");
  EXPECT_EQ(package.manifest.unit_name, "Xã Văn Lăng");
  EXPECT_EQ(package.manifest.persons, 2U);
  EXPECT_EQ(package.manifest.acknowledged.at(0).reason, "chờ hồ sơ");
  EXPECT_FALSE(package.manifest.definitions.files.empty());
}

TEST_F(Submit, GivesTheSameBytesForTheSameJob) {
  ASSERT_THAT(make(commune()), IsEmpty());
  const base::Bytes first = made_.bytes;
  ASSERT_THAT(make(commune()), IsEmpty());
  EXPECT_EQ(first, made_.bytes);
  ASSERT_THAT(make(commune(), {.revision = 2, .version = "", .signing = {}, .receiver_pem = ""}),
              IsEmpty());
  EXPECT_NE(first, made_.bytes);
}

TEST_F(Submit, SendsDocumentsButNoListOfPersons) {
  ASSERT_THAT(make(commune()), IsEmpty());
  std::vector<std::string> names;
  for (const submission::File& file : opened().files) {
    if (file.name.starts_with("outputs/")) {
      names.push_back(file.name);
    }
  }
  EXPECT_THAT(names,
              ElementsAre("outputs/bao-cao.docx", "outputs/phu-luc.xlsx", "outputs/tom-tat.pdf"));
}

TEST_F(Submit, TellsNoIdNumberOutsideTheInputs) {
  ASSERT_THAT(make(commune()), IsEmpty());
  const submission::Package package = opened();
  EXPECT_EQ(package.manifest_json.find("019080001234"), std::string::npos);
  for (const submission::File& file : package.files) {
    EXPECT_EQ(file.bytes.find("019080001234") != std::string::npos,
              file.role == submission::Role::input && file.name.ends_with("danh sách.csv"))
        << file.name;
  }
}

TEST_F(Submit, WaitsForOpenErrors) {
  auto files = commune();
  files["can-bo/danh sách.csv"] =
      replaced(files["can-bo/danh sách.csv"], "02/03/1980", "31/02/1980");
  EXPECT_THAT(make(files), ElementsAre("G201"));
}

TEST_F(Submit, WaitsForTheReasonOfEachWarning) {
  auto files = commune();
  files["job.toml"] = std::string(job_text) + files_text;
  EXPECT_THAT(make(files), ElementsAre("G202"));
}

TEST_F(Submit, TellsReasonsNobodyNeeds) {
  auto files = commune();
  files["job.toml"] = replaced(files["job.toml"], "K310 =", "N203 = \"cũ\"\nK310 =");
  EXPECT_THAT(make(files), ElementsAre("G206"));
}

TEST_F(Submit, RefusesReasonsThatAreNone) {
  for (const char* line : {"K999 = \"lý do\"", "K310 = \" \"", "K310 = \"hai\\ndòng\""}) {
    auto files = commune();
    files["job.toml"] = replaced(files["job.toml"], "K310 = \"chờ hồ sơ\"", line);
    EXPECT_THAT(make(files), ElementsAre("G208")) << line;
  }
}

TEST_F(Submit, PacksNothingFromOutsideTheFolder) {
  for (const char* name :
       {"../chung/don-vi.csv", "./don-vi.csv", "a/../don-vi.csv", "/don-vi.csv"}) {
    auto files = commune();
    files[name] = files["don-vi.csv"];
    files["job.toml"] = replaced(files["job.toml"], "don-vi.csv", name);
    EXPECT_THAT(make(files), ElementsAre("G204")) << name;
  }
}

TEST_F(Submit, NeedsAKeyThatFits) {
  SubmitRequest request;
  request.signing = submission::SigningKey{"không phải PEM", "không phải PEM", {}};
  EXPECT_THAT(make(commune(), request), ElementsAre("G151"));
  request.signing.reset();
  request.receiver_pem = "không phải PEM";
  EXPECT_THAT(make(commune(), request), ElementsAre("G152"));
}

// Whoever opens the package with nothing else counts the same.
TEST_F(Submit, HoldsWhatItsOwnInputsCount) {
  ASSERT_THAT(make(commune()), IsEmpty());
  base::Folder::Files inputs;
  for (const submission::File& file : opened().files) {
    if (file.name.starts_with("inputs/")) {
      inputs.emplace(file.name.substr(7), file.bytes);
    }
  }
  const base::Bytes results = opened().find("results.json")->bytes;
  ASSERT_THAT(make(inputs), IsEmpty());
  EXPECT_EQ(opened().find("results.json")->bytes, results);
  EXPECT_NE(results.find("\"n\":1,\"d\":2"), std::string::npos);
}

// A file that changes between the counting and the packing.
TEST_F(Submit, PacksOnlyWhatWasCounted) {
  auto files = commune();
  diag::Sink fatal;
  auto job =
      load_job_file({std::make_shared<const base::Folder::Files>(files), "xa"}, "job.toml", fatal);
  const auto loaded = load(std::move(*job), options_, fatal);
  ASSERT_TRUE(loaded);
  const auto computed = compute(**loaded, options_, fatal);
  files["can-bo/danh sách.csv"] = replaced(files["can-bo/danh sách.csv"], "Nữ", "Nam");
  const base::Folder now(std::make_shared<const base::Folder::Files>(files), "xa");
  for (InputFile& input : (*loaded)->inputs) {
    input.folder = now;
  }
  EXPECT_FALSE(make_submission(**loaded, **computed, {}, options_, fatal));
  EXPECT_THAT(codes(fatal), ElementsAre("G205"));
}

// The hash of an input is right and yet the count is not: job.toml itself has changed.
TEST_F(Submit, IsNotWrittenWhenThePackageCountsOtherwise) {
  auto files = commune();
  diag::Sink fatal;
  auto job =
      load_job_file({std::make_shared<const base::Folder::Files>(files), "xa"}, "job.toml", fatal);
  const auto loaded = load(std::move(*job), options_, fatal);
  ASSERT_TRUE(loaded);
  const auto computed = compute(**loaded, options_, fatal);
  files["job.toml"] = replaced(files["job.toml"], "as_of = 2026-09-30", "as_of = 2024-09-30");
  (*loaded)->job.folder = base::Folder(std::make_shared<const base::Folder::Files>(files), "xa");
  EXPECT_FALSE(make_submission(**loaded, **computed, {}, options_, fatal));
  EXPECT_THAT(codes(fatal), testing::Contains("G207"));
}

}  // namespace
}  // namespace baocao::job
