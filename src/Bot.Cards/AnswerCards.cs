using System.Diagnostics;
using System.Globalization;
using Bot.Cards.Answers;
using Bot.Cards.Resources;
using Bot.Cards.Welcome;
using Bot.Indicators.Contacts;
using Bot.Indicators.Readings;

namespace Bot.Cards;

/// <summary>Turns results and readings into replies. A card shows what it is given and computes nothing.</summary>
public static class AnswerCards
{
    /// <summary>The answer to a query.</summary>
    /// <param name="result">What the store answered.</param>
    /// <param name="note">How the question was read.</param>
    /// <param name="context">Language, surface, names, day.</param>
    public static CardMessage For(Result result, ReadingNote note, CardContext context)
    {
        var words = new Wording(context);
        var draft = KnownOnWords.Of(Draft(result, note, words, context), result, words);
        return note.Assisted
            ? AssistedLine.Above(draft, result.Query, words).ToMessage(words) with
            {
                Assisted = true,
            }
            : draft.ToMessage(words);
    }

    /// <summary>The facts of a result in the words of its card, one figure at most in each: what a summary may repeat.</summary>
    public static ValueList<SaidFact> Facts(Result result, CardContext context) =>
        [.. SaidFacts.Of(result, new Wording(context), context).Distinct()];

    /// <summary>The answer with a summary above it that a language model made of its facts.</summary>
    public static CardMessage Summarised(Result result, ReadingNote note, string summary, CardContext context)
    {
        var words = new Wording(context);
        var draft = KnownOnWords.Of(Draft(result, note, words, context), result, words);
        draft = draft with { Body = [Lines.Body(words.Say("summary.line", summary)), .. draft.Body] };
        return (note.Assisted ? AssistedLine.Above(draft, result.Query, words) : draft).ToMessage(words) with { Assisted = true };
    }

    /// <summary>Several readings: the asker chooses.</summary>
    public static CardMessage Clarify(Reading.Ambiguous reading, CardContext context) =>
        Reply(ClarifyCard.Of, reading, context) with
        {
            Assisted = reading.What == ClarifyWhat.Assisted,
        };

    /// <summary>Something that could change the answer was not understood.</summary>
    public static CardMessage Blocked(Reading.Blocked reading, CardContext context) => Reply(BlockedCard.Of, reading, context);

    /// <summary>Not about what the store holds: says so, and what can be asked.</summary>
    public static CardMessage OutOfScope(CardContext context) => Reply(WelcomeCard.OutOfScope, context);

    /// <summary>The first message of an installation; the person is null for guests.</summary>
    public static CardMessage Welcome(CardContext context, Contact? person) => Reply(WelcomeCard.Of, person, context);

    /// <summary>Questions that are offered below the welcome, to be sent by one touch.</summary>
    public static IReadOnlyList<string> Prompts(CardContext context)
    {
        var words = new Wording(context);
        return [words["prompt.due"], words["prompt.missing"], words["prompt.help"]];
    }

    /// <summary>The first message to a team or group: it may have the inspection team's notices posted there.</summary>
    public static CardMessage WelcomeAll(CardContext context) => Reply(WelcomeCard.ForAll, context);

    /// <summary>What can be asked; the person is null for guests.</summary>
    public static CardMessage Help(CardContext context, HelpQuery query, Contact? person) =>
        query.Topic == HelpTopic.Start ? Reply(WelcomeCard.Of, person, context) : Reply(HelpCard.Of, query, context);

    /// <summary>A greeting, thanks or farewell, returned in kind.</summary>
    public static CardMessage SmallTalk(SmallTalkKind kind, CardContext context) => Plain("smallTalk." + kind, context);

    /// <summary>The language was changed to the context's.</summary>
    public static CardMessage LanguageSet(CardContext context) => Plain("language.set", context);

    /// <summary>The reader's judgement was taken down.</summary>
    public static CardMessage FeedbackTaken(CardContext context) => Plain("feedback.taken", context);

    /// <summary>Asks for a judgement of the answer to a query in canonical text.</summary>
    public static CardMessage FeedbackForm(string about, CardContext context) => Reply(FeedbackCard.Of, about, context);

