using Bot.Indicators;
using Bot.Indicators.Results;
using Bot.Understanding.LanguageModel;
using FsCheck;
using FsCheck.Xunit;

namespace Bot.Tests.Understanding.LanguageModel;

/// <summary>What a model may say about results: what they say, and nothing turned, merged or made up.</summary>
public sealed class SummaryGuardTests
{
    private static readonly SaidFact[] Vietnamese =
    [
        new("Tỷ lệ văn bản đi gửi liên thông của Sở Y tế ngày 28/03/2023: 90% so với tổng số văn bản đi."),
        new("Tỷ lệ văn bản đi được ký số của Sở Giao thông vận tải ngày 28/03/2023: 85,5% so với tổng số văn bản đi."),
        new("Hạn chế của Sở Y tế: chưa ban hành kế hoạch chuyển đổi số."),
        new("Kết quả của Sở Y tế: ban hành đầy đủ các kế hoạch về CCHC."),
        new("Đề nghị đối với Sở Giao thông vận tải: thực hiện Kế hoạch số 35/KH-UBND trước ngày 30/06/2023."),
    ];

    private static readonly SaidFact[] English =
    [
        new("Rate of documents sent interconnected of the Department of Health, 28 March 2023: 90% of outgoing documents."),
        new("Limitations of the Department of Health: the digital transformation plan has not been issued."),
    ];

    // What stands in for a word that is struck out, or is put in anywhere.
    private static readonly string[] Intruders =
    [
        "không",
        "chưa",
        "không phải",
        "trên",
        "dưới",
        "ít nhất",
        "hơn",
        "tăng",
        "giảm",
        "95%",
        "2024",
        "Sở Nội vụ",
        "Sở Tài chính",
        "đã",
        "đạt",
        "vượt",
        "kém",
        "quý II/2023",
        "40/KH-UBND",
        "gần",
        "khoảng",
    ];

    [Fact]
    public void True_sentences_pass() => Assert.All(Vietnamese, fact => Assert.Equal(fact.Text, Guard().Of([fact.Text], Vietnamese)));

    [Theory]
    [InlineData("Và tỷ lệ văn bản đi gửi liên thông của Sở Y tế ngày 28/03/2023 là 90% so với tổng số văn bản đi.")]
    [InlineData("Nhưng hạn chế của Sở Y tế là chưa ban hành kế hoạch chuyển đổi số.")]
    public void Joining_words_may_come_and_go(string sentence) => Assert.NotNull(Guard().Of([sentence], Vietnamese));

    [Theory]
    [InlineData("But limitations of the Department of Health: digital transformation plan has not been issued.", true)]
    [InlineData("Limitations of the Department of Health: the digital transformation plan has been issued.", false)]
    [InlineData("Limitations of the Department of Transport: the digital transformation plan has not been issued.", false)]
    [InlineData("Rate of documents sent interconnected of the Department of Health, 28 March 2023: 90% of all documents.", false)]
    [InlineData("Rate of documents sent interconnected of the Department of Health, 28 March 2023: 90%.", false)]
    [InlineData("Rate of documents sent interconnected of the Department of Health: 90% of outgoing documents.", false)]
    [InlineData(
        "Rate of documents sent interconnected of the Department of Health, 28 March 2023: under 90% of outgoing documents.",
        false
    )]
    public void English_is_held_to_the_same(string sentence, bool passes) =>
        Assert.Equal(passes, new SummaryGuard(Cases.CanTho, Language.English, new(2023, 4, 3)).Of([sentence], English) is not null);

    // The number of one unit under the name of the other, the document's day as the figure's, two facts in one sentence.
    [Theory]
    [InlineData("Tỷ lệ văn bản đi gửi liên thông của Sở Y tế ngày 28/03/2023: 85,5% so với tổng số văn bản đi.")]
    [InlineData("Tỷ lệ văn bản đi gửi liên thông của Sở Giao thông vận tải ngày 28/03/2023: 90% so với tổng số văn bản đi.")]
    [InlineData("Tỷ lệ văn bản đi được ký số của Sở Y tế ngày 28/03/2023: 90% so với tổng số văn bản đi.")]
    [InlineData("Tỷ lệ văn bản đi gửi liên thông của Sở Y tế ngày 30/06/2023: 90% so với tổng số văn bản đi.")]
    [InlineData("Sở Y tế: 90%.")]
    [InlineData("Kết quả của Sở Y tế: ban hành kế hoạch chuyển đổi số.")]
    [InlineData("Hạn chế của Sở Y tế: ban hành kế hoạch chuyển đổi số.")]
    [InlineData("Kết quả của Sở Y tế: chưa ban hành đầy đủ các kế hoạch về CCHC.")]
    [InlineData("Kết quả: ban hành đầy đủ các kế hoạch về CCHC.")]
    [InlineData("Đề nghị đối với Sở Giao thông vận tải: thực hiện Kế hoạch số 35/KH-UBND.")]
    [InlineData("")]
    public void What_no_fact_says_is_dropped(string sentence) => Assert.Null(Guard().Of([sentence], Vietnamese));

    [Fact]
    public void One_false_sentence_drops_the_whole() => Assert.Null(Guard().Of([Vietnamese[0].Text, "Sở Y tế đạt 95%."], Vietnamese));

    [Fact]
    public void More_than_a_few_sentences_are_no_summary() =>
        Assert.Null(Guard().Of([.. Vietnamese.Take(4).Select(f => f.Text)], Vietnamese));

    [Property(MaxTest = 400)]
    public bool A_changed_digit_is_never_said(PositiveInt fact, PositiveInt place, PositiveInt digit)
    {
        var text = Vietnamese[fact.Get % Vietnamese.Length].Text;
        int[] digits = [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]))];
        if (digits.Length == 0)
        {
            return true;
        }

        var at = digits[place.Get % digits.Length];
        var other = (char)('0' + ((text[at] - '0' + 1 + (digit.Get % 9)) % 10));
        return Guard().Of([text[..at] + other + text[(at + 1)..]], Vietnamese) is null;
    }

    [Property(MaxTest = 400)]
    public bool A_word_put_in_or_in_the_place_of_another_is_never_said(
        PositiveInt fact,
        PositiveInt place,
        PositiveInt intruder,
        bool instead
    )
    {
        List<string> words = [.. Vietnamese[fact.Get % Vietnamese.Length].Text.Split(' ')];
        var at = place.Get % words.Count;
        if (instead)
        {
            words.RemoveAt(at);
        }

        words.Insert(at, Intruders[intruder.Get % Intruders.Length]);
        var text = string.Join(' ', words);
        return Guard().Of([text], Vietnamese) is null || Vietnamese.Any(f => f.Text == text);
    }

    [Property(MaxTest = 200)]
    public bool No_word_of_a_sentence_with_a_number_is_left_out_but_joining_ones(PositiveInt fact, PositiveInt place)
    {
        string[] joining = ["của", "là", "và"];
        List<string> words = [.. Vietnamese[fact.Get % 2].Text.Split(' ')];
        var at = place.Get % words.Count;
        var left = words[at];
        words.RemoveAt(at);
        return joining.Contains(left) || Guard().Of([string.Join(' ', words)], Vietnamese) is null;
    }

    private static SummaryGuard Guard() => new(Cases.CanTho, Language.Vietnamese, new(2023, 4, 3));
}
