using System.Globalization;
using System.Text;
using Bot.Indicators.Catalogues;

namespace Bot.Benchmarks.Scale;

/// <summary>Questions of one length over a made-up catalogue: with and without diacritics, with a slip, about what is there and what is not.</summary>
internal sealed class MadeQuestions
{
    private readonly string[] _forms;

    private MadeQuestions(params string[] forms) => _forms = forms;

    public static MadeQuestions Short { get; } = new("{u} {i}", "{i} {u}?", "còn {u}?", "{u} năm 2022", "top 5 {i}");

    public static MadeQuestions Usual { get; } =
        new(
            "{i} của {u} năm 2023 là bao nhiêu?",
            "{u} có {i} bao nhiêu trong quý 2/2023?",
            "so sánh {u} và {u} về {i}",
            "xếp hạng các sở theo {i} năm 2022",
            "what is the {i} of {u}?",
            "đơn vị nào có {i} trên 90% năm 2023?",
            "Sở Không Có Thật có {i} bao nhiêu?"
        );

    public static MadeQuestions Long { get; } =
        new(
            "Kính nhờ anh chị cho em hỏi giúp {i} của {u} và của {u} trong 6 tháng đầu năm 2023 so với cùng kỳ năm trước tăng hay giảm bao nhiêu phần trăm ạ, em cảm ơn anh chị nhiều",
            "Em đang làm báo cáo nên cho em xin số liệu mới nhất về {i} của {u}, {u} và {u}, trừ {u}, trong giai đoạn từ năm 2021 đến năm 2023 với ạ"
        );

    public string Text(Catalogue catalogue, Random random)
    {
        var text = new StringBuilder(_forms[random.Next(_forms.Length)]);
        Fill(text, "{u}", () => catalogue.Units[random.Next(catalogue.Units.Count)].Names.Vietnamese);
        Fill(text, "{i}", () => catalogue.Indicators[random.Next(catalogue.Indicators.Count)].Names.Vietnamese);
        var made = text.ToString();
        return random.Next(4) switch
        {
            0 => Bare(made),
            1 => Slipped(made, random),
            2 => made.ToLowerInvariant(),
            _ => made,
        };
    }

    private static void Fill(StringBuilder text, string slot, Func<string> name)
    {
        for (var at = text.ToString().IndexOf(slot, StringComparison.Ordinal); at >= 0; )
        {
            text.Remove(at, slot.Length).Insert(at, name());
            at = text.ToString().IndexOf(slot, StringComparison.Ordinal);
        }
    }

    private static string Bare(string text) =>
        string.Concat(
                text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            )
            .Replace('đ', 'd')
            .Replace('Đ', 'D');

    private static string Slipped(string text, Random random)
    {
        var at = random.Next(text.Length - 1);
        return string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2));
    }
}
