using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;
using FsCheck.Xunit;

namespace Bot.Tests.Understanding;

public sealed class ReaderProperties
{
    private static readonly string[] Heads =
    [
        "Sở",
        "Bộ",
        "Ban",
        "quận",
        "huyện",
        "phường",
        "Chi cục",
        "tỉnh",
        "Department of",
        "Ministry of",
    ];
    private static readonly string[] Names =
    [
        "Vạn",
        "Thắng",
        "Khoáng",
        "Sản",
        "Bình",
        "Lục",
        "Ngạn",
        "Trấn",
        "Yên",
        "Duyên",
        "Phúc",
        "Quỳnh",
    ];
    private static readonly string[] Words =
    [
        "sở",
        "y",
        "tế",
        "không",
        "trên",
        "80%",
        "quý",
        "2/2023",
        "hồ",
        "sơ",
        "trễ",
        "hạn",
        "và",
        "so",
        "với",
        "plan",
        "rate",
        "of",
        "(",
        "?",
        "đ",
        "1",
        "kế",
        "hoạch",
        "nào",
    ];

    [Property(MaxTest = 300)]
    public bool A_name_that_is_not_in_the_catalogue_never_gets_a_figure(byte head, byte first, byte second)
    {
        var name = $"{Heads[head % Heads.Length]} {Names[first % Names.Length]} {Names[second % Names.Length]}";
        var reading = Cases.Read($"Tỷ lệ hồ sơ trễ hạn của {name} quý 2 năm 2023 là bao nhiêu?", Cases.PhuLoc, Cases.TodayInPhuLoc);

        return reading is Reading.Blocked { By: BlockedBy.UnknownUnit };
    }

    [Property(MaxTest = 500)]
    public bool Any_words_in_any_order_are_read_without_a_fault_and_always_alike(byte[] picks)
    {
        var text = string.Join(' ', (picks ?? []).Select(p => Words[p % Words.Length]));

        return Cases.Text(Cases.Read(text, Cases.PhuLoc, Cases.TodayInPhuLoc))
            == Cases.Text(Cases.Read(text, Cases.PhuLoc, Cases.TodayInPhuLoc));
    }

    [Property(MaxTest = 500)]
    public bool Any_text_is_read_without_a_fault(string? text) => Cases.Read(text ?? "", Cases.CanTho, Cases.TodayInCanTho) is not null;

    [Property(MaxTest = 300)]
    public bool A_query_that_was_read_can_be_read_back_from_its_text(byte[] picks)
    {
        var text = string.Join(' ', (picks ?? []).Select(p => Words[p % Words.Length]));

        return Cases.Read(text, Cases.PhuLoc, Cases.TodayInPhuLoc) is not Reading.Clear clear
            || QueryText.TryRead(clear.Query.ToString(), Cases.PhuLoc, out var again, out _) && again.ToString() == clear.Query.ToString();
    }

    [Property(MaxTest = 300)]
    public bool Every_word_is_accounted_for(byte[] picks)
    {
        var text = string.Join(' ', (picks ?? []).Select(p => Words[p % Words.Length]));
        var trace = new QuestionReader().Explain(new Question(text, Cases.TodayInPhuLoc), Cases.PhuLoc);

        // A number that nothing uses never stands beside an answer from the store.
        return trace.Reading is not Reading.Clear { Query: ValueQuery { Claim: null } query }
            || !text.Contains("80%", StringComparison.Ordinal)
            || query.Bases.Count > 0;
    }
}
