using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal static class RevisedMapping
{
    public static void IsRevised<TRow>(this EntityTypeBuilder<TRow> row)
        where TRow : RevisedRow
    {
        // One revision number per key, even when two imports run at once.
        row.HasIndex(r => new { r.Key, r.Revision }).IsUnique();
        // What the catalogue and an import ask for: the present rows.
        row.HasIndex(r => r.IsCurrent);
        row.Property(r => r.Key).HasMaxLength(400);
        row.Property(r => r.Fingerprint).HasMaxLength(64);
    }
}
