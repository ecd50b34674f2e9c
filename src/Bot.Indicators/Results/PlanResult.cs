namespace Bot.Indicators.Results;

/// <summary>The answers to the parts of a question, in its order.</summary>
public sealed record PlanResult : Result
{
    /// <summary>One result for each part, with or without data.</summary>
    public required ValueList<Result> Parts { get; init; }

    /// <summary>Whether no part has an answer.</summary>
    public bool HasNothing => Parts.All(part => part is NoData);

    internal override string Name => "plan";
}
