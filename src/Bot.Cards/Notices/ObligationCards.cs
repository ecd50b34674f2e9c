using Bot.Cards.Welcome;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>Turns obligations and what happened to them into cards, for notices, for clicks and for wishes in chat. A card computes nothing.</summary>
public static class ObligationCards
{
    /// <summary>A card that answers in chat is kept up to date with so many obligations at most.</summary>
    public const int MostKept = 7;

    /// <summary>Obligations of one reader, the most urgent first; one of them alone is shown in full.</summary>
    /// <param name="views">The obligations; at least one.</param>
    /// <param name="context">Language, surface, names, day.</param>
    /// <param name="list">Which part of them is shown; null for the first, of an answer in chat.</param>
    public static CardMessage Of(IReadOnlyList<CaseView> views, CardContext context, CaseList? list = null) =>
        Reply(ReminderCard.Of, (views, list), context) with
        {
            Shows = views.Count <= MostKept ? [.. views.Select(Shown)] : [],
        };

    /// <summary>The form of an action, with what was typed and what is wrong with it.</summary>
    public static CardMessage Form(ObligationAction action, CaseView view, FormState state, CardContext context)
    {
        var words = new Wording(context);
        return CaseForm.Of(action, view, state, words, context).ToMessage(words) with { Shows = [Shown(view)] };
    }

    /// <summary>Why a notice came.</summary>
    public static CardMessage Why(CaseView view, CardContext context) => Reply(WhyCard.Of, view, context);

    /// <summary>The person may not do that; whose it is.</summary>
    public static CardMessage Denied(ObligationAction action, OrgUnitCode unit, CardContext context)
    {
        var words = new Wording(context);
        var sentence = action switch
        {
            ObligationAction.Snooze or ObligationAction.RequestExtension => words.Say("denied.unit", words.The(unit)),
            ObligationAction.Acknowledge or ObligationAction.MarkIssued => words.Say("denied.either", words.The(unit)),
            _ => words["denied"],
        };
        return NoticeCards.Denied(sentence, words, context).ToMessage(words);
    }

    /// <summary>Where all units stand.</summary>
    public static CardMessage Digest(DigestSummary digest, CardContext context) => Reply(DigestCard.Of, digest, context);

    /// <summary>The messages that were given up, and how they are sent again.</summary>
    public static CardMessage Undelivered(IReadOnlyList<UndeliveredMessage> messages, CardContext context) =>
        Reply(UndeliveredCard.Of, messages, context);

    /// <summary>What will go out in the days that were asked for.</summary>
    public static CardMessage Preview(IReadOnlyList<PreviewDay> days, PreviewQuery asked, CardContext context) =>
        Reply(PreviewCard.Of, (days, asked), context);

    /// <summary>Whether a channel is one of the inspection team's.</summary>
    public static CardMessage Channel(bool isChosen, CardContext context) => Reply(ChannelCard.Of, isChosen, context);

    /// <summary>Planning did not run on that day.</summary>
    public static CardMessage Warning(DateOnly day, CardContext context)
    {
        var words = new Wording(context);
        return WarningCard.Of(day, words).ToMessage(words);
    }

    /// <summary>What was read of "has issued": nothing is changed before the click.</summary>
    public static CardMessage ConfirmIssued(CaseView view, FormState read, CardContext context)
    {
        var words = new Wording(context);
        return WishCards.Issued(view, read, words, context).ToMessage(words) with { Shows = [Shown(view)] };
    }

    /// <summary>Whom a reminder that was asked for would go to: nothing is sent before the click.</summary>
    public static CardMessage ConfirmRemind(IReadOnlyList<CaseView> views, int recipients, CardContext context)
    {
        var words = new Wording(context);
        return WishCards.Remind(views, recipients, words, context).ToMessage(words);
    }

    /// <summary>A wish was carried out, or why it was not; in one sentence.</summary>
    public static CardMessage Said(WishOutcome outcome, CardContext context, DateOnly? day = null, int count = 0) =>
        Line(new Wording(context).Count("wish." + outcome, count, day is { } known ? new Wording(context).Date(known) : ""), context);

    /// <summary>Reminders that were asked for went out, and to whom not because they have paused them; the day is null of who wishes none at all.</summary>
    public static CardMessage Reminded(int sent, IReadOnlyList<(Contact Person, DateOnly? Until)> spared, CardContext context)
    {
        var words = new Wording(context);
        List<string> names =
        [
            .. spared.Select(s => s.Until is { } until ? words.Say("wish.spared.until", s.Person.Name, words.Date(until)) : s.Person.Name),
        ];
        return Line(
            string.Join(
                ' ',
                new[]
                {
                    sent > 0 ? words.Count("wish." + WishOutcome.Reminded, sent) : null,
                    names.Count > 0 ? words.Say("wish.spared", words.ListUpTo(names, 4)) : null,
                }.OfType<string>()
            ),
            context
        );
    }

    /// <summary>A click was taken, and the card that was clicked shows it.</summary>
    public static CardMessage Taken(CardContext context) => Line(new Wording(context)["notice.taken"], context);

    /// <summary>Words that a card says above an obligation: since when it has been otherwise than the reader saw it.</summary>
    public static string Changed(ObligationCase about, CardContext context)
    {
        var words = new Wording(context);
        return about.Events is [.., var last] ? words.Say("notice.changed", words.Moment(last.At)) : words["notice.impossible"];
    }

    private static (ObligationKey Key, int Version) Shown(CaseView view) => (view.Case.Key, view.Case.Version);

    private static CardMessage Line(string text, CardContext context) =>
        new()
        {
            Text = text,
            Summary = text,
            Language = context.Language,
        };

    private static CardMessage Reply<T>(Func<T, Wording, CardContext, Draft> card, T about, CardContext context)
    {
        var words = new Wording(context);
        return card(about, words, context).ToMessage(words);
    }
}

/// <summary>What became of a wish that somebody typed.</summary>
public enum WishOutcome
{
    /// <summary>Notices are sent from now on.</summary>
    Subscribed,

    /// <summary>No more notices.</summary>
    Unsubscribed,

    /// <summary>No notices until a day.</summary>
    Paused,

    /// <summary>Only people whom the city has named get notices.</summary>
    NoContact,

    /// <summary>The day of a pause has passed, or is too far.</summary>
    PauseDay,

    /// <summary>Neither unit nor plan is clear.</summary>
    NothingNamed,

    /// <summary>The unit owes nothing that is not done.</summary>
    NothingOpen,

    /// <summary>The unit has nobody to tell.</summary>
    Nobody,

    /// <summary>The reminders go out.</summary>
    Reminded,

    /// <summary>They went out before today.</summary>
    RemindedBefore,

    /// <summary>What was given up goes out again.</summary>
    SentAgain,

    /// <summary>Nothing was given up.</summary>
    NothingUndelivered,
}
