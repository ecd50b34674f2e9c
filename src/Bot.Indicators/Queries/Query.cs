namespace Bot.Indicators.Queries;

/// <summary>
/// What may be asked: a closed algebra that every understander produces and nothing else. Equal questions have equal canonical
/// text, which is the cache key, the log key, the test assertion and the payload of a button.
/// </summary>
public abstract record Query
{
    // Written once; it is no slot, so neither copied by "with" nor compared.
    private string? _text;

    private protected Query() { }

    /// <summary>Copies the slots.</summary>
    protected Query(Query original) => _ = original;

    /// <summary>The kind, as the canonical text begins (<c>value</c>).</summary>
    public abstract string Kind { get; }

    /// <summary>The canonical text; <see cref="QueryText"/> reads it back.</summary>
    public sealed override string ToString()
    {
        if (_text is null)
        {
            var writer = new QueryWriter(Kind);
            Write(writer);
            _text = writer.ToString();
        }

        return _text;
    }

    /// <summary>Whether it is of the same kind; the kinds compare their slots.</summary>
    public virtual bool Equals(Query? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Writes the slots; internal, so that a kind outside this assembly does not compile.</summary>
    internal abstract void Write(QueryWriter writer);
}

/// <summary>A query that the store answers.</summary>
public abstract record StoreQuery : Query;

/// <summary>A query about figures; any of them may be asked as the store knew them on a day.</summary>
public abstract record FigureQuery : StoreQuery
{
    /// <summary>Only what was recorded by that day ("số liệu biết đến ngày 30/6"); null for all.</summary>
    public DateOnly? KnownOn { get; init; }
}

/// <summary>A wish that the host carries out, without the store.</summary>
public abstract record ChatQuery : Query;
