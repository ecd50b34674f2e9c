namespace Bot.AdaptiveCards.Charts;

/// <summary>Lines over periods. A gap is made by splitting a line in two, as no client leaves one open.</summary>
public sealed record LineChart : Chart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="title">What the chart shows, in words.</param>
    /// <param name="data">The lines; the first one's points make the axis.</param>
    /// <param name="fallback">What stands in its place where charts are not known.</param>
    public LineChart(string title, IReadOnlyList<Line> data, CardElement fallback)
        : base(title, fallback) => Data = data;

    /// <summary>The lines; the first one's points make the axis.</summary>
    public IReadOnlyList<Line> Data { get; }

    /// <summary>What the points' heights are measured in; null: nothing written.</summary>
    public string? YAxisTitle { get; init; }

    /// <summary>Where the axis begins; null: the client chooses.</summary>
    public decimal? YMin { get; init; }

    /// <summary>Where the axis ends; null: the client chooses.</summary>
    public decimal? YMax { get; init; }

    internal override string Type => "Chart.Line";

    private protected override void WriteData(CardWriter json) =>
        json.Parts("data", Data).Text("yAxisTitle", YAxisTitle).Number("yMin", YMin).Number("yMax", YMax);
}

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Legend">What the line stands for.</param>
/// <param name="Values">Its points from left to right.</param>
/// <param name="Color">Its colour; null: the client chooses.</param>
public sealed record Line(string Legend, IReadOnlyList<LinePoint> Values, ChartColor? Color = null) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("legend", Legend).Parts("values", Values).Word("color", Color);
}

/// <summary>One point of a <see cref="Line"/>.</summary>
/// <param name="X">The period, as a short string: dates come out in the client's wording and are cut.</param>
/// <param name="Y">The value.</param>
public sealed record LinePoint(string X, decimal Y) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("x", X).Number("y", Y);
}
