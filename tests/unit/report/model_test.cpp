#include "report/model.hpp"

#include "expr/parser.hpp"
#include "report/drilled.hpp"
#include "report/evaluate.hpp"
#include "report/small_cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Person {
  const char* name;
  std::uint16_t unit;
  std::vector<const char*> posts;
  const char* education;  // null: missing
};

// A province (0) and two communes (1, 2); only the first has handed in.
class Model : public ::testing::Test {
 protected:
  void SetUp() override {
    diag::Sink sink;
    auto schema = schema::Schema::load(BAOCAO_SOURCE_DIR "/templates/schema", sink);
    ASSERT_TRUE(schema) << schema.error().message;
    schema_ = std::make_unique<schema::Schema>(std::move(*schema));
    make_dataset();
    make_pack();
    make_findings();
    input_.findings = &findings_;
    input_.dataset = &dataset_;
    input_.plan = &*plan_;
    input_.faults = &faults_;
    input_.period = *base::Period::parse("2026-Q3");
    input_.as_of = *base::Date::from_ymd(2026, 9, 30);
  }

  void make_dataset() {
    dataset_.schema = schema_.get();
    dataset_.units.all = {{"19", "Thái Nguyên", "Tỉnh Thái Nguyên", "tinh", std::nullopt},
                          {"05665", "Văn Lăng", "Xã Văn Lăng", "xa", std::uint16_t{0}},
                          {"05500", "Đức Xuân", "Phường Đức Xuân", "phuong", std::uint16_t{0}}};
    for (const auto& schema : schema_->tables()) {
      table::Table& table = dataset_.tables[schema->name];
      table.schema = schema.get();
      for (const schema::Field& field : schema->fields) {
        table.columns.emplace_back().field = &field;
      }
    }
    add_people({{"Nguyễn Văn An", 1, {"bi_thu"}, "thac_si"},
                {"Trần Thị Bình", 1, {"pho_bi_thu", "chu_tich_ubnd"}, "dai_hoc"},
                {"Lê Văn Cường", 1, {"pho_bi_thu"}, nullptr},
                {"Hoàng Thị Dung", 1, {"chuyen_vien"}, "dai_hoc"}});
  }

  void add_people(const std::vector<Person>& people) {
    table::Table& roster = dataset_.tables.at("can_bo");
    roster.supplied = true;
    roster.rows = people.size();
    table::Source& source = roster.sources.emplace_back();
    source.file = "can-bo/van-lang.xlsx";
    source.sheet = "Danh sách";
    source.columns.resize(roster.columns.size());
    source.headers.resize(roster.columns.size());
    for (table::Column& column : roster.columns) {
      column.present.assign(people.size(), 0);
      column.texts.resize(people.size());
      column.numbers.resize(people.size());
      column.dates.resize(people.size());
      column.codes.resize(people.size());
      column.sets.resize(people.size());
    }
    for (std::size_t row = 0; row < people.size(); ++row) {
      add_person(roster, row, people[row]);
    }
  }

  void add_person(table::Table& roster, std::size_t row, const Person& person) {
    roster.unit.push_back(person.unit);
    roster.origin.push_back({0, static_cast<std::uint32_t>(row + 5)});
    for (table::Column& column : roster.columns) {
      if (column.field->key == "ho_ten") {
        column.present[row] = 1;
        column.texts[row] = person.name;
      } else if (column.field->key == "chuc_danh") {
        column.present[row] = 1;
        for (const char* post : person.posts) {
          column.sets[row] |= std::uint64_t{1} << *column.field->codes->find_key(post);
        }
      } else if (column.field->key == "trinh_do_chuyen_mon" && person.education != nullptr) {
        column.present[row] = 1;
        column.codes[row] = *column.field->codes->find_key(person.education);
      }
    }
  }

  static indicator::Definition share(std::string id, std::string where, std::string meets) {
    indicator::Definition definition;
    definition.id = std::move(id);
    definition.title = "chỉ tiêu " + definition.id;
    definition.of = "can_bo";
    definition.where = std::move(where);
    definition.meets = std::move(meets);
    definition.counted = "đồng chí";
    return definition;
  }

