using Bot.Indicators.Contacts;

namespace Bot.Cards.Notices;

/// <summary>Which reminders there were, who else has this one, and when the next one comes; one line each.</summary>
internal static class TrailFacts
{
    private const int MostDays = 5;
    private const int MostNewest = 3;
    private const int MostNames = 3;

    /// <summary>The days of earlier reminders; of many the count and the newest. Null where there were none.</summary>
    public static string? Days(ReminderTrail trail, Wording words) =>
        trail.Days.Count switch
        {
            0 => null,
            <= MostDays => Listed(trail.Days, words),
            var count => words.Count("reminded.many", count, Listed([.. trail.Days.TakeLast(MostNewest)], words)),
        };

    /// <summary>Who gets it beside the reader; null for nobody.</summary>
    public static string? Others(ReminderTrail trail, CaseView view, Wording words)
    {
        List<string> others = [];
        if (!trail.Officials.IsEmpty)
        {
            others.Add(words.ListUpTo([.. trail.Officials.Select(official => Texts.Plain(official.Name))], MostNames));
        }

        if (trail.Inspectors)
        {
            others.Add(words[view.Reader?.Role == Role.Inspector ? "others.team.own" : "others.team"]);
        }

        if (trail.Channel)
        {
            others.Add(words["others.channel"]);
        }

        return others.Count == 0 ? null : string.Join("; ", others);
    }

    /// <summary>When the reader is reminded again; null where the ladder has nothing more.</summary>
    public static string? Next(ReminderTrail trail, Wording words) =>
        trail.Next is { } day ? words.Say("next.unless", words.Date(day)) : null;

    // The year is said once, behind the last of its days.
    private static string Listed(ValueList<DateOnly> days, Wording words) =>
        string.Join(
            ", ",
            days.Select(
                (day, i) => i + 1 < days.Count && days[i + 1].Year == day.Year ? Dates.InYear(day, words.Language) : words.Date(day)
            )
        );
}
