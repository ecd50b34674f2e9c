using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class NoticePreferenceMapping : IEntityTypeConfiguration<NoticePreferenceRow>
{
    public void Configure(EntityTypeBuilder<NoticePreferenceRow> row)
    {
        row.ToTable("notice_preferences");
        row.HasKey(r => r.Upn);
        row.Property(r => r.Upn).HasMaxLength(300);
    }
}
