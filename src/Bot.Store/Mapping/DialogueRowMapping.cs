using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class DialogueRowMapping : IEntityTypeConfiguration<DialogueRow>
{
    public void Configure(EntityTypeBuilder<DialogueRow> row)
    {
        row.ToTable("dialogues");
        row.HasKey(d => d.Key);
        row.Property(d => d.Key).HasMaxLength(600);
        // Which are old enough to sweep?
        row.HasIndex(d => d.UpdatedAt);
    }
}
