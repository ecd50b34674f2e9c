using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class IndicatorMapping : IEntityTypeConfiguration<IndicatorRow>
{
    public void Configure(EntityTypeBuilder<IndicatorRow> row)
    {
        row.ToTable("indicators");
        row.IsRevised();
    }
}
