using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> row)
    {
        row.ToTable("deliveries");
        row.Property(r => r.Key).HasMaxLength(900);
        row.Property(r => r.State).HasMaxLength(16);
        // Doubling is impossible.
        row.HasIndex(r => r.Key).IsUnique();
        // What became of a message; which copies of an obligation are out.
        row.HasIndex(r => r.OutboxId);
        row.HasIndex(r => r.Obligation);
        // How many had a person that day?
        row.HasIndex(r => new { r.Recipient, r.Occurrence });
    }
}
