using System.Globalization;
using Bot.Store.Mapping;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Store;

/// <summary>The one database context. The derived ones only carry the migrations of their provider.</summary>
public abstract class BotContext : DbContext
{
    private protected BotContext(DbContextOptions options)
        : base(options) { }

    /// <summary>Accepted activities without an answer yet.</summary>
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    /// <summary>Messages to send, sent, and given up.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Activities whose answer was posted.</summary>
    public DbSet<AnsweredBatch> Answered => Set<AnsweredBatch>();

    /// <summary>What follow-up questions need to know.</summary>
    public DbSet<DialogueRow> Dialogues => Set<DialogueRow>();

    /// <summary>Questions that were not understood, and judgements of answers.</summary>
    public DbSet<QuestionNote> QuestionNotes => Set<QuestionNote>();

    /// <summary>Where people and teams can be written to.</summary>
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    /// <summary>Every intended notice and what became of it.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite can neither order instants nor keep decimals exactly: the same simple forms on both providers.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<decimal>().HaveConversion<DecimalText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder
            .ApplyConfiguration(new OrgUnitMapping())
            .ApplyConfiguration(new IndicatorMapping())
            .ApplyConfiguration(new BasisMapping())
            .ApplyConfiguration(new ObservationMapping())
            .ApplyConfiguration(new TargetMapping())
            .ApplyConfiguration(new ObligationTypeMapping())
            .ApplyConfiguration(new ObligationMapping())
            .ApplyConfiguration(new FindingMapping())
            .ApplyConfiguration(new InspectionMapping())
            .ApplyConfiguration(new ProjectMapping())
            .ApplyConfiguration(new SourceMapping())
            .ApplyConfiguration(new HolidayMapping())
            .ApplyConfiguration(new ContactMapping())
            .ApplyConfiguration(new StoreVersionMapping())
            .ApplyConfiguration(new InboxEntryMapping())
            .ApplyConfiguration(new OutboxMessageMapping())
            .ApplyConfiguration(new AnsweredBatchMapping())
            .ApplyConfiguration(new DialogueRowMapping())
            .ApplyConfiguration(new QuestionNoteMapping())
            .ApplyConfiguration(new ConversationMapping())
            .ApplyConfiguration(new DeliveryMapping())
            .ApplyConfiguration(new ObligationEventMapping())
            .ApplyConfiguration(new OpenedObligationMapping())
            .ApplyConfiguration(new PlanningRunMapping())
            .ApplyConfiguration(new NoticePreferenceMapping())
            .ApplyConfiguration(new DocumentMapping())
            .ApplyConfiguration(new ProposalMapping())
            .ApplyConfiguration(new AuditMapping());

    internal sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    internal sealed class DecimalText()
        : ValueConverter<decimal, string>(
            number => number.ToString(CultureInfo.InvariantCulture),
            text => decimal.Parse(text, CultureInfo.InvariantCulture)
        );
}
