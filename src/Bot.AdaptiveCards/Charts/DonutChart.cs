namespace Bot.AdaptiveCards.Charts;

/// <summary>A ring of two parts: done and open.</summary>
public sealed record DonutChart : Chart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="title">What the chart shows, in words.</param>
    /// <param name="data">The parts.</param>
    /// <param name="fallback">What stands in its place where charts are not known.</param>
    public DonutChart(string title, IReadOnlyList<Slice> data, CardElement fallback)
        : base(title, fallback) => Data = data;

    /// <summary>The parts.</summary>
    public IReadOnlyList<Slice> Data { get; }

    /// <summary>Words in the middle; null: none.</summary>
    public string? Value { get; init; }

    internal override string Type => "Chart.Donut";

    private protected override void WriteData(CardWriter json) => json.Parts("data", Data).Text("value", Value);
}

/// <summary>One part of a <see cref="DonutChart"/>.</summary>
/// <param name="Legend">What the part stands for.</param>
/// <param name="Value">Its size.</param>
/// <param name="Color">Its colour; null: the client chooses.</param>
public sealed record Slice(string Legend, decimal Value, ChartColor? Color = null) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("legend", Legend).Number("value", Value).Word("color", Color);
}
