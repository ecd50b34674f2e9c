using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.ToTable("audit");
        // Two writers cannot both continue the same entry.
        row.HasKey(a => a.Number);
        row.Property(a => a.Number).ValueGeneratedNever();
        row.Property(a => a.Hash).HasMaxLength(64);
    }
}
