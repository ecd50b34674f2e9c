using System.CommandLine;
using Bot.Indicators;

namespace Bot.Commands;

/// <summary><c>--lang vi|en</c>: the language of what a command prints.</summary>
internal sealed class LanguageOption : Option<string?>
{
    private readonly Language _without;

    public LanguageOption(string description, Language without)
        : base("--lang")
    {
        Description = description;
        _without = without;
        this.AcceptOnlyFromAmong("vi", "en");
    }

    public Language Of(ParseResult parsed) =>
        parsed.GetValue(this) switch
        {
            "en" => Language.English,
            "vi" => Language.Vietnamese,
            _ => _without,
        };
}
