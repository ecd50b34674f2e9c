using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;

namespace Bot.Tests.Cards;

/// <summary>A card computes nothing: each number that it says is in its result.</summary>
public sealed partial class CardNumberTests
{
    public static TheoryData<string> Names => [.. Gallery.All.Where(c => c.Value.Result is not null).Select(c => c.Key)];

    [Theory, MemberData(nameof(Names))]
    public void Each_percentage_on_a_card_is_an_amount_of_its_result(string name)
    {
        var (message, result) = Gallery.All[name];
        var english = message.Language == Language.English;
        var (amounts, words) = Content(result!);

        foreach (var text in Said(message).Except(words))
        {
            foreach (Match match in Percentage().Matches(text))
            {
                Assert.Contains(Parse(match.Groups[1].Value, english), amounts);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Each_other_number_on_a_card_is_an_amount_a_date_a_name_or_a_count_of_its_result(string name)
    {
        var (message, result) = Gallery.All[name];
        var english = message.Language == Language.English;
        var (amounts, words) = Content(result!);
        var digits = string.Join(' ', words);

        foreach (var text in Said(message))
        {
            foreach (Match match in Number().Matches(text))
            {
                var said = match.Value;
                Assert.True(
                    digits.Contains(said, StringComparison.Ordinal) || amounts.Contains(Parse(said, english)),
                    $"{said} in “{text}” is not in the result"
                );
            }
        }
    }

    [Fact]
    public void A_number_that_is_not_in_the_result_would_be_seen()
    {
        var (amounts, _) = Content(Results.All["value-one"]);

        Assert.Contains(71.4m, amounts);
        Assert.DoesNotContain(71.5m, amounts);
    }

    private static IEnumerable<string> Said(Bot.Cards.CardMessage message) =>
        CardRuleTests
            .Texts(JsonNode.Parse(message.Card.Span)!)
            .Append(message.Summary)
            .Select(t => t.Replace("\u2212", "", StringComparison.Ordinal));

    private static decimal Parse(string number, bool english) =>
        decimal.Parse(
            english
                ? number.Replace(",", "", StringComparison.Ordinal)
                : number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            CultureInfo.InvariantCulture
        );

    // Amounts, and the counts of its lists; and all of its words, dates and periods as they are written.
    private static (HashSet<decimal> Amounts, HashSet<string> Words) Content(object root)
    {
        HashSet<decimal> amounts = [];
        HashSet<string> words = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        var context = Gallery.Vietnamese;
        Walk(root);
        Names(context.Catalogue);
        words.Add(Bot.Cards.Formats.Dates.Of(context.Today, Language.Vietnamese));
        words.Add(Bot.Cards.Formats.Dates.Of(context.Today, Language.English));
        return (amounts, words);

        void Walk(object? value)
        {
            switch (value)
            {
                case null or Catalogue or bool or Enum:
                    return;
                case string text:
                    words.Add(text);
                    words.Add($"“{text}”");
                    return;
                case int number:
                    amounts.Add(number);
                    return;
                case decimal number:
                    amounts.Add(number);
                    return;
                case Amount amount:
                    amounts.Add(decimal.Parse(amount.ToString(), CultureInfo.InvariantCulture));
                    return;
                case DateTimeOffset instant:
                    Day(DateOnly.FromDateTime(instant.DateTime));
                    return;
                case DateOnly day:
                    Day(day);
                    return;
                case Period period:
                    foreach (var wording in new[] { Gallery.Vietnamese, Gallery.English }.Select(c => new Bot.Cards.Formats.Wording(c)))
                    {
                        words.Add(wording.When(period));
                        words.Add(Bot.Cards.Formats.PeriodNames.Short(period, wording));
                    }

                    return;
                case Code code:
                    return;
                case IEnumerable items:
                    var list = items.Cast<object?>().ToList();
                    amounts.UnionWith(Enumerable.Range(0, list.Count + 1).Select(n => (decimal)n));
                    list.ForEach(Walk);
                    return;
            }

            if (value.GetType().IsClass && !seen.Add(value))
            {
                return;
            }

            foreach (
                var member in value
                    .GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
            )
            {
                Walk(member.GetValue(value));
            }
        }

        void Day(DateOnly day)
        {
            words.Add(Bot.Cards.Formats.Dates.Of(day, Language.Vietnamese));
            words.Add(Bot.Cards.Formats.Dates.Of(day, Language.English));
        }

        // Names may hold digits ("1 lớp", "giai đoạn 1"); ended units bring their own dates.
        void Names(Catalogue catalogue)
        {
            foreach (var names in catalogue.Indicators.SelectMany(i => i.Bases.Select(b => b.Names).Append(i.Names)))
            {
                words.Add(names.Vietnamese);
                words.Add(names.English);
            }

            foreach (var day in catalogue.Units.SelectMany(u => new[] { u.ValidFrom, u.ValidTo, u.ValidTo?.AddDays(1) }).OfType<DateOnly>())
            {
                Day(day);
            }

            foreach (var project in catalogue.Projects)
            {
                words.Add(project.Names.Vietnamese);
                words.Add(project.Names.English);
            }
        }
    }

    [GeneratedRegex(@"(?<![\d.,])(\d[\d.,]*)\s?%")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();
}
