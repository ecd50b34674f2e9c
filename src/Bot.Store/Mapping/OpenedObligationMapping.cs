using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class OpenedObligationMapping : IEntityTypeConfiguration<OpenedObligationRow>
{
    public void Configure(EntityTypeBuilder<OpenedObligationRow> row)
    {
        row.ToTable("opened_obligations");
        row.HasKey(r => r.Obligation);
        row.Property(r => r.Obligation).HasMaxLength(300);
    }
}