  void make_pack() {
    pack_.id = "thu";
    pack_.levels.resize(2);
    pack_.levels[0].key = "tinh";
    pack_.levels[0].kinds = {"tinh"};
    pack_.levels[1].key = "xa";
    pack_.levels[1].kinds = {"xa", "phuong"};
    const std::string leaders = "chuc_danh in [bi_thu, pho_bi_thu]";
    pack_.indicators = {
        {share("5a", leaders, "trinh_do_chuyen_mon >= thac_si"), {}, "5", {}},
        {share("5b", leaders, "trinh_do_chuyen_mon >= cao_dang"), {}, "5", {}},
        {share("9a", "chuc_danh in [ke_toan]", "trinh_do_chuyen_mon >= dai_hoc"), {}, "9", {}},
        {share("X1", leaders, "chuc_danh in [chu_tich_ubnd]"), {}, "X", {}}};
    pack_.indicators[0].target.threshold = resolution::Threshold::parse(">= 75%");
    pack_.indicators[1].target.threshold = resolution::Threshold::parse(">= 75%");
    pack_.indicators[2].target.threshold = resolution::Threshold::parse(">= 100%");
    pack_.figures = {share("cap_uy.bi_thu", leaders, "chuc_danh in [bi_thu]")};
    pack_.figure_groups = {{"cap_uy", "Chức vụ", "cấp ủy viên", {0}}};
  }

  void make_findings() {
    std::vector<indicator::Definition> definitions;
    for (const auto& indicator : pack_.indicators) {
      definitions.push_back(indicator.definition);
    }
    definitions.push_back(pack_.figures[0]);
    diag::Sink sink;
    indicator::Context context;
    context.as_of = *base::Date::from_ymd(2026, 9, 30);
    auto plan = indicator::Plan::make(definitions, *schema_, context, sink);
    ASSERT_TRUE(plan) << plan.error().message;
    plan_ = std::move(*plan);
    findings_.pack = &pack_;
    findings_.as_of = *base::Date::from_ymd(2026, 9, 30);
    findings_.results = plan_->compute(dataset_, 1);
    findings_.figure_results = {findings_.results.back()};
    findings_.results.pop_back();
  }

  std::string shown(const std::string& source, std::uint16_t unit = 0) {
    input_.unit = unit;
    const Value model = build_model(input_);
    const auto tree = expr::parse(source);
    if (!tree) {
      return tree.error().message;
    }
    const auto value = evaluate(**tree, Scope(model));
    return value ? printed(*value) : "[" + value.error().message + "]";
  }

  std::unique_ptr<schema::Schema> schema_;
  table::Dataset dataset_;
  resolution::Pack pack_;
  std::optional<indicator::Plan> plan_;
  resolution::Findings findings_;
  std::vector<diag::Diagnostic> faults_;
  Input input_;
};

TEST_F(Model, WritesTheSentenceFromTheSameFigures) {
  EXPECT_EQ(shown("chi_tieu[0].n ~ '/' ~ chi_tieu[0].d ~ ', ' ~ chi_tieu[0].chua_ro"), "1/3, 1");
  EXPECT_EQ(shown("chi_tieu[0].ket_luan"), "not_met");
  EXPECT_EQ(shown("chi_tieu[0].cau"),
            "1/3 đồng chí, đạt 33,3% (có 01 đồng chí chưa rõ, tỷ lệ trong khoảng 33,3% đến 66,7%), "
            "chưa đạt mục tiêu từ 75% trở lên, còn thiếu 02 đồng chí");
  EXPECT_EQ(shown("chi_tieu[1].ket_luan"), "undecided");
  EXPECT_EQ(shown("chi_tieu[2].cau"), "không có đối tượng");
  EXPECT_EQ(shown("chi_tieu[3].ket_luan"), "none");
}

TEST_F(Model, CountsVerdictsSoThatTheyAddUp) {
  EXPECT_EQ(shown("tong.so_chi_tieu"), "4");
  EXPECT_EQ(shown("[tong.dat, tong.chua_dat, tong.chua_du_du_lieu, tong.khong_co_so_lieu, "
                  "tong.chua_den_han, tong.khong_xet]"),
            "0, 1, 1, 1, 0, 1");
  EXPECT_EQ(shown("tong.khong_doi_tuong"), "1");
  EXPECT_EQ(shown("tong.co_so_lieu"), "2");
}

TEST_F(Model, GathersIndicatorsByTheirNumber) {
  EXPECT_EQ(shown("nhom | lay('so') | noi"), "5, 9, X");
  EXPECT_EQ(shown("nhom | lay('ten') | noi"), "Chỉ tiêu số 5, Chỉ tiêu số 9, Yêu cầu tại mục X");
  EXPECT_EQ(shown("nhom[0].chi_tieu | lay('ma') | noi"), "5a, 5b");
}

