namespace Bot.Indicators;

/// <summary>What is measured (chỉ số).</summary>
public sealed record Indicator
{
    /// <summary>Its key.</summary>
    public required IndicatorCode Code { get; init; }

    /// <summary>What it is called.</summary>
    public required Names Names { get; init; }

    /// <summary>The unit of its values.</summary>
    public required MeasureUnit Unit { get; init; }

    /// <summary>Which way it gets better.</summary>
    public Direction Direction { get; init; }

    /// <summary>The area of reform, for instance <c>digital-government</c>; empty where not said.</summary>
    public string Area { get; init; } = "";

    /// <summary>How often it is reported, as tables write it: <c>quarter</c>, <c>year</c>; empty where not said.</summary>
    public string Frequency { get; init; } = "";

    /// <summary>What it means, in Vietnamese; empty where the catalogue has no definition.</summary>
    public string DefinitionVietnamese { get; init; } = "";

    /// <summary>What it means, in English; empty where the catalogue has no definition.</summary>
    public string DefinitionEnglish { get; init; } = "";

    /// <summary>The legal basis, as the catalogue words it; empty where not said.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Its bases; empty where it has only the one with the empty code.</summary>
    public ValueList<Basis> Bases { get; init; }

    /// <summary>The basis with that code, or null.</summary>
    public Basis? Basis(BasisCode code)
    {
        foreach (var basis in Bases)
        {
            if (basis.Code == code)
            {
                return basis;
            }
        }

        return null;
    }
}
