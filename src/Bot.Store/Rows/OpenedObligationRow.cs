namespace Bot.Store.Rows;

/// <summary>The ladder under which an obligation opened: later changes of the policy do not touch it.</summary>
internal sealed class OpenedObligationRow
{
    /// <summary>The obligation's key.</summary>
    public string Obligation { get; set; } = "";

    public DateOnly OpenedOn { get; set; }

    /// <summary>The ladder, JSON as in the policy file.</summary>
    public string Ladder { get; set; } = "";
}