    /// <summary>The words of the thumbs under an answer.</summary>
    public static (string Up, string Down) ThumbTitles(Language language)
    {
        var words = Strings.In(language);
        return (words["feedback.up"].Format, words["feedback.down"].Format);
    }

    /// <summary>We broke something: says so, with the reference under which the log has it.</summary>
    public static CardMessage Failure(string reference, CardContext context) => Reply(NoticeCards.Failure, reference, context);

    /// <summary>The same in one line, which needs nothing of the store.</summary>
    public static CardMessage FailureLine(string reference, Language language)
    {
        var text = string.Format(CultureInfo.InvariantCulture, Strings.In(language)["failure.line"], reference);
        return new()
        {
            Text = text,
            Summary = text,
            Language = language,
        };
    }

    /// <summary>A button of an old card names what is no longer there.</summary>
    public static CardMessage Outdated(CardContext context) => Plain("card.outdated", context);

    /// <summary>The person may not do that.</summary>
    public static CardMessage Denied(CardContext context) => Reply(NoticeCards.Denied, context);

    /// <summary>The same where only an admin may.</summary>
    public static CardMessage DeniedToAllButAdmins(CardContext context)
    {
        var words = new Wording(context);
        return NoticeCards.Denied(words["denied.admin"], words, context).ToMessage(words);
    }

    /// <summary>What is for the asker alone is not said before others.</summary>
    public static CardMessage SentPrivately(CardContext context) => Plain("private.sent", context);

    /// <summary>A button that others must not see the answer of.</summary>
    public static CardMessage OnlyInPrivate(CardContext context) => Plain("private.only", context);

    /// <summary>The same reply as a card, where no plain one can be sent.</summary>
    public static CardMessage AsCard(CardMessage reply, CardContext context) =>
        reply.Card.IsEmpty ? new Draft { Sentence = reply.Text ?? reply.Summary, Body = [] }.ToMessage(new Wording(context)) : reply;

    /// <summary>One card for each kind of result; a kind without a card is a defect, not an answer.</summary>
    internal static Draft Draft(Result result, ReadingNote note, Wording words, CardContext context) =>
        result switch
        {
            ValueResult r => ValueCard.Of(r, note, words, context),
            CompareResult r => CompareCard.Of(r, note, words, context),
            RankingResult r => RankingCard.Of(r, note, words, context),
            FilterResult r => FilterCard.Of(r, note, words, context),
            TrendResult r => TrendCard.Of(r, note, words, context),
            ChangeResult r => ChangeCard.Of(r, note, words, context),
            TargetResult r => TargetCard.Of(r, note, words, context),
            AggregateResult r => AggregateCard.Of(r, note, words, context),
            ProfileResult r => ProfileCard.Of(r, note, words, context),
            CoverageResult r => CoverageCard.Of(r, note, words, context),
            ObligationsResult r => ObligationListCard.Of(r, note, words, context),
            FindingsResult r => FindingsCard.Of(r, note, words, context),
            InspectionsResult r => InspectionsCard.Of(r, note, words, context),
            ProjectsResult r => ProjectsCard.Of(r, note, words, context),
            DefinitionResult r => DefinitionCard.Of(r, note, words, context),
            ProvenanceResult r => ProvenanceCard.Of(r, note, words, context),
            HistoryResult r => HistoryCard.Of(r, note, words, context),
            PlanResult r => PlanCard.Of(r, note, words, context),
            NoData r => NoDataCard.Of(r, note, words, context),
            Refusal r => RefusalCard.Of(r, note, words, context),
            _ => throw new UnreachableException($"No card for {result.GetType().Name}"),
        };

    private static CardMessage Reply(Func<Wording, CardContext, Draft> card, CardContext context)
    {
        var words = new Wording(context);
        return card(words, context).ToMessage(words);
    }

    private static CardMessage Reply<T>(Func<T, Wording, CardContext, Draft> card, T about, CardContext context)
    {
        var words = new Wording(context);
        return card(about, words, context).ToMessage(words);
    }

    private static CardMessage Plain(string key, CardContext context)
    {
        var text = new Wording(context)[key];
        return new()
        {
            Text = text,
            Summary = text,
            Language = context.Language,
        };
    }
}
