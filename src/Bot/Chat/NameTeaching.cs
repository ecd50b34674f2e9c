using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Learning;
using Bot.Indicators.Contacts;
using Bot.Indicators.Learning;
using Bot.Store.Catalogues;
using Bot.Store.Learning;
using Bot.Understanding.Lexicons;

namespace Bot.Chat;

/// <summary>An admin sees what was not understood and gives units and indicators other names; nobody else does, and nothing is learnt without.</summary>
internal sealed class NameTeaching(QuestionNotes notes, AliasBook aliases, CatalogueCache catalogues, TimeProvider clock)
{
    private const int Shown = 5;

    /// <summary>The newest questions that were not understood.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> ListAsync(
        Contact? person,
        CardContext context,
        CancellationToken cancellationToken
    ) =>
        Rights.MayTeachNames(person)
            ? (LearningCards.Questions(await notes.NewestAsync(Shown, cancellationToken), context), Outcome.Answered)
            : Denied(context);

    /// <summary>Takes a name, once what it is like was seen; opens the form where something is missing or wrong.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> AddAsync(
        AliasForm form,
        bool seen,
        Contact? person,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MayTeachNames(person))
        {
            return Denied(context);
        }

        if (form.Bearer.Length == 0)
        {
            return (LearningCards.Form(form, context), Outcome.Clarify);
        }

        var (alias, fault) = NameChoice.Of(form, catalogues.Current);
        if (alias is null)
        {
            return (LearningCards.Form(form with { Fault = fault }, context), Outcome.Clarify);
        }

        if (!seen && await ClashesAsync(alias, cancellationToken) is { Count: > 0 } clashes)
        {
            return (LearningCards.Clashes(form, clashes, context), Outcome.Clarify);
        }

        return await aliases.AddAsync(alias, person!.Upn, cancellationToken)
            ? (LearningCards.Added(form, person.Name, clock.GetUtcNow(), context), Outcome.Answered)
            : (LearningCards.Form(form with { Fault = AliasFault.Known }, context), Outcome.Clarify);
    }

    /// <summary>Takes a name back.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> RemoveAsync(
        AliasForm form,
        Contact? person,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MayTeachNames(person))
        {
            return Denied(context);
        }

        return NameChoice.Borne(form, catalogues.Current) is { } alias && await aliases.RemoveAsync(alias, person!.Upn, cancellationToken)
            ? (LearningCards.Removed(form, context), Outcome.Answered)
            : (AnswerCards.Outdated(context), Outcome.NoData);
    }

    private async Task<IReadOnlyList<AliasClash>> ClashesAsync(Alias alias, CancellationToken cancellationToken) =>
        [.. NameChoice.Clashes(alias, await aliases.PreviewAsync(alias, cancellationToken))];

    private static (CardMessage, Outcome) Denied(CardContext context) => (AnswerCards.DeniedToAllButAdmins(context), Outcome.Denied);
}
