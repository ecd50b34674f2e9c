using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;

namespace Bot.Tests.Understanding.Generated;

/// <summary>A question about a made-up city, and the query that it means; the query comes from the draw, never from the reader.</summary>
/// <param name="Kind">The kind of template.</param>
/// <param name="Text">The question.</param>
/// <param name="Gold">The query in canonical text; "?" where the asker has to say more first, "-" where nothing may be answered.</param>
/// <param name="English">Whether it is in English.</param>
internal sealed partial record MadeUpQuestion(string Kind, string Text, string Gold, bool English)
{
    public static MadeUpQuestion Draw(MadeUpCity city, Random random, TemplateBook book)
    {
        var english = random.Next(4) == 0;
        var rows = english ? book.English : book.Vietnamese;
        var row = rows[random.Next(rows.Length)];
        return new Drawing(city, random, english).Fill(row[0], row[1]);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    private sealed class Drawing(MadeUpCity city, Random random, bool english)
    {
        // Of places it is not clear which end is high.
        private static readonly string[] OfOneUnit = ["value", "newest", "lastyear", "thisyear", "target", "define", "source", "stranger"];
        private static readonly string[] MeanWords = ["trung bình", "bình quân", "average", "mean "];
        private readonly Wordings _words = new(random, english);

        public MadeUpQuestion Fill(string kind, string template)
        {
            var units = city.Steady;
            random.Shuffle(CollectionsMarshal.AsSpan(units));
            var (from, to) = Periods(isPair: template.Contains("{q}", StringComparison.Ordinal));
            if (kind == "value" && random.Next(6) == 0 && city.Renewed is { Count: > 0 } renewed)
            {
                units.Insert(0, from.Last >= renewed[0].New.ValidFrom ? renewed[0].New : renewed[0].Old);
            }

            var report = _words.One(city.Reports);
            if (template.Contains("{r}", StringComparison.Ordinal))
            {
                from = ReportPeriod(report);
            }

            var indicator = Indicator(kind, template);
            var basis = indicator.Bases.IsEmpty ? null : _words.One([.. indicator.Bases]);
            var set = _words.One(OrgUnitKind.Department, OrgUnitKind.District);
            var (plan, project) = (_words.One(city.Plans), _words.One(city.Projects));
            var (stranger, unmeasured) = (_words.One(city.Words.Strangers), _words.One(city.Words.Unmeasured));
            var (number, year, today) = (random.Next(20, 99), city.Today.Year - 1 - random.Next(2), city.Today);
            var language = english ? 1 : 0;
            var text = Slot()
                .Replace(
                    template,
                    slot =>
                        slot.Groups[1].Value switch
                        {
                            "i" => _words.Indicator(indicator),
                            "b" => _words.Basis(basis!),
                            "u" => _words.Unit(units[0]),
                            "v" => _words.Unit(units[1]),
                            "w" => _words.Unit(units[2]),
                            "p" => _words.Period(from),
                            "q" => _words.Period(to),
                            "k" => _words.Kind(set, single: false),
                            "k1" => _words.Kind(set, single: true),
                            "n" => _words.Amount(number, indicator.Unit),
                            "t" => _words.Plan(plan),
                            "r" => _words.Report(report),
                            "y" => $"{year}",
                            "j" => english ? project.Names.English : project.Names.Vietnamese,
                            "s" => (english ? "the " : "") + stranger[language],
                            "m" => unmeasured[language],
                            var other => throw new FormatException($"{template}: no slot {other}"),
                        }
                )
                .Replace("the the ", "the ", StringComparison.Ordinal);
            var gold = Slot()
                .Replace(
                    WordLists.Kinds[kind],
                    slot =>
                        slot.Groups[1].Value switch
                        {
                            "I" => indicator.Code.Value,
                            "B" => basis!.Code.Value,
                            "U" => units[0].Code.Value,
                            "V" => units[1].Code.Value,
                            "W" => units[2].Code.Value,
                            "P" => from.ToString(),
                            // The best come first.
                            "E" => indicator.Direction == Direction.Lower ? "lowest" : "highest",
                            "Q" => to.ToString(),
                            "K" => OrgUnitKinds.Text(set),
                            "N" => Wordings.Meant(number, indicator.Unit).ToString(CultureInfo.InvariantCulture),
                            "T" => plan.Code.Value,
                            "R" => report.Code.Value,
                            "J" => project.Code.Value,
                            "Y" => $"{year}",
                            "D" => today.ToString("O", CultureInfo.InvariantCulture),
                            "D30" => today.AddDays(30).ToString("O", CultureInfo.InvariantCulture),
                            "Y0" => Period.Year(today.Year).ToString(),
                            "Y1" => Period.Year(today.Year - 1).ToString(),
                            "Q0" => Quarter.ToString(),
                            "Q1" => Quarter.Previous()!.ToString(),
                            "M0" => Month.ToString(),
                            "M1" => Month.Previous()!.ToString(),
                            var other => throw new FormatException($"{kind}: no slot {other}"),
                        }
                );
            return new(kind, char.ToUpperInvariant(text[0]) + text[1..], Canonical(gold), english);
        }

        private Period Quarter => Period.Quarter(city.Today.Year, (city.Today.Month + 2) / 3);

        private Period Month => Period.Month(city.Today.Year, city.Today.Month);

        private string Canonical(string gold) =>
            gold is "?" or "-" ? gold
            : QueryText.TryRead(gold, city.Catalogue, out var query, out var error) ? query.ToString()
            : throw new FormatException($"{gold}: {error}");

        private Indicator Indicator(string kind, string template)
        {
            var fitting = city
                .Indicators.SkipLast(1)
                .Where(i =>
                    template.Contains("{b}", StringComparison.Ordinal) ? i.Bases.Count > 1
                    : kind == "mean" ? !IsMean(i) && i.Unit != MeasureUnit.Rank
                    : i.Unit != MeasureUnit.Rank || OfOneUnit.Contains(kind)
                )
                .ToList();
            return fitting[random.Next(fitting.Count)];
        }

        // The mean of means is another thing, and the words for it are those of the name.
        private static bool IsMean(Indicator indicator) =>
            MeanWords.Any(w =>
                indicator.Names.Vietnamese.Contains(w, StringComparison.Ordinal)
                || indicator.Names.English.Contains(w, StringComparison.Ordinal)
            );

        private Period ReportPeriod(ObligationType report)
        {
            var year = city.Today.Year - 1 - random.Next(2);
            return report.Frequency switch
            {
                "quarter" => Period.Quarter(year, random.Next(1, 5)),
                "half" => Period.Half(year, 1),
                _ => Period.Year(year),
            };
        }

        // Two periods of one sort, the earlier first.
        private (Period From, Period To) Periods(bool isPair)
        {
            var year = city.Today.Year - 1 - random.Next(2);
            var quarter = random.Next(1, 4);
            return (isPair ? random.Next(2) : random.Next(7)) switch
            {
                0 => (Period.Year(year - 1), Period.Year(year)),
                1 or 2 or 3 => (Period.Quarter(year, quarter), Period.Quarter(year, quarter + 1)),
                4 => (Period.Half(year, random.Next(1, 3)), Period.Half(year + 1, 1)),
                5 => (Period.Month(year, random.Next(1, 13)), Period.Month(year + 1, 1)),
                _ => (Period.SpanOfMonths(year, 1, year, 9), Period.Year(year)),
            };
        }
    }
}
