using System.Collections.Frozen;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions.Frames;

/// <summary>
/// What is wished of the assistant: a pause of notices, the digest now, what will go out or could not be delivered, what must be done today,
/// what was not understood, whom the bot knows.
/// </summary>
internal static class NoticeFrame
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = new Dictionary<string, DayOfWeek>
    {
        ["thu hai"] = DayOfWeek.Monday,
        ["thu 2"] = DayOfWeek.Monday,
        ["thu ba"] = DayOfWeek.Tuesday,
        ["thu 3"] = DayOfWeek.Tuesday,
        ["thu tu"] = DayOfWeek.Wednesday,
        ["thu 4"] = DayOfWeek.Wednesday,
        ["thu nam"] = DayOfWeek.Thursday,
        ["thu 5"] = DayOfWeek.Thursday,
        ["thu sau"] = DayOfWeek.Friday,
        ["thu 6"] = DayOfWeek.Friday,
        ["thu bay"] = DayOfWeek.Saturday,
        ["thu 7"] = DayOfWeek.Saturday,
        ["chu nhat"] = DayOfWeek.Sunday,
        ["monday"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday,
    }.ToFrozenDictionary();

    private const int MostDays = 60;

    public static Reading? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (sentence.Units.Count > 0)
        {
            return null;
        }

        Query? wish =
            sentence.Has(Cue.Pause) ? new PauseQuery { Until = Until(sentence) }
            : sentence.Has(Cue.Undelivered) ? new UndeliveredQuery()
            : sentence.Has(Cue.Digest) ? new DigestQuery()
            : sentence.Has(Cue.OpenQuestions) ? new OpenQuestionsQuery()
            : sentence.Has(Cue.Contacts) ? new ContactsQuery()
            : sentence.Has(Cue.Preview) ? new PreviewQuery { Days = Days(sentence) }
            // What is overdue by today must be done today as well.
            : sentence.Has(Cue.DueToday)
                ? new ObligationsQuery { States = [ObligationState.Overdue, ObligationState.Due], DueTo = sentence.Question.Today }
            : null;
        return wish is null ? null : new Reading.Clear { Language = sentence.Language, Query = wish };
    }

    // "14 ngày tới", "the next 2 weeks", "tuần tới", or to the end of a time that was named.
    private static int Days(Sentence sentence)
    {
        string[] words = [.. sentence.Tokens.Select(t => t.Bare)];
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var isWeeks = words[i + 1] is "tuan" or "week" or "weeks";
            if (
                (isWeeks || words[i + 1] is "ngay" or "day" or "days")
                && int.TryParse(words[i], out var count)
                && count is > 0 and <= MostDays
            )
            {
                return Math.Min(isWeeks ? count * PreviewQuery.Week : count, MostDays);
            }

            if ((words[i], words[i + 1]) is ("tuan", "toi" or "sau") or ("next", "week"))
            {
                return DaysToEndOfNextWeek(sentence.Question.Today);
            }
        }

        return
            sentence.Periods.Select(p => p.Period.Last.DayNumber - sentence.Question.Today.DayNumber + 1).FirstOrDefault(days => days > 0)
                is > 0
                    and var named
            ? Math.Min(named, MostDays)
            : PreviewQuery.Week;
    }

    private static int DaysToEndOfNextWeek(DateOnly today) => (DayOfWeek.Saturday - today.DayOfWeek + 1) % 7 + 1 + PreviewQuery.Week;

    private static DateOnly? Until(Sentence sentence) =>
        sentence.Periods.FirstOrDefault(p => p.Period.Kind == PeriodKind.Day)?.Period.First ?? Weekday(sentence);

    // The next such day: today is no pause.
    private static DateOnly? Weekday(Sentence sentence)
    {
        string[] words = [.. sentence.Tokens.Select(t => t.Bare)];
        for (var i = 0; i < words.Length; i++)
        {
            if (Weekdays.TryGetValue(words[i], out var day) || i > 0 && Weekdays.TryGetValue($"{words[i - 1]} {words[i]}", out day))
            {
                var days = ((int)day - (int)sentence.Question.Today.DayOfWeek + 7) % 7;
                return sentence.Question.Today.AddDays(days == 0 ? 7 : days);
            }
        }

        return null;
    }
}