TEST_F(Model, KnowsTheUnitItsLevelAndThePeriod) {
  EXPECT_EQ(shown("cap"), "tinh");
  EXPECT_EQ(shown("cap", 2), "xa");
  EXPECT_EQ(shown("don_vi.loai_ten ~ ' ' ~ don_vi.ten", 2), "Phường Đức Xuân");
  EXPECT_EQ(shown("ky.ten"), "quý III năm 2026");
  EXPECT_EQ(shown("ky.chot | ngay"), "30/9/2026");
}

TEST_F(Model, SaysWhoHasNotHandedIn) {
  EXPECT_EQ(shown("nop.da_nop ~ '/' ~ nop.phai_nop"), "1/2");
  EXPECT_EQ(shown("nop.chua_nop | noi_va"), "Phường Đức Xuân");
  EXPECT_EQ(shown("nop.day_du"), "không");
  EXPECT_EQ(shown("nop.day_du", 1), "có");
}

TEST_F(Model, CountsPeopleAndUnits) {
  EXPECT_EQ(shown("[nhan_su.tong_so, nhan_su.cap_uy, nhan_su.so_xa, nhan_su.xa, nhan_su.phuong]"),
            "4, 3, 2, 1, 1");
  EXPECT_EQ(shown("co_cau[0].tong ~ ': ' ~ co_cau[0].dong[0].n"), "3: 1");
  EXPECT_EQ(shown("co_cau[0].chua_ro"), "0");
  EXPECT_EQ(shown("so_lieu['cap_uy.bi_thu'].ty_le | phan_tram"), "33,3%");
}

TEST_F(Model, SignsNothingWhenNoLimitWasSet) {
  EXPECT_EQ(shown("chi_tieu[0].n_sao ~ co_cau[0].dong[0].n_sao ~ xa[0].so_nguoi_sao"), "");
  EXPECT_EQ(shown("o_nho.ghi_chu is none"), "có");
  input_.unit = 0;
  EXPECT_TRUE(marked_tables(build_model(input_)).empty());
}

TEST_F(Model, SignsCountsOfPersonsFromOneToTheLimitAlone) {
  input_.small_cells_below = 3;  // 5a is 1 of 3, one unknown; 9a is 0 of 0
  EXPECT_EQ(shown("chi_tieu[0].n ~ chi_tieu[0].n_sao ~ '/' ~ chi_tieu[0].d ~ chi_tieu[0].d_sao ~ "
                  "', ' ~ chi_tieu[0].chua_ro ~ chi_tieu[0].chua_ro_sao"),
            "1*/3, 1*");
  EXPECT_EQ(shown("chi_tieu[2].n ~ chi_tieu[2].n_sao ~ '/' ~ chi_tieu[2].d ~ chi_tieu[2].d_sao"),
            "0/0");
  EXPECT_EQ(shown("co_cau[0].tong ~ co_cau[0].tong_sao ~ ': ' ~ co_cau[0].dong[0].n ~ "
                  "co_cau[0].dong[0].n_sao ~ '; ' ~ co_cau[0].co_sao"),
            "3: 1*; có");
  EXPECT_EQ(shown("so_lieu['cap_uy.bi_thu'].n_sao ~ so_lieu['cap_uy.bi_thu'].d_sao"), "*");
  EXPECT_EQ(shown("o_nho.duoi ~ ': ' ~ o_nho.ghi_chu"),
            "3: * Số liệu dưới 3 người; cân nhắc trước khi gửi ra ngoài hệ thống.");
  input_.small_cells_below = 4;
  EXPECT_EQ(shown("chi_tieu[0].d ~ chi_tieu[0].d_sao ~ ', ' ~ co_cau[0].tong ~ co_cau[0].tong_sao"),
            "3*, 3*");
  input_.small_cells_below = 5;
  EXPECT_EQ(shown("xa[0].so_nguoi ~ xa[0].so_nguoi_sao ~ ', ' ~ xa[1].so_nguoi_sao"), "4*, ");
}

TEST_F(Model, CountsSignedCellsOfEachTable) {
  input_.small_cells_below = 3;
  const std::vector<MarkedTable> tables = marked_tables(build_model(input_));
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[0].title, "Kết quả các chỉ tiêu");
  EXPECT_EQ(tables[0].cells, 5U) << "n and unknown of 5a and 5b, n of X1";
  EXPECT_EQ(tables[1].title, "Kết quả từng chỉ tiêu theo đơn vị");
  EXPECT_EQ(tables[1].cells, 6U) << "n of 5a, 5b and X1, of the commune and of all";
  EXPECT_EQ(tables[2].title, "Cơ cấu: Chức vụ (cấp ủy viên)");
  EXPECT_EQ(tables[2].cells, 1U);
}

