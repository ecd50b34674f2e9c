using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class OrgUnitMapping : IEntityTypeConfiguration<OrgUnitRow>
{
    public void Configure(EntityTypeBuilder<OrgUnitRow> row)
    {
        row.ToTable("org_units");
        row.IsRevised();
    }
}
