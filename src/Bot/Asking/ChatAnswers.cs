using System.Diagnostics;
using Bot.Cards;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;

namespace Bot.Asking;

/// <summary>Wishes that need no store.</summary>
internal static class ChatAnswers
{
    public static Answer For(ChatQuery query, CardContext context, Contact? asker) =>
        query switch
        {
            HelpQuery help => Of(query, AnswerCards.Help(context, help.Topic, asker), Outcome.Help),
            SmallTalkQuery talk => Of(query, AnswerCards.SmallTalk(talk.Sort, context), Outcome.Help),
            SetLanguageQuery language => Of(query, AnswerCards.LanguageSet(context with { Language = language.To }), Outcome.Help),
            FeedbackQuery => Of(query, AnswerCards.FeedbackTaken(context), Outcome.Answered),
            SubscribeQuery or RemindQuery or RecordIssuedQuery => Of(query, AnswerCards.ComesLater(query, context), Outcome.Help),
            _ => throw new UnreachableException(query.GetType().Name),
        };

    private static Answer Of(ChatQuery query, CardMessage message, Outcome outcome) =>
        new()
        {
            Message = message,
            Outcome = outcome,
            Query = query,
        };
}