TEST_F(Model, KnowsWhichIndicatorsCountPersons) {
  indicator::Definition definition = share("a", "", "");
  EXPECT_TRUE(counts_persons(definition, *schema_));
  for (const char* table : {"danh_gia", "boi_duong", "quy_hoach", "luan_chuyen"}) {
    definition.of = table;
    EXPECT_TRUE(counts_persons(definition, *schema_)) << table;
  }
  for (const char* table : {"don_vi", "trang_bi", "bien_che", "thon", ""}) {
    definition.of = table;
    EXPECT_FALSE(counts_persons(definition, *schema_)) << table;
  }
  definition.persons = true;
  EXPECT_TRUE(counts_persons(definition, *schema_))
      << "a sum over ready-made counts says so itself";
}

TEST_F(Model, ListsTheCommunesWithTheirOwnIndicators) {
  EXPECT_EQ(shown("xa | lay('ten') | noi"), "Văn Lăng, Đức Xuân");
  EXPECT_EQ(shown("xa | lay('so_nguoi') | noi"), "4, 0");
  EXPECT_EQ(shown("xa[0].chi_tieu[0].d ~ ', ' ~ xa[1].chi_tieu[0].d"), "3, 0");
  EXPECT_EQ(shown("xa | do_dai", 1), "0");
}

TEST_F(Model, NamesThosePersonsWhoKeepATargetFromBeingMet) {
  EXPECT_EQ(shown("can_tro | lay('ho_ten') | noi"), "Trần Thị Bình, Lê Văn Cường, Lê Văn Cường");
  EXPECT_EQ(shown("can_tro | lay('chi_tieu') | noi"), "5a, 5a, 5b");
  EXPECT_EQ(shown("can_tro[0].don_vi"), "Xã Văn Lăng");
  EXPECT_THAT(shown("can_tro[0].chuc_vu"), HasSubstr("Chủ tịch"));
  EXPECT_THAT(shown("can_tro[0].noi"), HasSubstr("van-lang.xlsx, trang “Danh sách”, hàng 7"));
  EXPECT_NE(shown("can_tro[0].ly_do"), "");
}

TEST_F(Model, NamesTheSamePersonsWhenTheyAreListedForManyUnitsAtOnce) {
  const std::string all = "can_tro | lay('ho_ten') | noi";
  const Drilled drilled(*plan_, findings_, dataset_, 0, 2);
  for (std::uint16_t unit = 0; unit < 3; ++unit) {
    input_.drilled = nullptr;
    const std::string alone = shown(all, unit);
    input_.drilled = &drilled;
    EXPECT_EQ(shown(all, unit), alone) << unit;
  }
  EXPECT_EQ(shown(all, 1), "Trần Thị Bình, Lê Văn Cường, Lê Văn Cường");
  EXPECT_EQ(shown(all, 2), "");
}

// An empty list would let a template print "0 người" where there are some.
TEST_F(Model, HasNoNameForPersonsInDocumentsThatGoOutside) {
  input_.with_persons = false;
  EXPECT_THAT(shown("can_tro | do_dai"), HasSubstr("can_tro"));
  EXPECT_THAT(shown("ngoai_le | do_dai"), HasSubstr("ngoai_le"));
  EXPECT_EQ(shown("ngoai_le_gop | do_dai"), "0");
}

TEST_F(Model, ShowsACommuneItsOwnFaultsOnly) {
  faults_.push_back({.code = "J101", .message = "chung"});
  faults_.push_back({.code = "J102",
                     .severity = diag::Severity::warning,
                     .message = "của Văn Lăng",
                     .span = {.file = "a.xlsx", .cell = "D17"},
                     .unit = "05665"});
  EXPECT_EQ(shown("loi | lay('noi_dung') | noi"), "chung, của Văn Lăng");
  EXPECT_EQ(shown("loi | lay('noi_dung') | noi", 1), "của Văn Lăng");
  EXPECT_EQ(shown("loi | do_dai", 2), "0");
  EXPECT_EQ(shown("loi[0].muc_do ~ ' ' ~ loi[0].o ~ ' ' ~ loi[0].don_vi", 1),
            "cảnh báo D17 Xã Văn Lăng");
  EXPECT_EQ(shown("[so_loi.loi, so_loi.canh_bao, so_loi.ghi_chu]"), "1, 1, 0");
}

