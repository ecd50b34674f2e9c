using System.Text;

namespace Bot.Indicators.Queries;

/// <summary>Writes the canonical text <c>kind(slot=value;slot=a|b)</c>; empty slots are left out.</summary>
internal sealed class QueryWriter(string kind)
{
    private readonly StringBuilder _text = new StringBuilder(64).Append(kind).Append('(');
    private bool _any;

    public QueryWriter Slot(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Name(name).Append(value);
        }

        return this;
    }

    public QueryWriter Slot(string name, Code? code) => Slot(name, code?.Value);

    public QueryWriter Slot(string name, Periods.Period? period) => Slot(name, period?.ToString());

    public QueryWriter Slot(string name, DateOnly? day) =>
        Slot(name, day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    public QueryWriter Slot<T>(string name, ValueList<T> items)
        where T : class => items.IsEmpty ? this : Slot(name, string.Join('|', items));

    public QueryWriter Words(string name, string? words) => Slot(name, words is null ? null : Uri.EscapeDataString(words));

    public QueryWriter Nested(string name, Query? query) => Slot(name, query?.ToString());

    public override string ToString() => _text.Append(')').ToString();

    private StringBuilder Name(string name)
    {
        if (_any)
        {
            _text.Append(';');
        }

        _any = true;
        return _text.Append(name).Append('=');
    }
}
