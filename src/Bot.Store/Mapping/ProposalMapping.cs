using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class ProposalMapping : IEntityTypeConfiguration<ProposalRow>
{
    public void Configure(EntityTypeBuilder<ProposalRow> row)
    {
        row.ToTable("proposals");
        // One batch for a document, even when two bring it at once.
        row.HasIndex(p => new { p.Document, p.Position }).IsUnique();
        row.Property(p => p.Document).HasMaxLength(64);
        row.Property(p => p.State).HasMaxLength(16);
    }
}
