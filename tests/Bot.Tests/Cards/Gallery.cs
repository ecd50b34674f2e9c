using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Testing;
using static Bot.Testing.Figures;

namespace Bot.Tests.Cards;

/// <summary>Every card that can be sent, by the name of its golden file.</summary>
internal static class Gallery
{
    public static DateOnly Today { get; } = new(2023, 4, 3);

    public static CardContext Vietnamese { get; } = new(Language.Vietnamese, Surface.Teams, Figures.Catalogue, Today);

    public static CardContext English { get; } = Vietnamese with { Language = Language.English };

    /// <summary>A client that draws no charts, and a host that has pictures of them.</summary>
    public static CardContext WithPictures { get; } =
        Vietnamese with
        {
            Surface = Surface.WebChat,
            ChartAddress = picture => $"/charts/{picture.Form}-{picture.Points.Count}.png",
        };

    /// <summary>Name, reply, and the result behind it (null: the reply is no answer).</summary>
    public static IReadOnlyDictionary<string, (CardMessage Message, Bot.Indicators.Results.Result? Result)> All { get; } = Build();

    private static Dictionary<string, (CardMessage, Bot.Indicators.Results.Result?)> Build()
    {
        var all = new Dictionary<string, (CardMessage, Bot.Indicators.Results.Result?)>();
        foreach (var context in new[] { Vietnamese, English })
        {
            var tag = context.Language == Language.English ? ".en" : ".vi";
            foreach (var (name, result) in Results.All)
            {
                all[name + tag] = (AnswerCards.For(result, ReadingNote.None, context), result);
            }

            foreach (
                var (name, message) in Replies(context)
                    .Concat(NoticeGallery.For(context))
                    .Concat(ReviewGallery.For(context))
                    .Concat(LearningGallery.For(context))
                    .Concat(ContactGallery.For(context))
            )
            {
                all[name + tag] = (message, null);
            }
        }

        var two = Results.All["value-two-bases"];
        all["value-two-bases-webchat.vi"] = (AnswerCards.For(two, ReadingNote.None, Vietnamese with { Surface = Surface.WebChat }), two);
        foreach (var name in (string[])["rank", "trend"])
        {
            var result = Results.All[name];
            all[name + "-webchat.vi"] = (AnswerCards.For(result, ReadingNote.None, WithPictures), result);
        }

        var plan = Results.All["plan"];
        all["plan-assisted.vi"] = (AnswerCards.For(plan, new() { Assisted = true }, Vietnamese), plan);
        all["plan-assisted.en"] = (AnswerCards.For(plan, new() { Assisted = true }, English), plan);

        all["reminder-overdue-webchat.vi"] = (
            NoticeGallery.For(Vietnamese with { Surface = Surface.WebChat }).First(c => c.Name == "reminder-overdue").Message,
            null
        );
        all["value-note.vi"] = (
            AnswerCards.For(
                two,
                new()
                {
                    LeftOut = ["*tháng* tới [x](javascript:1) 12,5%"],
                    Inherited = [InheritedSlot.Indicator, InheritedSlot.Period],
                    Corrected = [new("liên thôg", "liên thông")],
                },
                Vietnamese
            ),
            two
        );
        return all;
    }

    private static IEnumerable<(string, CardMessage)> Replies(CardContext context)
    {
        Contact official = new("official@example.org", "", "An", Role.Official, Health, context.Language);
        yield return ("welcome-guest", AnswerCards.Welcome(context, null));
        yield return ("welcome-official", AnswerCards.Welcome(context, official));
        yield return ("help-indicators", AnswerCards.Help(context, new HelpQuery { Topic = HelpTopic.Indicators }, null));
        yield return ("help-units", AnswerCards.Help(context, new HelpQuery { Topic = HelpTopic.Units }, null));
        yield return ("help-obligations", AnswerCards.Help(context, new HelpQuery { Topic = HelpTopic.Obligations }, null));
        yield return ("out-of-scope", AnswerCards.OutOfScope(context));
        yield return ("failure", AnswerCards.Failure("7F3A-21", context));
        yield return ("denied", AnswerCards.Denied(context));
        yield return (
            "clarify",
            AnswerCards.Clarify(
                new()
                {
                    Language = context.Language,
                    Words = "ký số của Sở Y tế",
                    What = ClarifyWhat.Indicator,
                    Choices =
                    [
                        new ValueQuery
                        {
                            Indicators = [Signed],
                            Units = UnitSet.Of(Health),
                            Bases = [new("one-layer")],
                        },
                        new ValueQuery
                        {
                            Indicators = [Signed],
                            Units = UnitSet.Of(Health),
                            Bases = [new("two-layers")],
                        },
                        new ValueQuery { Indicators = [Interconnected], Units = UnitSet.Of(Health) },
                    ],
                },
                context
            )
        );
        yield return (
            "clarify-assisted",
            AnswerCards.Clarify(
                new()
                {
                    Language = context.Language,
                    Words = "Sở Y tế làm online tới đâu rồi, đoàn kiểm tra nhắc gì?",
                    What = ClarifyWhat.Assisted,
                    Choices = [Results.All["plan"].Query, new FindingsQuery { Units = UnitSet.Of(Health) }],
                },
                context
            )
        );
        yield return (
            "blocked-unit",
            AnswerCards.Blocked(
                new()
                {
                    Language = context.Language,
                    By = BlockedBy.UnknownUnit,
                    Words = "Sở Y tế và Dân số",
                    Nearest = [new ValueQuery { Indicators = [FullOnline], Units = UnitSet.Of(Health) }],
                },
                context
            )
        );
        yield return (
            "blocked-number",
            AnswerCards.Blocked(
                new()
                {
                    Language = context.Language,
                    By = BlockedBy.Number,
                    Words = "12.5%",
                },
                context
            )
        );
    }
}
