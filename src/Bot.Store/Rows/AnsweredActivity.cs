namespace Bot.Store.Rows;

/// <summary>An activity whose answer was posted: a later redelivery of it is not answered again.</summary>
public sealed class AnsweredActivity
{
    /// <summary>Channel, conversation and activity.</summary>
    public string Key { get; set; } = "";

    /// <summary>When the answer was posted; old rows are swept by it.</summary>
    public DateTimeOffset AnsweredAt { get; set; }
}
