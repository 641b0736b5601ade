"""What agencies of each field are busy with."""


def field(name, topics, objects, divisions, units, bosses=("Giám đốc Sở", "Phó Giám đốc Sở", "lãnh đạo Sở")):
    return ({"name": name, "topics": topics.split("; "), "objects": objects.split("; "), "divisions": divisions.split("; "), "units": units.split("; "),
             "bosses": list(bosses)})


FIELDS = {
    "building": field("xây dựng và hạ tầng", "trật tự xây dựng; nhà ở xã hội; cấp phép xây dựng; chỉnh trang đô thị; chất lượng công trình; bảo trì "
                      "đường địa phương",
                      "tuyến đường liên xã; cầu dân sinh; khu nhà ở xã hội; hệ thống thoát nước; công viên khu phố",
                      "Văn phòng; Thanh tra; Phòng Quy hoạch, kiến trúc; Phòng Quản lý nhà; Phòng Hạ tầng kỹ thuật",
                      "Trung tâm Kiểm định xây dựng; Ban Bảo trì đường bộ; Viện Thiết kế đô thị"),
    "health": field("y tế", "tiêm chủng mở rộng; khám chữa bệnh bảo hiểm y tế; an toàn thực phẩm; phòng chống sốt xuất huyết; quản lý hành nghề "
                    "dược; chăm sóc người cao tuổi",
                    "trạm y tế xã; phòng khám đa khoa; xe cứu thương; nhà thuốc đạt chuẩn; đợt khám lưu động",
                    "Văn phòng; Thanh tra; Phòng Nghiệp vụ y; Phòng Nghiệp vụ dược; Phòng Kế hoạch, tài chính",
                    "Bệnh viện Đa khoa khu vực; Trung tâm Kiểm soát bệnh tật; Chi cục An toàn vệ sinh thực phẩm"),
    "farm": field("nông nghiệp và môi trường", "phòng chống dịch bệnh vật nuôi; chuyển đổi cây trồng; xây dựng nông thôn mới; thủy lợi nội đồng; đo "
                  "đạc địa chính; thu gom rác thải nông thôn",
                  "cánh đồng mẫu; trạm bơm điện; kênh mương nội đồng; mô hình trồng cam; điểm tập kết rác",
                  "Văn phòng; Thanh tra; Phòng Đất đai; Phòng Trồng trọt; Phòng Thủy lợi",
                  "Chi cục Chăn nuôi và Thú y; Chi cục Kiểm lâm; Trung tâm Khuyến nông"),
    "school": field("giáo dục và đào tạo", "tuyển sinh đầu cấp; đổi mới chương trình phổ thông; dạy nghề cho lao động nông thôn; an toàn trường học; "
                    "phổ cập mầm non; chuyển đổi số trong trường học",
                    "phòng học bộ môn; thư viện xanh; bếp ăn bán trú; xưởng thực hành; sân chơi trường học",
                    "Văn phòng; Thanh tra; Phòng Giáo dục mầm non; Phòng Giáo dục phổ thông; Phòng Khảo thí",
                    "Trung tâm Ngoại ngữ, tin học; Trường Cao đẳng nghề; Trung tâm Giáo dục thường xuyên"),
    "trade": field("công thương", "phát triển cụm công nghiệp; bình ổn thị trường; thương mại điện tử; tiết kiệm điện; kiểm soát hàng giả; khuyến công",
                   "chợ đầu mối; cụm công nghiệp; đường dây trung thế; dây chuyền sản xuất; điểm bán hàng lưu động",
                   "Văn phòng; Thanh tra; Phòng Quản lý công nghiệp; Phòng Quản lý thương mại; Phòng Quản lý năng lượng",
                   "Trung tâm Khuyến công; Chi cục Quản lý thị trường; Viện Mẫu hàng"),
    "staff": field("nội vụ", "tinh giản thủ tục nội bộ; chính sách người có công; tuyển dụng viên chức; văn thư, lưu trữ; việc làm cho thanh niên; vị trí việc làm",
                   "kho lưu trữ; nhà tưởng niệm liệt sĩ; sàn giao dịch việc làm; đề án vị trí việc làm",
                   "Văn phòng; Thanh tra; Phòng Tổ chức biên chế; Phòng Công chức, viên chức; Phòng Người có công",
                   "Trung tâm Lưu trữ; Trung tâm Dịch vụ việc làm; Khu Điều dưỡng người có công"),
    "culture": field("văn hóa, thể thao và du lịch", "bảo tồn di sản; du lịch cộng đồng; thể thao quần chúng; quản lý lễ hội; gia đình văn hóa; đọc "
                     "sách trong nhân dân",
                     "nhà văn hóa thôn; tuyến du lịch ven sông; sân vận động; thư viện lưu động; đình cổ",
                     "Văn phòng; Thanh tra; Phòng Di sản; Phòng Du lịch; Phòng Thể thao",
                     "Bảo tàng tổng hợp; Thư viện tổng hợp; Trung tâm Huấn luyện thể thao"),
    "law": field("tư pháp", "hộ tịch, chứng thực; hòa giải ở cơ sở; trợ giúp pháp lý; công chứng; kiểm tra văn bản; thi hành án hành chính",
                 "tổ hòa giải; phòng công chứng; điểm trợ giúp pháp lý; phần mềm hộ tịch",
                 "Văn phòng; Thanh tra; Phòng Hành chính tư pháp; Phòng Bổ trợ tư pháp; Phòng Xây dựng văn bản",
                 "Trung tâm Trợ giúp pháp lý; Phòng Công chứng số 1; Trung tâm Dịch vụ đấu giá"),
    "science": field("khoa học và công nghệ", "đổi mới sáng tạo; đo lường trong thương mại; sở hữu trí tuệ; bưu chính và viễn thông; chuyển đổi số "
                     "cấp xã; ứng dụng công nghệ sinh học",
                     "phòng thử nghiệm; trạm phát sóng; vườn ươm doanh nghiệp; cân đối chứng ở chợ",
                     "Văn phòng; Thanh tra; Phòng Quản lý khoa học; Phòng Chuyển đổi số; Phòng Bưu chính, viễn thông",
                     "Chi cục Tiêu chuẩn, đo lường; Trung tâm Ứng dụng công nghệ; Trung tâm Giám sát mạng"),
    "water": field("thủy lợi và đê điều", "an toàn hồ đập; tu bổ đê sông; chống hạn, chống mặn; cấp nước nông thôn; vận hành cống; dự báo nguồn nước",
                   "hồ chứa; cống lấy nước; đoạn đê xung yếu; trạm đo mặn; công trình cấp nước", "Văn phòng; Thanh tra; Vụ Kế hoạch; Vụ An toàn đập; Vụ Pháp chế",
                   "Viện Quy hoạch nguồn nước; Cục Đê điều và Hồ chứa; Trung tâm Chính sách thủy lợi", ("Bộ trưởng", "Thứ trưởng", "lãnh đạo Bộ")),
    "forest": field("lâm nghiệp", "giao rừng cho cộng đồng; phòng cháy rừng; trồng rừng gỗ lớn; chi trả dịch vụ môi trường rừng; bảo tồn thú quý; "
                    "truy xuất nguồn gốc gỗ",
                    "vườn ươm; chòi canh lửa; trạm bảo vệ rừng; khu rừng giống", "Văn phòng; Thanh tra; Vụ Phát triển rừng; Vụ Bảo tồn; Vụ Pháp chế",
                    "Cục Giống cây rừng; Viện Điều tra rừng; Vườn quốc gia Đại Ngàn", ("Bộ trưởng", "Thứ trưởng", "lãnh đạo Bộ")),
    "sea": field("biển và hải đảo", "nuôi biển công nghiệp; cứu nạn trên biển; chống khai thác bất hợp pháp; quan trắc rác nhựa; neo đậu tránh bão; điện cho đảo",
                 "khu neo đậu; lồng nuôi tròn; trạm rada; cầu cảng đảo; bể lọc nước mặn", "Văn phòng; Thanh tra; Vụ Kinh tế biển; Vụ Hải đảo; Vụ Pháp chế",
                 "Tổng cục Nuôi biển; Viện Hải dương ứng dụng; Trung tâm Cứu nạn", ("Bộ trưởng", "Thứ trưởng", "lãnh đạo Bộ")),
}
FIELDS["province"] = field("phát triển kinh tế - xã hội của tỉnh", "cải cách hành chính; giải ngân vốn công; giảm nghèo bền vững; phòng chống thiên "
                           "tai; chuyển đổi số; phát triển công nghiệp chế biến",
                           "cầu qua sông; khu tái định cư; trường phổ thông nội trú; đường tránh đô thị; nhà máy nước",
                           "Văn phòng UBND tỉnh; Sở Nội vụ; Sở Tài chính; Sở Xây dựng; Sở Y tế; Thanh tra tỉnh",
                           "Ban Quản lý khu công nghiệp; Trung tâm Xúc tiến; Trường Cao đẳng tỉnh", ("Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh",
                                   "lãnh đạo UBND tỉnh"))
FIELDS["district"] = field("phát triển kinh tế - xã hội địa phương", "giải phóng mặt bằng; thu gom rác sinh hoạt; vay vốn sản xuất; cấp giấy chứng "
                           "nhận đất; phòng dịch mùa đông; nếp sống văn minh",
                           "đường thôn; nhà văn hóa; chợ dân sinh; kênh tưới; điểm trường lẻ",
                           "Văn phòng; Phòng Kinh tế, hạ tầng; Phòng Tài chính, kế hoạch; Phòng Nội vụ; Phòng Y tế",
                           "Trung tâm Y tế; Trung tâm Văn hóa, truyền thanh; Hạt Kiểm lâm", ("Chủ tịch UBND", "Phó Chủ tịch UBND", "lãnh đạo UBND"))
