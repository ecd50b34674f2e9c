using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class ObservationMapping : IEntityTypeConfiguration<ObservationRow>
{
    public void Configure(EntityTypeBuilder<ObservationRow> row)
    {
        row.ToTable("observations");
        row.IsRevised();
        // What the engine asks for: all values ever recorded of one indicator.
        row.HasIndex(o => o.Indicator);
    }
}
