using System.Diagnostics;
using Bot.Cards;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;

namespace Bot.Asking;

/// <summary>Wishes that need no store.</summary>
internal static class ChatAnswers
{
    public static CardMessage For(ChatQuery query, CardContext context, Contact? asker) =>
        query switch
        {
            HelpQuery help => AnswerCards.Help(context, help, asker),
            SmallTalkQuery talk => AnswerCards.SmallTalk(talk.Sort, context),
            SetLanguageQuery language => AnswerCards.LanguageSet(context with { Language = language.To }),
            FeedbackQuery => AnswerCards.FeedbackTaken(context),
            _ => throw new UnreachableException(query.GetType().Name),
        };

    public static Outcome OutcomeOf(ChatQuery query) => query is FeedbackQuery ? Outcome.Answered : Outcome.Help;
}
