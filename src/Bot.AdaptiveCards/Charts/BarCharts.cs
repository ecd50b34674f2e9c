namespace Bot.AdaptiveCards.Charts;

/// <summary>One bar.</summary>
/// <param name="X">The bar's label.</param>
/// <param name="Y">The bar's length.</param>
/// <param name="Color">Its colour; null: the chart's.</param>
public sealed record Bar(string X, decimal Y, ChartColor? Color = null) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("x", X).Number("y", Y).Word("color", Color);
}

/// <summary>Bars from left to right, one below the other: a ranking.</summary>
public sealed record HorizontalBarChart : Chart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="title">What the chart shows, in words.</param>
    /// <param name="data">The bars from top to bottom.</param>
    /// <param name="fallback">What stands in its place where charts are not known.</param>
    public HorizontalBarChart(string title, IReadOnlyList<Bar> data, CardElement fallback)
        : base(title, fallback) => Data = data;

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<Bar> Data { get; }

    /// <summary>What the bars' lengths are measured in; null: nothing written.</summary>
    public string? XAxisTitle { get; init; }

    /// <summary>Whether an axis is drawn; null: it is.</summary>
    public BarDisplayMode? DisplayMode { get; init; }

    internal override string Type => "Chart.HorizontalBar";

    private protected override void WriteData(CardWriter json) =>
        json.Parts("data", Data).Text("xAxisTitle", XAxisTitle).Name("displayMode", DisplayMode);
}

/// <summary>Bars from left to right whose parts stand one after the other: how a few states share each count.</summary>
public sealed record StackedBarChart : Chart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="title">What the chart shows, in words.</param>
    /// <param name="data">The bars from top to bottom.</param>
    /// <param name="fallback">What stands in its place where charts are not known.</param>
    public StackedBarChart(string title, IReadOnlyList<StackedBar> data, CardElement fallback)
        : base(title, fallback) => Data = data;

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<StackedBar> Data { get; }

    internal override string Type => "Chart.HorizontalBar.Stacked";

    private protected override void WriteData(CardWriter json) => json.Parts("data", Data);
}

/// <summary>One bar of a <see cref="StackedBarChart"/>.</summary>
/// <param name="Title">The bar's label.</param>
/// <param name="Data">Its parts from left to right; the same legends and colours in every bar.</param>
public sealed record StackedBar(string Title, IReadOnlyList<Slice> Data) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("title", Title).Parts("data", Data);
}

/// <summary>Bars from bottom to top, side by side: a few periods.</summary>
public sealed record VerticalBarChart : Chart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="title">What the chart shows, in words.</param>
    /// <param name="data">The bars from left to right.</param>
    /// <param name="fallback">What stands in its place where charts are not known.</param>
    public VerticalBarChart(string title, IReadOnlyList<Bar> data, CardElement fallback)
        : base(title, fallback) => Data = data;

    /// <summary>The bars from left to right.</summary>
    public IReadOnlyList<Bar> Data { get; }

    /// <summary>What the bars' heights are measured in; null: nothing written.</summary>
    public string? YAxisTitle { get; init; }

    /// <summary>Where the axis begins; null: the client chooses.</summary>
    public decimal? YMin { get; init; }

    /// <summary>Where the axis ends; null: the client chooses.</summary>
    public decimal? YMax { get; init; }

    internal override string Type => "Chart.VerticalBar";

    private protected override void WriteData(CardWriter json) =>
        json.Parts("data", Data).Text("yAxisTitle", YAxisTitle).Number("yMin", YMin).Number("yMax", YMax);
}

/// <summary>Axis of a <see cref="HorizontalBarChart"/>.</summary>
public enum BarDisplayMode
{
    /// <summary>Lengths with an axis.</summary>
    AbsoluteWithAxis,

    /// <summary>Lengths with numbers; cuts the longest label.</summary>
    AbsoluteNoAxis,
}
