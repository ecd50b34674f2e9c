namespace Bot.Cards;

/// <summary>The verbs of an answer's buttons.</summary>
public static class AnswerVerbs
{
    /// <summary>Runs a query in canonical text.</summary>
    public const string Run = "query/run";

    /// <summary>Judges an answer.</summary>
    public const string Judge = "feedback/give";
}
