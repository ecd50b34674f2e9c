using Bot.Indicators;
using Bot.Indicators.Proposals;

namespace Bot.Tests.Understanding.Statements;

/// <summary>One line of text for any fact that a text states, as gold files write it.</summary>
internal static class Facts
{
    public static string Line(ProposedFact fact) =>
        fact switch
        {
            ProposedObservation o => FormattableString.Invariant(
                $"observation | {o.Unit} | {o.Indicator} | {o.Basis} | {o.Period} | {o.Value} | {o.Text}"
            ),
            ProposedTarget t => FormattableString.Invariant(
                $"target | {t.Unit?.Value ?? (t.Kind is { } k ? "kind:" + k.ToString().ToLowerInvariant() : "")} | {t.Indicator} | {t.Basis} | {t.Period} | {(t.Comparator == Comparator.AtLeast ? ">=" : "<=")}{t.Value}"
            ),
            ProposedObligation o =>
                $"obligation | {o.Unit} | {o.Type} | {o.Period} | {(o.Issued ? "issued" : "missing")} | {o.DocumentNumber} | {o.IssuedOn:yyyy-MM-dd}",
            ProposedProject p => FormattableString.Invariant($"project | {p.Unit} | {p.Name} | {p.Progress} | {p.Expected}"),
            ProposedFinding f => $"finding | {f.Unit} | {f.Polarity.ToString().ToLowerInvariant()} | {f.Area} | {f.Quote.Text}",
            ProposedInspection i => $"inspection | {i.Date:yyyy-MM-dd} | {i.Lead} | {string.Join(' ', i.Units)}",
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };
}