TEST_F(Model, ListsExceptionsWithNamesInsideAndCountsThemForOutside) {
  const check::Exception exception{.fault = {.code = "K310",
                                             .message = "đã 68 tuổi, trên 65",
                                             .span = {.file = "a.csv", .cell = "B2"},
                                             .unit = "05665",
                                             .rule = "tuoi-toi-da"},
                                   .title = "đã … tuổi, trên 65",
                                   .person = "Lê Thị An",
                                   .reason = "kéo dài",
                                   .by = "Trần Thị Bình",
                                   .until = *base::Date::from_ymd(2026, 12, 31)};
  std::vector<check::Exception> exceptions{exception, exception};
  exceptions[1].person = "Lê Thị Ba";
  input_.exceptions = &exceptions;
  EXPECT_EQ(shown("ngoai_le | lay('ho_ten') | noi"), "Lê Thị An, Lê Thị Ba");
  EXPECT_EQ(shown("ngoai_le[0].noi ~ ': ' ~ ngoai_le[0].noi_dung"),
            "a.csv, ô B2: đã 68 tuổi, trên 65");
  EXPECT_EQ(shown("ngoai_le_gop | do_dai"), "1");
  EXPECT_EQ(shown("ngoai_le_gop[0].so_luong ~ ' ' ~ ngoai_le_gop[0].noi_dung"),
            "2 đã … tuổi, trên 65");
  EXPECT_EQ(shown("ngoai_le_gop | do_dai", 2), "0");
  input_.with_persons = false;
  EXPECT_EQ(shown("ngoai_le_gop | do_dai"), "1");
}

TEST_F(Model, ComparesWithTheSameUnitOfTheEarlierPeriod) {
  table::Dataset earlier_dataset;
  earlier_dataset.units.all = {dataset_.units.all[1], dataset_.units.all[0]};  // another order
  resolution::Findings earlier = findings_;
  for (indicator::Result& result : earlier.results) {
    result.counts = {{.n = 9, .d = 10}, {.n = 1, .d = 10}};
  }
  EXPECT_EQ(shown("chi_tieu[0].ky_truoc is none"), "có");
  resolution::History history;
  history.add(earlier, earlier_dataset.units);
  input_.history = &history;
  EXPECT_EQ(shown("chi_tieu[0].ky_truoc | phan_tram"), "10%");
  EXPECT_EQ(shown("chi_tieu[0].chenh_lech | diem"), "tăng 23,3 điểm %");
  EXPECT_EQ(shown("chi_tieu[0].ky_truoc | phan_tram", 1), "90%");
}

TEST_F(Model, TellsPaceAndForecastOverAllPeriods) {
  pack_.indicators[0].target.due = base::Date::from_ymd(2030, 9, 30);
  resolution::Findings first = findings_;
  first.as_of = *base::Date::from_ymd(2024, 9, 30);
  first.results[0].counts.assign(dataset_.units.all.size(), {.n = 1, .d = 10});
  resolution::Findings second = findings_;
  second.as_of = *base::Date::from_ymd(2025, 9, 30);
  second.results[0].counts.assign(dataset_.units.all.size(), {.n = 2, .d = 10});
  resolution::History history;
  history.add(first, dataset_.units);
  history.add(second, dataset_.units);
  input_.history = &history;
  EXPECT_EQ(shown("chi_tieu[0].chenh_lech | diem"), "tăng 13,3 điểm %");
  EXPECT_EQ(shown("chi_tieu[0].toc_do | phan_tram"), "11,7%");
  EXPECT_EQ(shown("chi_tieu[0].toc_do_can | phan_tram"), "10,4%");
  EXPECT_EQ(shown("chi_tieu[0].du_bao | phan_tram"), "80%");
  EXPECT_EQ(shown("chi_tieu[0].xu_huong | do_dai"), "3");
  EXPECT_EQ(shown("chi_tieu[0].doi_cach_tinh is none"), "có");
  first.results[0].hash = "một định nghĩa khác";
  history = {};
  history.add(first, dataset_.units);
  history.add(second, dataset_.units);
  EXPECT_EQ(shown("chi_tieu[0].doi_cach_tinh is none"), "không");
  EXPECT_EQ(shown("chi_tieu[0].toc_do | phan_tram"), "13,3%");
}

TEST_F(Model, ShowsTheMilestoneOfTheYear) {
  EXPECT_EQ(shown("chi_tieu[0].moc is none"), "có");
  pack_.indicators[0].target.milestones = {{2026, *resolution::Threshold::parse(">= 30%")}};
  EXPECT_EQ(shown("chi_tieu[0].moc.nam ~ ' ' ~ chi_tieu[0].moc.ket_luan"), "2026 met");
  EXPECT_EQ(shown("chi_tieu[0].moc.muc_tieu_loi"), "từ 30% trở lên");
}

}  // namespace
}  // namespace baocao::report
