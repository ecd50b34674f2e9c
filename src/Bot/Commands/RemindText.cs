using System.Text;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Store.Notices;
using Bot.Store.Rows;

namespace Bot.Commands;

/// <summary>What a day's reminders are, for the terminal: a line for each recipient, then the totals.</summary>
internal sealed class RemindText(Catalogue catalogue, Language language)
{
    private readonly TerminalWords _words = TerminalWords.In(language);
    private readonly HashSet<int> _said = [];

    /// <summary>What was planned and what became of it.</summary>
    public string Write(ReminderPlan plan, IReadOnlyList<DeliveryRow> deliveries)
    {
        var became = deliveries.ToDictionary(d => d.Key);
        var text = Head(plan, plan.Notices.Count);
        foreach (var notice in plan.Notices)
        {
            var row = became[notice.Intended[0].Key];
            text.AppendLine(_words.Say("remind.line", notice.Recipient, What(notice.Intended), State(row.State, row.Reason)));
        }

        return End(text, plan, deliveries.CountBy(d => d.State), deliveries.Count).ToString();
    }

    /// <summary>What would go out.</summary>
    public string Preview(ReminderPlan plan)
    {
        var text = Head(plan, plan.Notices.Count);
        foreach (var notice in plan.Notices)
        {
            text.AppendLine(
                _words.Say("remind.line", notice.Recipient, What(notice.Intended), State(StateOf(notice), notice.SuppressedBecause))
            );
        }

        var states = plan.Notices.SelectMany(notice => notice.Intended.Select(_ => StateOf(notice))).ToList();
        return End(text, plan, states.CountBy(state => state), states.Count).ToString();
    }

    private StringBuilder Head(ReminderPlan plan, int recipients) =>
        new StringBuilder().AppendLine(
            _words.Say(
                !plan.IsWorkingDay ? "remind.dayOff"
                    : recipients == 0 ? "remind.nothing"
                    : "remind.head",
                plan.Day.ToString("yyyy-MM-dd", null),
                recipients
            )
        );

    private StringBuilder End(StringBuilder text, ReminderPlan plan, IEnumerable<KeyValuePair<DeliveryState, int>> states, int all)
    {
        foreach (var recipient in plan.Held)
        {
            text.AppendLine(_words.Say("remind.held", recipient));
        }

        foreach (var obligation in plan.Unheard)
        {
            text.AppendLine(_words.Say("remind.unheard", Name(obligation)));
        }

        foreach (var year in plan.IncompleteYears.Where(_said.Add))
        {
            text.AppendLine(_words.Say("remind.calendar", year));
        }

        return all == 0
            ? text
            : text.AppendLine(
                _words.Say(
                    "remind.total",
                    all,
                    string.Join(", ", states.OrderBy(s => s.Key).Select(s => $"{_words.Say($"remind.state.{s.Key}")} {s.Value}"))
                )
            );
    }

    private string State(DeliveryState state, string? reason) =>
        _words.Say($"remind.state.{state}") + (string.IsNullOrEmpty(reason) ? "" : $" ({ReasonWords.In(reason, language)})");

    private string What(IEnumerable<IntendedDelivery> intended) =>
        string.Join("; ", intended.Select(i => $"{Name(ObligationKey.Find(i.Obligation, catalogue)!)} [{i.Step}]"));

    private string Name(ObligationKey key) =>
        $"{catalogue[key.Type].Names.In(language)} {key.Period}, {catalogue[key.Unit].Names.In(language)}";

    private static DeliveryState StateOf(PlannedNotice notice) =>
        notice.SuppressedBecause is null ? DeliveryState.Planned : DeliveryState.Suppressed;
}
