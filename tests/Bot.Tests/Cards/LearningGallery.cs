using Bot.Cards;
using Bot.Cards.Learning;
using Bot.Indicators.Learning;

namespace Bot.Tests.Cards;

/// <summary>Every card with which an admin gives names, by the name of its golden file.</summary>
internal static class LearningGallery
{
    private static readonly AliasForm Form = new("Sở Sức khỏe", "Sở Y tế");

    public static IEnumerable<(string Name, CardMessage Message)> For(CardContext context)
    {
        yield return (
            "open-questions",
            LearningCards.Questions(
                [
                    new("tỷ lệ văn bản đi gửi liên thông của Sở Sức khỏe", "Sở Sức khỏe", new(2023, 4, 3), 4),
                    new("cho xem bảng tổng", "", new(2023, 4, 1), 1),
                ],
                context
            )
        );
        yield return ("open-questions-none", LearningCards.Questions([], context));
        yield return ("alias-form", LearningCards.Form(Form with { Bearer = "" }, context));
        yield return ("alias-form-fault", LearningCards.Form(Form with { Bearer = "Sở Ytế", Fault = AliasFault.UnknownBearer }, context));
        yield return ("alias-clash", LearningCards.Clashes(Form, [new("Sở Sức khoẻ", "Sở Y tế Long Hòa")], context));
        yield return ("alias-added", LearningCards.Added(Form, "Nguyễn Văn An", new(2023, 4, 3, 2, 20, 0, TimeSpan.Zero), context));
        yield return ("alias-removed", LearningCards.Removed(Form, context));
    }
}
