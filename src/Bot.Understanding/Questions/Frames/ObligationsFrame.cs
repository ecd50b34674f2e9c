using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions.Frames;

/// <summary>Plans and reports: who owes them, whether they were issued, under which number, when they fall due.</summary>
internal static class ObligationsFrame
{
    private const int DaysAhead = 30;
    private const int MostDaysAhead = 366;

    /// <summary>What is said of a plan or report: in a question of its own, and in one that follows.</summary>
    public static readonly CueSet Duties = Draft.Cues(
        Cue.PlanHead,
        Cue.ReportHead,
        Cue.Issue,
        Cue.Done,
        Cue.Missing,
        Cue.Late,
        Cue.Deadline,
        Cue.DueSoon,
        Cue.Overdue,
        Cue.Waived,
        Cue.DocumentNumber,
        Cue.Not,
        Cue.Who,
        Cue.When,
        Cue.Must,
        Cue.Gap
    );

    private static readonly CueSet Used = Duties.With(
        Draft.Cues(
            Cue.State,
            Cue.Which,
            Cue.Newest,
            Cue.Progress,
            Cue.Truth,
            Cue.Why,
            Cue.Departments,
            Cue.Districts,
            Cue.Communes,
            Cue.AnyUnits,
            Cue.OwnCity,
            Cue.Reach,
            Cue.Work,
            Cue.Covered,
            Cue.FollowUp,
            Cue.ThisWeek,
            Cue.NextWeek
        )
    );

    public static readonly ValueList<ObligationState> NotIssued =
    [
        ObligationState.Upcoming,
        ObligationState.Due,
        ObligationState.Overdue,
        ObligationState.Missing,
    ];

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (!IsAbout(parts))
        {
            return null;
        }

        var explained = parts.Plan is { } plan && Leads(parts) ? plan.Explained : 0;
        var types = explained == 0 ? [] : Types(parts);
        var every = types.IsEmpty ? OwedEvery.Of(sentence) : null;
        if (every is not null)
        {
            (explained, types) = (explained | every.Explained, every.Types);
        }

        var draft = new Draft
        {
            Queries = [],
            Explained = explained,
            Used = parts.Excluded.IsEmpty ? Told(sentence) : Used.With(Draft.Cues(Cue.Except, Cue.Rest)),
            UsesNumbers = Ahead(sentence) is not null,
        };
        if (parts.Units(parts.Period, u => Knowledge.Of(sentence.Catalogue, u)) is not { } units)
        {
            return draft with
            {
                What = ClarifyWhat.Unit,
                Asks = true,
                Queries =
                [
                    .. parts.Homonyms(parts.Period, _ => false).Take(3).Select(u => Make(parts, explained, UnitSet.Of(u.Code), types)),
                ],
            };
        }

