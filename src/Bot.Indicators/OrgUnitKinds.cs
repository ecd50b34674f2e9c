namespace Bot.Indicators;

/// <summary>How tables and canonical queries write the kinds of org units.</summary>
public static class OrgUnitKinds
{
    /// <summary>All kinds, from the top of the tree down.</summary>
    public static ValueList<OrgUnitKind> All { get; } =
    [OrgUnitKind.Province, OrgUnitKind.City, OrgUnitKind.Department, OrgUnitKind.Agency, OrgUnitKind.District, OrgUnitKind.Commune];

    /// <summary>The kind in lower case.</summary>
    public static string Text(OrgUnitKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind of that text, in any case; null where there is none.</summary>
    public static OrgUnitKind? TryParse(string text)
    {
        foreach (var kind in All)
        {
            if (string.Equals(Text(kind), text, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }
}
