using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class InboxEntryMapping : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> row)
    {
        row.ToTable("inbox");
        row.Property(e => e.Key).HasMaxLength(600);
        row.Property(e => e.ConversationKey).HasMaxLength(600);
        // A redelivery cannot be accepted twice.
        row.HasIndex(e => e.Key).IsUnique();
        // What waits in this conversation?
        row.HasIndex(e => e.ConversationKey);
    }
}
