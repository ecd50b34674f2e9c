namespace Bot.Indicators.Learning;

/// <summary>Why a name is not taken.</summary>
public enum AliasFault
{
    /// <summary>Fewer than two letters, or longer than a name may be.</summary>
    Length,

    /// <summary>It holds a bar, which separates names in the tables.</summary>
    Bar,

    /// <summary>Words of the language that questions need for themselves.</summary>
    CommonWords,

    /// <summary>No unit and no indicator is called so.</summary>
    UnknownBearer,

    /// <summary>Several that are not one after the other are called so.</summary>
    SeveralBearers,

    /// <summary>The bearer has the name already.</summary>
    Known,
}
