using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Readings;
using Bot.Testing;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding;

/// <summary>The cities of the case files, and a line of text for any reading.</summary>
internal static class Cases
{
    public static readonly DateOnly TodayInCanTho = new(2026, 11, 24);
    public static readonly DateOnly TodayInPhuLoc = new(2024, 1, 15);

    public static readonly Catalogue CanTho = Catalogues.FromFolder(PathOf("src/Bot.Store/Seed"));
    public static readonly Catalogue PhuLoc = Catalogues.FromFolder(PathOf("tests/Bot.Tests/Cases/understanding/phu-loc"));
    public static readonly Catalogue VinhKhe = Catalogues.FromFolder(PathOf("tests/Bot.Tests/Cases/understanding/vinh-khe"));

    private static readonly QuestionReader Reader = new();

    /// <summary>Lines of a case file: a conversation, "=>", and the reading of its last turn.</summary>
    public static IEnumerable<object[]> Lines(string file)
    {
        foreach (var line in File.ReadLines(PathOf("tests/Bot.Tests/Cases/understanding/" + file)))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split(" => ");
                yield return [parts[0].Trim(), parts[1].Trim()];
            }
        }
    }

    public static Reading Read(string conversation, Catalogue catalogue, DateOnly today)
    {
        DialogueState? state = null;
        Reading? reading = null;
        foreach (var turn in conversation.Split(" | "))
        {
            reading = Reader.Read(new Question(turn, today, Dialogue: state), catalogue);
            state = DialogueState.Next(state, reading);
        }

        return reading!;
    }

    public static string Text(Reading reading) =>
        reading switch
        {
            Reading.Clear clear => clear.Query.ToString(),
            Reading.Ambiguous ambiguous => $"?{ambiguous.What} {string.Join(" // ", ambiguous.Choices)}",
            Reading.Blocked blocked => $"!{blocked.By} {blocked.Words}",
            _ => "out-of-scope",
        };

    /// <summary>The reading with what a refused question offers instead.</summary>
    public static string WithNearest(Reading reading) =>
        reading is Reading.Blocked blocked ? string.Join(" // ", [Text(blocked), .. blocked.Nearest]) : Text(reading);

    public static string Mark(Language language) => language == Language.English ? "en" : "vi";

    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, relative);
    }
}
