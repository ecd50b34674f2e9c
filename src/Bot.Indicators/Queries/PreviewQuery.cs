using System.Globalization;

namespace Bot.Indicators.Queries;

/// <summary>All reminders and digests that will go out in the next days under today's data.</summary>
public sealed record PreviewQuery : ChatQuery
{
    /// <summary>How many days where none were named.</summary>
    public const int Week = 7;

    /// <summary>How many days, from today on; at least one.</summary>
    public int Days { get; init; } = Week;

    /// <summary>The first day to show, where those before it were seen already; null for today.</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc />
    public override string Kind => "preview";

    internal override void Write(QueryWriter writer) =>
        writer.Slot("days", Days == Week ? null : Days.ToString(CultureInfo.InvariantCulture)).Slot("from", From);

    internal static Query Read(QuerySlots slots) =>
        new PreviewQuery { Days = slots.Number("days") is > 0 and var days ? days : Week, From = slots.Day("from") };
}
