using System.Globalization;
using System.Text.Json;
using Bot.Indicators.Periods;

namespace Bot.Reminders.Policies;

/// <summary>Reads the policy file and says where it is wrong and what would be right.</summary>
internal static class PolicyFile
{
    private const int Earliest = -60;
    private const int Latest = 250;

    private static readonly string[] Wordings = ["upcoming", "dueToday", "overdue", "escalated"];

    /// <exception cref="PolicyException">The file is no policy.</exception>
    public static ReminderPolicy Read(string name, ReadOnlySpan<byte> utf8)
    {
        PolicyJson? file;
        try
        {
            // A byte order mark is what some editors leave.
            file = JsonSerializer.Deserialize(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, PolicyJsonContext.Default.PolicyJson);
        }
        catch (JsonException e)
        {
            throw new PolicyException(
                $"{name}, line {e.LineNumber + 1}, {e.Path}: {e.Message} Mend it as in the ladders that ship with the bot, or leave the file out."
            );
        }

        if (file is null)
        {
            throw new PolicyException($"{name}: the file is empty; begin with the ladders that ship with the bot.");
        }

        string[] errors = [.. Errors(file)];
        return errors.Length == 0
            ? Policy(file)
            : throw new PolicyException(string.Join(Environment.NewLine, errors.Select(error => $"{name}: {error}")));
    }

    private static ReminderPolicy Policy(PolicyJson file) =>
        new()
        {
            Hours = new SendingHours(file.SendFrom, file.SendUntil),
            CardsPerDay = file.CardsPerDay,
            DigestOn = file.DigestOn,
            Ladders = [.. file.Ladders.Select(LadderText.Of)],
            Reporting = new ReportingCalendar([.. file.Reporting.Select(r => Rule(r)!)]),
        };

    private static IEnumerable<string> Errors(PolicyJson file)
    {
        if (file.SendUntil <= file.SendFrom)
        {
            yield return "sendUntil: not after sendFrom; give hours of one day such as 08:00 and 17:00.";
        }

        if (file.CardsPerDay < 1)
        {
            yield return $"cardsPerDay: {file.CardsPerDay} would let nothing out; give 1 or more.";
        }

        if (!Enum.IsDefined(file.DigestOn))
        {
            yield return "digestOn: give a weekday such as monday.";
        }

        foreach (var (i, ladder) in file.Ladders.Index())
        {
            foreach (var error in Errors(ladder))
            {
                yield return $"ladders[{i}].{error}";
            }

            if (Array.FindIndex(file.Ladders, other => other.Code == ladder.Code) < i)
            {
                yield return $"ladders[{i}].code: '{ladder.Code}' stands twice; give each ladder a name of its own.";
            }
        }

        foreach (var (i, _) in file.Reporting.Index().Where(r => Rule(r.Item) is null))
        {
            yield return $"reporting[{i}]: give period as year, S1, S2, Q1 to Q4 or M01 to M12, and from and to as month and day such as 12-15.";
        }
    }

    private static IEnumerable<string> Errors(LadderJson ladder)
    {
        if (ladder.Steps.Length == 0)
        {
            yield return "steps: a ladder needs at least one step.";
        }

        if (ladder.ValidTo < ladder.ValidFrom)
        {
            yield return "validTo: lies before validFrom; exchange the two or leave one out.";
        }

        foreach (var (i, step) in ladder.Steps.Index())
        {
            if (step.Code.Length is 0 or > 40 || step.Code.Contains('|', StringComparison.Ordinal))
            {
                yield return $"steps[{i}].code: give a name of 1 to 40 characters without '|'.";
            }
            else if (Array.FindIndex(ladder.Steps, other => other.Code == step.Code) < i)
            {
                yield return $"steps[{i}].code: '{step.Code}' stands twice; give each step a name of its own.";
            }

            if (step.Offset is < Earliest or > Latest)
            {
                yield return $"steps[{i}].offset: {step.Offset} working days; give a number from {Earliest} (before) to {Latest} (after).";
            }

            if (i > 0 && step.Offset < ladder.Steps[i - 1].Offset)
            {
                yield return $"steps[{i}].offset: comes before that of the step above; put the earliest first.";
            }

            if (step.RepeatEvery < 1)
            {
                yield return $"steps[{i}].repeatEvery: {step.RepeatEvery} working days; give 1 or more, or leave it out.";
            }

            if (step.Audiences.Length == 0 || !step.Audiences.All(Enum.IsDefined))
            {
                yield return $"steps[{i}].audiences: give one or more of unit, unitHead, inspectors, inspectionChannel.";
            }

            if (!Wordings.Contains(step.Wording))
            {
                yield return $"steps[{i}].wording: '{step.Wording}' is no wording; give one of {string.Join(", ", Wordings)}.";
            }
        }
    }

    private static ReportingRule? Rule(ReportingJson rule) =>
        Sort(rule.Period) is { } sort && MonthDay(rule.From) is { } from && MonthDay(rule.To) is { } to
            ? new ReportingRule
            {
                Types = [.. rule.Types],
                Kind = sort.Kind,
                Number = sort.Number,
                From = from,
                To = to,
            }
            : null;

    private static (PeriodKind Kind, int Number)? Sort(string text) =>
        text == "year" ? (PeriodKind.Year, 0)
        : Period.TryParse("2023-" + text.TrimStart('M'), out var period) && period.Kind != PeriodKind.Day ? (period.Kind, period.Number)
        : null;

    // Of a common year: 29 February would have no day in most.
    private static (int Month, int Day)? MonthDay(string text) =>
        DateOnly.TryParseExact("2023-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.Month, day.Day)
            : null;
}
