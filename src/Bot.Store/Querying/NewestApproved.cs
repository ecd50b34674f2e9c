using Bot.Indicators;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Which of a cell's revisions counts.</summary>
internal static class NewestApproved
{
    /// <summary>
    /// The newest approved revision. A later rejection of the very same value withdraws it (a rejected proposal of another value
    /// does not); null where none is left.
    /// </summary>
    public static Figure? Of(IReadOnlyList<Figure> revisions)
    {
        for (var i = revisions.Count - 1; i >= 0; i--)
        {
            var figure = revisions[i];
            if (figure.Status == ObservationStatus.Approved && !IsWithdrawn(revisions, i))
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>The newest proposal that nobody has decided on since; null where none waits.</summary>
    public static Figure? ProposalOf(IReadOnlyList<Figure> revisions) =>
        revisions.Count > 0 && revisions[^1] is { Status: ObservationStatus.Proposed } proposal ? proposal : null;

    private static bool IsWithdrawn(IReadOnlyList<Figure> revisions, int index)
    {
        var figure = revisions[index];
        for (var i = index + 1; i < revisions.Count; i++)
        {
            var later = revisions[i];
            if (later.Status == ObservationStatus.Rejected && Equals(later.Amount, figure.Amount) && later.Words == figure.Words)
            {
                return true;
            }
        }

        return false;
    }
}
