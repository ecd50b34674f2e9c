using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class AnsweredActivityMapping : IEntityTypeConfiguration<AnsweredActivity>
{
    public void Configure(EntityTypeBuilder<AnsweredActivity> row)
    {
        row.ToTable("answered");
        row.HasKey(a => a.Key);
        row.Property(a => a.Key).HasMaxLength(600);
        // Which are old enough to sweep?
        row.HasIndex(a => a.AnsweredAt);
    }
}
