using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class AnsweredBatchMapping : IEntityTypeConfiguration<AnsweredBatch>
{
    public void Configure(EntityTypeBuilder<AnsweredBatch> row)
    {
        row.ToTable("answered_batches");
        row.HasKey(a => a.Id);
        // Which are old enough to sweep?
        row.HasIndex(a => a.AnsweredAt);
    }
}
