using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class ObligationEventMapping : IEntityTypeConfiguration<ObligationEventRow>
{
    public void Configure(EntityTypeBuilder<ObligationEventRow> row)
    {
        row.ToTable("obligation_events");
        row.HasKey(r => new { r.Obligation, r.Version });
        row.Property(r => r.Obligation).HasMaxLength(300);
        row.Property(r => r.Step).HasMaxLength(24);
    }
}
