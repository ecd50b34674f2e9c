namespace Bot.Cards.Parts;

/// <summary>The origins of figures, for the source line.</summary>
internal static class Origins
{
    /// <summary>Of judged figures.</summary>
    public static IEnumerable<Provenance> Of(IEnumerable<JudgedFigure> figures) => figures.Select(f => f.Figure.Provenance);

    /// <summary>Of bare figures.</summary>
    public static IEnumerable<Provenance> Of(IEnumerable<Figure> figures) => figures.Select(f => f.Provenance);
}
