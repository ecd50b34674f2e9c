using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> row)
    {
        row.ToTable("outbox");
        row.Property(m => m.Key).HasMaxLength(600);
        row.Property(m => m.ConversationKey).HasMaxLength(600);
        row.Property(m => m.Kind).HasMaxLength(16);
        row.Property(m => m.State).HasMaxLength(16);
        // Doubling is impossible.
        row.HasIndex(m => m.Key).IsUnique();
        // What the dispatcher asks for.
        row.HasIndex(m => new { m.State, m.DueAt });
        // What comes before it in its conversation?
        row.HasIndex(m => new { m.ConversationKey, m.Id });
    }
}
