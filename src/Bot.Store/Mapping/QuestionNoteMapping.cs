using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Store.Mapping;

internal sealed class QuestionNoteMapping : IEntityTypeConfiguration<QuestionNote>
{
    public void Configure(EntityTypeBuilder<QuestionNote> note)
    {
        note.ToTable("question_notes");
        note.HasKey(n => new
        {
            n.Outcome,
            n.Text,
            n.Reading,
        });
        note.Property(n => n.Outcome).HasMaxLength(20);
        note.Property(n => n.Text).HasMaxLength(QuestionNote.LongestText);
        note.Property(n => n.Reading).HasMaxLength(QuestionNote.LongestReading);
        note.Property(n => n.Language).HasMaxLength(2);
        // Which are old enough to sweep?
        note.HasIndex(n => n.Day);
    }
}
