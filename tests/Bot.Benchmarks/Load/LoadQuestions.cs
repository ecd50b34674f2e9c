namespace Bot.Benchmarks.Load;

/// <summary>
/// What is asked under load: questions that stand alone, follow-ups that mean another thing in each conversation, talk, and one question in
/// seven that nobody asked before.
/// </summary>
internal static class LoadQuestions
{
    private static readonly string[] Asked =
    [
        "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?",
        "còn Sở GTVT?",
        "what is the full-process online service rate for the Department of Health",
        "Đơn vị nào chưa ban hành kế hoạch chuyển đổi số năm 2023?",
        "nguồn?",
        "ty le van ban di gui lien thong cua so y te",
        "năm ngoái thì sao?",
        "Hạn chế của Sở Y tế là gì?",
        "thế còn ưu điểm?",
        "Dự án trụ sở Trung tâm quản lý giao thông đô thị hoàn thành bao nhiêu phần trăm?",
        "Sở GTVT ký số 1 lớp bao nhiêu phần trăm?",
        "so sánh Sở Y tế với Sở GTVT về ký số 1 lớp",
        "xin chào",
        "bạn làm được những gì",
        "Thời tiết hôm nay thế nào?",
        "xếp hạng các sở theo tỷ lệ hồ sơ đúng hạn",
        "how far is the Department of Health from its target",
        "cảm ơn",
    ];

    private static readonly string[] Heads = ["cho hỏi", "cho em hỏi", "vui lòng cho biết", "anh chị cho hỏi", "please tell me"];

    private static readonly string[] Years =
    [
        "năm 2019",
        "năm 2020",
        "năm 2021",
        "năm 2022",
        "quý 1/2022",
        "quý 2/2022",
        "6 tháng đầu năm 2021",
    ];

    /// <summary>The text of one turn; a stride that shares no factor with the list mixes them over the conversations.</summary>
    public static string Text(int number) =>
        number % 7 == 0
            ? $"{Heads[number / 7 % Heads.Length]} tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế {Years[number / 35 % Years.Length]} lần {number}?"
            : Asked[(int)(number * 11L % Asked.Length)];
}
