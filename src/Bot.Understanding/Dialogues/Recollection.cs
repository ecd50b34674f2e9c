using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Understanding.Dialogues;

/// <summary>The dialogue and the asker's unit as the frames see them: each look is noted, so that a reading can be known again without.</summary>
internal sealed class Recollection(DialogueState? state, OrgUnitCode? own)
{
    /// <summary>What was looked at so far.</summary>
    public Recalled Recalled { get; private set; }

    public StoreQuery? LastQuery => Look(Recalled.LastQuery)?.LastQuery;

    public ValueList<Query> Choices => Look(Recalled.Choices)?.Choices ?? [];

    public Language? Language => Look(Recalled.Language)?.Language;

    public ValueList<StoreQuery> Earlier => Look(Recalled.Earlier)?.Earlier ?? [];

    public BlockedBy? Unsettled => Look(Recalled.Unsettled)?.Unsettled;

    public StoreQuery? Otherwise => Look(Recalled.Unsettled)?.Otherwise;

    public OrgUnitCode? Own
    {
        get
        {
            Recalled |= Recalled.Own;
            return own;
        }
    }

    private DialogueState? Look(Recalled at)
    {
        Recalled |= at;
        return state;
    }
}
