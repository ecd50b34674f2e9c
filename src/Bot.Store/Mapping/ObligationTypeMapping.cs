using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class ObligationTypeMapping : IEntityTypeConfiguration<ObligationTypeRow>
{
    public void Configure(EntityTypeBuilder<ObligationTypeRow> row)
    {
        row.ToTable("obligation_types");
        row.IsRevised();
    }
}
