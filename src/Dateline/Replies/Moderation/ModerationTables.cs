using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Replies.Moderation;

internal sealed class ReplyReportTable : IEntityTypeConfiguration<ReplyReport>
{
    public void Configure(EntityTypeBuilder<ReplyReport> builder)
    {
        builder.ToTable("reply_reports").HasKey(report => report.Id);
        builder.Property(report => report.Reason).HasMaxLength(40);
        builder.Property(report => report.Words).HasMaxLength(ReplyReport.LongestWords);
        builder.Property(report => report.ReporterKey).HasMaxLength(SenderKeys.Length);
        builder.Property(report => report.Version).IsConcurrencyToken();
        builder.HasIndex(report => new { report.ReplyId, report.ReporterKey }).IsUnique();
        builder.HasIndex(report => new { report.Outcome, report.At, report.Id });
        builder.HasOne<Reply>().WithMany().HasForeignKey(report => report.ReplyId);
    }
}

internal sealed class AppealTable : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("reply_appeals").HasKey(appeal => appeal.Id);
        builder.Property(appeal => appeal.Words).HasMaxLength(Appeal.LongestWords);
        builder.Property(appeal => appeal.Answer).HasMaxLength(Appeal.LongestAnswer);
        builder.Property(appeal => appeal.Version).IsConcurrencyToken();
        builder.HasIndex(appeal => new { appeal.ReplyId, appeal.DecisionId }).IsUnique();
        builder.HasIndex(appeal => new { appeal.Outcome, appeal.At, appeal.Id });
        builder.HasOne<Reply>().WithMany().HasForeignKey(appeal => appeal.ReplyId);
    }
}

internal sealed class ModerationActTable : IEntityTypeConfiguration<ModerationAct>
{
    public void Configure(EntityTypeBuilder<ModerationAct> builder)
    {
        builder.ToTable("moderation_acts").HasKey(act => act.Id);
        builder.Property(act => act.Act).HasMaxLength(20);
        builder.Property(act => act.About).HasMaxLength(200);
        builder.Property(act => act.Terms).HasMaxLength(ModerationAct.LongestTerms);
        builder.Property(act => act.Note).HasMaxLength(ModerationAct.LongestNote);
        builder.HasIndex(act => new { act.At, act.Id });
        builder.HasIndex(act => act.About);
        builder.HasIndex(act => act.ReplyId).HasFilter($"\"{nameof(ModerationAct.ReplyId)}\" IS NOT NULL");
    }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("moderation_views").HasKey(view => view.Id);
        builder.Property(view => view.Name).HasMaxLength(SavedView.LongestName);
        builder.Property(view => view.Query).HasMaxLength(SavedView.LongestQuery);
        builder.HasIndex(view => new { view.StaffId, view.Position });
    }
}
