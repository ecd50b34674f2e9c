using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Proposals;
using Bot.Tests.Understanding.Generated;
using Bot.Understanding.Statements;
using FsCheck.Xunit;

namespace Bot.Tests.Understanding.Statements;

public sealed class StatementProperties
{
    private static readonly string[] Words =
    [
        "Sở Y tế",
        "So\u031b\u0309 Xây dựng",
        "tỷ lệ văn bản đi được ký số 1 lớp",
        "Ðơn vị",
        "đạt 90%",
        "80%",
        "năm 2023",
        ",",
        ";",
        ".\n\n",
        "\u00a0",
        "so với",
        "chưa ban hành kế hoạch chuyển đổi số",
        "Tuy nhiên,",
        "(",
        ")",
        "dự án xây dựng trụ sở mới",
        "đã hoàn thành 60% công việc",
        "Ngày 28-3, Đoàn kiểm tra",
        "kiểm tra tại",
        "và",
        "\u200b",
        "💡",
        "12/KH-SYT",
    ];

    [Property(MaxTest = 500)]
    public bool Every_quote_stands_in_the_text_where_it_says(byte[] picks)
    {
        var text = string.Join(' ', (picks ?? []).Select(p => Words[p % Words.Length]));
        var read = new StatementReader(Cases.CanTho).Read(text, new DateOnly(2023, 3, 28));

        return read
            .Facts.Select(f => f.Quote)
            .Concat(read.Open.Select(o => o.Quote))
            .All(q => text.Substring(q.Start, q.Text.Length) == q.Text);
    }

    [Property(MaxTest = 300)]
    public bool Any_text_is_read_without_a_fault(string? text) => new StatementReader(Cases.CanTho).Read(text ?? "", null) is not null;

    [Property(MaxTest = 300)]
    public bool A_figure_is_filed_as_it_was_stated_or_not_at_all(byte city, byte unit, byte indicator, byte percent)
    {
        var said = new Stated(city, unit, indicator, percent);

        return said.Read(said.Unit.Names.Vietnamese).All(o => said.Is(o));
    }

    [Property(MaxTest = 300)]
    public bool A_unit_that_the_catalogue_does_not_know_gets_no_figure(byte city, byte stranger, byte indicator, byte percent)
    {
        var said = new Stated(city, 0, indicator, percent);
        var strangers = said.City.Words.Strangers.Select(s => s[0]).Where(s => !said.City.Units.Any(u => u.Names.Vietnamese == s)).ToList();

        return said.Read(strangers[stranger % strangers.Count]).Count == 0;
    }

    [Property(MaxTest = 300)]
    public bool A_figure_of_no_named_unit_is_nobodys(byte city, byte indicator, byte percent) =>
        new Stated(city, 0, indicator, percent).Read("").Count == 0;

    [Fact]
    public void Most_of_what_is_stated_plainly_is_filed()
    {
        var said = Enumerable.Range(0, 400).Select(i => new Stated((byte)(i % 40), (byte)i, (byte)(i / 3), (byte)i)).ToList();
        var filed = said.Count(s => s.Read(s.Unit.Names.Vietnamese).Count == 1);

        Assert.True(filed >= 0.8 * said.Count, $"{filed} of {said.Count}");
    }

    [Fact]
    public void What_reading_takes_grows_with_the_length_of_the_text()
    {
        var article = File.ReadAllText(Cases.PathOf("tests/Bot.Tests/Cases/articles/founding-article.txt"));
        var reader = new StatementReader(Cases.CanTho);
        reader.Read(article, null);
        var brief = Memory(Repeated(article, 20));
        var tenfold = Memory(Repeated(article, 200));

        // A quadratic reader would need a hundred times as much. Memory, because time depends on the machine.
        Assert.True(tenfold < 15 * brief, $"{brief} and {tenfold} bytes");

        long Memory(string text)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            reader.Read(text, null);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static string Repeated(string text, int times) => string.Join("\n\n", Enumerable.Repeat(text, times));

    /// <summary>A figure of a made-up city and the sentence that states it.</summary>
    private sealed class Stated
    {
        private readonly Indicator _indicator;
        private readonly int _percent;

        public Stated(byte city, byte unit, byte indicator, byte percent)
        {
            City = new MadeUpCity(city);
            var steady = City.Steady;
            var rates = City.Indicators.Where(i => i.Unit == MeasureUnit.Percent && i.Bases.Count < 2).ToList();
            Unit = steady[unit % steady.Count];
            _indicator = rates[indicator % rates.Count];
            _percent = percent % 101;
        }

        public MadeUpCity City { get; }

        public OrgUnit Unit { get; }

        public List<ProposedObservation> Read(string unit)
        {
            var of = unit.Length == 0 ? "" : $" của {unit}";
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"Trong quý I năm {City.Today.Year}, {Small(_indicator.Names.Vietnamese)}{of} đạt {_percent}%."
            );
            return
            [
                .. new StatementReader(City.Catalogue)
                    .Read(text, new DateOnly(City.Today.Year, 12, 31))
                    .Facts.OfType<ProposedObservation>()
                    .Where(o => o.Value is not null),
            ];
        }

        public bool Is(ProposedObservation read) =>
            read.Unit == Unit.Code
            && read.Indicator == _indicator.Code
            && read.Value == _percent
            && read.Period == Bot.Indicators.Periods.Period.Quarter(City.Today.Year, 1);

        private static string Small(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
    }
}
