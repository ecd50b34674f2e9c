using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class ConversationMapping : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> row)
    {
        row.ToTable("conversations");
        row.HasKey(r => r.Key);
        row.Property(r => r.Key).HasMaxLength(600);
        // The conversation of a person; the channel of the team.
        row.HasIndex(r => r.AadObjectId);
    }
}
