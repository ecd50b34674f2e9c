using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class StoreVersionMapping : IEntityTypeConfiguration<StoreVersionRow>
{
    public void Configure(EntityTypeBuilder<StoreVersionRow> row)
    {
        row.ToTable("store_version");
        row.Property(v => v.Id).ValueGeneratedNever();
        row.HasData(new StoreVersionRow { Id = 1, Version = 0 });
    }
}
