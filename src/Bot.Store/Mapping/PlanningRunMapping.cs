using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class PlanningRunMapping : IEntityTypeConfiguration<PlanningRunRow>
{
    public void Configure(EntityTypeBuilder<PlanningRunRow> row)
    {
        row.ToTable("planning_runs");
        row.HasKey(r => new { r.Plan, r.Day });
        row.Property(r => r.Plan).HasMaxLength(16);
    }
}