        var set = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind ?? UnitSet.All;
        set = parts.Excluded.IsEmpty || set.IsNamed ? set : set with { Except = [.. parts.Excluded.Select(e => e.Units[0].Code)] };
        return types.Count > 1 && every is null && !AreAsked(parts)
            ? draft with
            {
                What = ClarifyWhat.ObligationType,
                Asks = true,
                Queries = [.. types.Take(3).Select(t => Make(parts, explained, set, [t]))],
            }
            : draft with
            {
                Queries = [Make(parts, explained, set, types)],
            };
    }

    // "kế hoạch nào bị đoàn kiểm tra nêu là chưa ban hành": a team names what is missing; when it came would be a time of its own.
    private static CueSet Told(Sentence sentence) =>
        sentence.Periods.Count == 0 && sentence.Has(Cue.Missing) ? Used.With(Draft.Cues(Cue.Inspect, Cue.AnyFinding)) : Used;

    /// <summary>The query with the aspect and states that the cues ask for.</summary>
    public static ObligationsQuery Make(QuestionParts parts, ulong explained, UnitSet units, ValueList<ObligationType> types)
    {
        var sentence = parts.Sentence;
        var query = new ObligationsQuery
        {
            Units = units,
            Types = [.. types.Select(t => t.Code)],
            Period = parts.Period,
        };
        bool Says(Cue cue) => sentence.Has(cue, explained);
        var asksWhich = Says(Cue.Which) || Says(Cue.Who) || parts.Kind is not null && !units.IsNamed;
        // "kế hoạch CCHC thì sở nào chưa": where it is asked which, "chưa" alone says that it is not issued.
        var negated =
            Says(Cue.Missing) || Says(Cue.Not) && (Says(Cue.Issue) || sentence.Has(Cue.Covered) || Says(Cue.Which) && !types.IsEmpty);
        if (Says(Cue.Waived))
        {
            return query with { States = [ObligationState.Waived] };
        }

        if (
            Says(Cue.Late)
            && (!Says(Cue.Not) || !units.IsNamed && sentence.Cues.All(c => !c.Has(Cue.Not) || c == Claims.Particle(sentence)))
        )
        {
            return query with { States = [ObligationState.IssuedLate] };
        }

        if (Says(Cue.ThisWeek) || Says(Cue.NextWeek))
        {
            return InWeek(query, Monday(sentence.Question.Today).AddDays(Says(Cue.NextWeek) ? 7 : 0));
        }

        // "when does the plan of 2022 fall due?"
        var asksDay = Says(Cue.When) && !types.IsEmpty;
        var ahead = Ahead(sentence);
        if (Says(Cue.DueSoon) && !asksDay || Says(Cue.Deadline) && types.IsEmpty && (Says(Cue.Newest) || ahead is not null))
        {
            return DueSoon(query, sentence.Question.Today, ahead ?? DaysAhead);
        }

        if (Says(Cue.Overdue))
        {
            return query with { States = [ObligationState.Overdue, ObligationState.Missing] };
        }

        if (Says(Cue.Deadline) || Says(Cue.DueSoon) || Says(Cue.When) && Says(Cue.Must))
        {
            return query with { Aspect = ObligationAspect.Deadline };
        }

        // "so nao" without accents is "số nào" only of a named unit's plan.
        if (
            sentence.Cues.Any(c =>
                c.Has(Cue.DocumentNumber)
                && !sentence.IsExplained(c, explained)
                && (units.IsNamed || !c.Has(Cue.Departments))
                && (!types.IsEmpty || !c.Has(Cue.Measure))
            ) || Says(Cue.When)
        )
        {
            return query with { Aspect = ObligationAspect.Document };
        }

        if (units.IsNamed && !types.IsEmpty && (!asksWhich || Claims.IsYesNo(sentence)))
        {
            return query with { Aspect = ObligationAspect.Issued };
        }

        return negated && (asksWhich || !Claims.IsYesNo(sentence) || types.IsEmpty) ? query with { States = NotIssued }
            : (Says(Cue.Issue) || sentence.Has(Cue.Covered) || Has(sentence, explained)) && asksWhich && !units.IsNamed
                ? query with
                {
                    States = [ObligationState.Issued, ObligationState.IssuedLate],
                }
            : units.IsNamed && Says(Cue.Issue) && Claims.IsYesNo(sentence) ? query with { Aspect = ObligationAspect.Issued }
            : query;
    }

    // "sở nào có kế hoạch …": what is had was issued.
    private static bool Has(Sentence sentence, ulong explained)
    {
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            if ((explained >> i & 1) != 0)
            {
                return sentence.Peek(sentence.Content[i].Token - 1) is { } before && PeriodWords.Is(before, "co1", "co");
            }
        }

        return false;
    }

    // "trong 15 ngày tới", "in the next 15 days"
    private static int? Ahead(Sentence sentence) =>
        sentence.Numbers is [{ Percent: false, Value: > 0 and <= MostDaysAhead } number]
        && sentence.Peek(number.Start + 1)?.Plain is "ngay" or "day" or "days"
            ? (int)number.Value
            : null;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static ObligationsQuery InWeek(ObligationsQuery query, DateOnly monday) =>
        query with
        {
            DueFrom = monday,
            DueTo = monday.AddDays(6),
        };

    private static ObligationsQuery DueSoon(ObligationsQuery query, DateOnly today, int days)
    {
        var window = query.Period is { } period && period.First <= today && today <= period.Last ? period.Last : today.AddDays(days);
        return query with
        {
            Period = query.Period?.Covers(Period.Day(today)) == true ? null : query.Period,
            DueFrom = today,
            DueTo = window,
            States = [ObligationState.Upcoming, ObligationState.Due],
        };
    }

    private static bool IsAbout(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (Leads(parts) && (parts.Plan!.Best[0].Full != 0 || sentence.Has(Cue.PlanHead) || sentence.Has(Cue.ReportHead)))
        {
            return true;
        }

        if (OwedEvery.Of(sentence) is not null && parts.Indicator?.Best[0].Full is null or 0)
        {
            return true;
        }

        // "Sở Y tế còn thiếu gì?", "đang quá hạn những gì?": what a unit lacks is what it owes.
        if (
            parts.Leading() is null
            && sentence.Units.Count > 0
            && sentence.Has(Cue.Ask)
            && (sentence.Has(Cue.Missing) || sentence.Has(Cue.Overdue))
        )
        {
            return true;
        }

        var figures = parts.Indicator is { } indicator && (indicator.Best[0].Full != 0 || sentence.Has(Cue.Measure));
        return !figures
            && (sentence.Has(Cue.PlanHead) || sentence.Has(Cue.ReportHead) || sentence.Has(Cue.DueSoon))
            && (parts.Plan is null || parts.Plan.Best[0].Full == 0)
            && (
                sentence.Has(Cue.Missing)
                || sentence.Has(Cue.Issue)
                || sentence.Has(Cue.Late)
                || sentence.Has(Cue.Deadline)
                || sentence.Has(Cue.DueSoon)
                || sentence.Has(Cue.Overdue)
                || sentence.Has(Cue.Waived)
                || sentence.Has(Cue.Which)
                || sentence.Has(Cue.Ask)
            );
    }

    private static bool Leads(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return parts.Plan is not null
            && !IsReported(parts)
            && (
                parts.Leading() == parts.Plan
                    && (parts.Plan.Best[0].Full != 0 || parts.Indicator?.Best[0].Full is null or 0 || IsDuty(sentence))
                || (sentence.Has(Cue.PlanHead) || sentence.Has(Cue.ReportHead))
                    && !sentence.Has(Cue.Measure)
                    && (parts.Indicator?.Best[0].Full is null or 0 || IsDuty(sentence))
            );
    }

    // "Sở Y tế báo cáo xử lý kiến nghị bao nhiêu?": the figure, and not the report of that name.
    private static bool IsReported(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return parts.Indicator is { } indicator
            && indicator.Best[0].Full != 0
            && sentence.Has(Cue.ReportHead)
            && (sentence.Has(Cue.Ask) || sentence.Has(Cue.Measure) || parts.Period is { } period && !IsOwedEvery(parts, period))
            && sentence.Units.Count > 0
            && !IsDuty(sentence)
            && !sentence.Has(Cue.Issue)
            && !sentence.Has(Cue.When)
            && !sentence.Has(Cue.Which)
            && !Claims.IsYesNo(sentence)
            && parts.Plan!.Best.All(p => (p.All & ~indicator.Best[0].All & ~sentence.CueTerms & ~sentence.GrammarTerms) == 0);
    }

    private static bool IsOwedEvery(QuestionParts parts, Period period) =>
        parts.Plan!.Best.Any(c => parts.Sentence.Catalogue.ObligationTypes[c.Topic.Index].Frequency == Frequency(period));

    private static bool IsDuty(Sentence sentence) =>
        sentence.Has(Cue.Missing)
        || sentence.Has(Cue.Late)
        || sentence.Has(Cue.Deadline)
        || sentence.Has(Cue.DueSoon)
        || sentence.Has(Cue.Overdue)
        || sentence.Has(Cue.Waived)
        || sentence.Has(Cue.DocumentNumber);

    // "báo cáo CCHC" with a quarter is the quarterly one.
    private static ValueList<ObligationType> Types(QuestionParts parts)
    {
        var types = parts.Plan!.Best.Select(c => parts.Sentence.Catalogue.ObligationTypes[c.Topic.Index]).ToList();
        if (types.Count > 1 && parts.Period is { } period)
        {
            var fitting = types.FindAll(t => t.Frequency == Frequency(period));
            types = fitting.Count > 0 ? fitting : types;
        }

        // "kế hoạch nào": the head word alone names most of what is owed, and so nothing.
        return types.Count > 1 && types.Count * 2 > parts.Sentence.Catalogue.ObligationTypes.Count ? [] : [.. types];
    }

    private static string Frequency(Period period) =>
        period.Kind switch
        {
            PeriodKind.Quarter => "quarter",
            PeriodKind.Half => "half",
            PeriodKind.Month => "month",
            _ => "year",
        };

    // "báo cáo nào": all that bear the head word are meant.
    private static bool AreAsked(QuestionParts parts) =>
        Sentence.Count(parts.Plan!.Explained & ~parts.Sentence.GrammarTerms & ~parts.Sentence.CueTerms) == 0;
}
