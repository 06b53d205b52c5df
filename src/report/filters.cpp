#include "report/filters.hpp"

#include "report/filter_functions.hpp"

#include <algorithm>
#include <array>

namespace baocao::report {
namespace {

constexpr std::array filters = {
    Filter{"so",
           "number",
           "số có dấu chấm hàng nghìn, dấu phẩy thập phân; tham số: số chữ số thập phân",
           "1234567.891 | so(2)",
           "1.234.567,89",
           filter::number},
    Filter{"phan_tram",
           "percent",
           "tỷ lệ thành phần trăm, bỏ “,0” ở cuối; tham số: số chữ số thập phân",
           "(3 / 8) | phan_tram",
           "37,5%",
           filter::percent},
    Filter{"phan_tram_bang",
           "percent_table",
           "như phan_tram nhưng giữ “,0”, dùng trong bảng",
           "(1 / 2) | phan_tram_bang",
           "50,0%",
           filter::percent_table},
    Filter{"diem",
           "points",
           "chênh lệch hai tỷ lệ, tính bằng điểm phần trăm",
           "(37.6% - 35.5%) | diem",
           "tăng 2,1 điểm %",
           filter::points},
    Filter{"dem",
           "count_prose",
           "số đếm trong câu, dưới 10 thêm số 0 ở trước",
           "5 | dem",
           "05",
           filter::count},
    Filter{"bang_chu",
           "in_words",
           "số nguyên viết bằng chữ",
           "121 | bang_chu",
           "một trăm hai mươi mốt",
           filter::in_words},
    Filter{"la_ma", "roman", "số La Mã", "3 | la_ma", "III", filter::roman},
    Filter{"lam_tron",
           "round",
           "làm tròn; tham số: số chữ số thập phân",
           "2.345 | lam_tron(1)",
           "2,3",
           filter::rounded},
    Filter{"ngay", "date", "ngày viết gọn", "2026-09-05 | ngay", "05/9/2026", filter::short_date},
    Filter{"ngay_dai",
           "long_date",
           "ngày viết đủ",
           "2026-09-05 | ngay_dai",
           "ngày 05 tháng 9 năm 2026",
           filter::long_date},
    Filter{"ngay_bang",
           "table_date",
           "ngày trong cột của bảng",
           "2026-09-05 | ngay_bang",
           "05/09/2026",
           filter::table_date},
    Filter{"hoa", "upper", "chữ in hoa", "'xã Đại Từ' | hoa", "XÃ ĐẠI TỪ", filter::upper},
    Filter{"thuong", "lower", "chữ thường", "'Xã ĐẠI TỪ' | thuong", "xã đại từ", filter::lower},
    Filter{"hoa_dau",
           "capitalize",
           "viết hoa chữ đầu, phần sau giữ nguyên",
           "'đạt mục tiêu' | hoa_dau",
           "Đạt mục tiêu",
           filter::capitalized},
    Filter{"thuong_dau",
           "uncapitalize",
           "viết thường chữ đầu, phần sau giữ nguyên",
           "'Xã Đại Từ' | thuong_dau",
           "xã Đại Từ",
           filter::uncapitalized},
    Filter{"hoa_tung_chu",
           "title",
           "viết hoa chữ đầu mỗi từ",
           "'nguyễn văn an' | hoa_tung_chu",
           "Nguyễn Văn An",
           filter::title},
    Filter{"bo_dau", "unaccent", "bỏ dấu", "'Đồng Hỷ' | bo_dau", "Dong Hy", filter::without_marks},
    Filter{"noi",
           "join",
           "nối danh sách; tham số: dấu nối (mặc định “, ”)",
           "['A', 'B', 'C'] | noi",
           "A, B, C",
           filter::join},
    Filter{"noi_va",
           "join_and",
           "nối danh sách, chữ “và” trước phần tử cuối",
           "['A', 'B', 'C'] | noi_va",
           "A, B và C",
           filter::join_and},
    Filter{"do_dai",
           "length",
           "số phần tử của danh sách, số chữ cái của chữ",
           "['A', 'B'] | do_dai",
           "2",
           filter::length},
    Filter{"dau", "first", "phần tử đầu", "[7, 8, 9] | dau", "7", filter::first},
    Filter{"cuoi", "last", "phần tử cuối", "[7, 8, 9] | cuoi", "9", filter::last},
    Filter{"sap_xep",
           "sort",
           "xếp tăng dần theo thứ tự từ điển tiếng Việt; tham số: tên mục",
           "['Đu', 'Da', 'Ân'] | sap_xep | noi",
           "Ân, Da, Đu",
           filter::sort},
    Filter{"sap_xep_ten",
           "sort_names",
           "xếp họ tên theo tên gọi; tham số: tên mục",
           "['Trần Thị Bình', 'Vũ Văn An'] | sap_xep_ten | noi",
           "Vũ Văn An, Trần Thị Bình",
           filter::sort_names},
    Filter{"loc",
           "where",
           "giữ các phần tử có mục đó đúng, hoặc bằng giá trị thứ hai",
           "chi_tieu | loc('ket_luan', 'met') | do_dai",
           "1",
           filter::where},
    Filter{"lay",
           "pluck",
           "lấy một mục của từng phần tử",
           "chi_tieu | lay('ma') | noi",
           "5a, 5b",
           filter::pluck},
    Filter{
        "tong", "sum", "tổng các số; tham số: tên mục", "chi_tieu | tong('n')", "12", filter::sum},
    Filter{"mac_dinh",
           "default",
           "giá trị dùng thay khi tên không có hoặc trống",
           "khong_co_ten_nay | mac_dinh('…')",
           "…",
           filter::fallback,
           true},
    Filter{"rong",
           "if_empty",
           "chữ dùng thay cho giá trị trống",
           "none | phan_tram | rong('–')",
           "–",
           filter::if_empty},
};

constexpr std::array functions = {
    Function{"range",
             "",
             "dãy số nguyên: range(cuối), range(đầu, cuối), range(đầu, cuối, bước)",
             "range(1, 4) | noi",
             "1, 2, 3",
             filter::range},
};

template <class Declaration>
const Declaration* find(std::span<const Declaration> all, std::string_view wanted) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const Declaration& declaration) {
    return declaration.name == wanted ||
           (!declaration.alias.empty() && declaration.alias == wanted);
  });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

std::span<const Filter> all_filters() {
  return filters;
}

const Filter* find_filter(std::string_view name_or_alias) {
  return find(all_filters(), name_or_alias);
}

std::span<const Function> all_functions() {
  return functions;
}

const Function* find_function(std::string_view name_or_alias) {
  return find(all_functions(), name_or_alias);
}

}  // namespace baocao::report
