using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class BasisMapping : IEntityTypeConfiguration<BasisRow>
{
    public void Configure(EntityTypeBuilder<BasisRow> row)
    {
        row.ToTable("bases");
        row.IsRevised();
    }
}
