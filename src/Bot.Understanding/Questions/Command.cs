using System.Text.RegularExpressions;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>Sentences that tell instead of ask: a plan was issued, a unit shall be reminded. Both are confirmed before anything is done.</summary>
internal static partial class Command
{
    public static Reading? Read(QuestionParts parts) => Issued(parts) ?? Remind(parts);

    private static Reading.Clear? Issued(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var number = DocumentNumber().Match(sentence.Question.Text);
        if (!number.Success || sentence.Has(Cue.Which) || Claims.IsYesNo(sentence) || sentence.Has(Cue.Source))
        {
            return null;
        }

        var day = sentence.Periods.FirstOrDefault(p => p.Period.Kind == PeriodKind.Day);
        var period = sentence.Periods.FirstOrDefault(p => p.Period.Kind != PeriodKind.Day);
        var last = sentence.Before.LastQuery as ObligationsQuery;
        var units = sentence
            .Units.Where(u => u.Units.Count > 0)
            .Select(u => UnitChoice.Of(u.Units, day?.Period, sentence.Question.Today, c => Knowledge.Of(sentence.Catalogue, c))[0].Code)
            .Distinct()
            .ToList();
        return new Reading.Clear
        {
            Language = sentence.Language,
            Query = new RecordIssuedQuery
            {
                Units = units.Count > 0 ? UnitSet.Of([units[0]]) : last?.Units,
                Types = parts.Plan is { Only: { } only } ? [sentence.Catalogue.ObligationTypes[only.Topic.Index].Code] : last?.Types ?? [],
                Period = period?.Period ?? last?.Period,
                Number = Number(number.Value),
                IssuedOn = day?.Period.First,
            },
        };
    }

    private static Reading.Clear? Remind(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var cue = sentence.Cues.FirstOrDefault(c => c.Has(Cue.Remind));
        if (
            cue is null
            || sentence.Has(Cue.Which)
            || sentence.Has(Cue.Inspect, parts.Explained)
            || Claims.IsYesNo(sentence)
            || sentence.Cues.Any(c => c.Has(Cue.Limitation) && !c.Has(Cue.Remind))
        )
        {
            return null;
        }

        if (
            sentence.Units.Count == 0
            && parts.Kind is null
            && parts.Plan is null
            && !sentence.Has(Cue.PlanHead)
            && !sentence.Has(Cue.ReportHead)
            && !sentence.Typed(cue.Start, cue.End).Contains(' ', StringComparison.Ordinal)
        )
        {
            return null;
        }

        if (sentence.Has(Cue.Ask) || UnknownUnits.Find(sentence, parts.Explained) is not null)
        {
            return null;
        }

        var units = parts.Units(parts.Period, u => Knowledge.Of(sentence.Catalogue, u)) ?? [];
        return new Reading.Clear
        {
            Language = sentence.Language,
            Query = new RemindQuery
            {
                Units = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind,
                Types = parts.Plan is { } plan ? [.. plan.Best.Select(c => sentence.Catalogue.ObligationTypes[c.Topic.Index].Code)] : [],
                Period = parts.Period,
            },
        };
    }

    // Signs are written in capitals; in haste nobody types them so.
    private static string Number(string typed)
    {
        var number = typed.Replace(" ", "", StringComparison.Ordinal);
        return number.Any(char.IsUpper) ? number : number.ToUpperInvariant();
    }

    // 35/KH-SYT, 123 / KH-UBND, 07/BC-SGDĐT; without capitals only where nothing stands between its parts
    [GeneratedRegex(
        @"\d{1,5}[a-z]?\s*/\s*(?:\d{4}\s*/\s*)?\p{Lu}[\p{L}]{0,7}\s*[-–]\s*\p{Lu}[\p{L}&.]*(?:-\p{Lu}+)?"
            + @"|\d{1,5}[a-z]?/(?:\d{4}/)?\p{Ll}{1,8}-\p{Ll}+(?:-\p{Ll}+)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DocumentNumber();
}
