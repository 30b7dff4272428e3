using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Replies.Screening;

internal sealed class BanTable : IEntityTypeConfiguration<Ban>
{
    public void Configure(EntityTypeBuilder<Ban> builder)
    {
        builder.ToTable("reply_bans").HasKey(ban => ban.Id);
        builder.Property(ban => ban.Key).HasMaxLength(SenderKeys.Length);
        builder.Property(ban => ban.Label).HasMaxLength(ReplyForm.LongestName);
        builder.Property(ban => ban.Note).HasMaxLength(Ban.LongestNote);
        builder.HasIndex(ban => new { ban.Kind, ban.Key });
        builder.HasIndex(ban => ban.ReplyId);
    }
}

internal sealed class ListedWordTable : IEntityTypeConfiguration<ListedWord>
{
    public void Configure(EntityTypeBuilder<ListedWord> builder)
    {
        builder.ToTable("reply_words").HasKey(word => word.Id);
        builder.Property(word => word.Word).HasMaxLength(ListedWord.Longest);
        builder.Property(word => word.Language).HasMaxLength(20);
        builder.HasIndex(word => new { word.Word, word.Language }).IsUnique();
    }
}

internal sealed class FilterWordTable : IEntityTypeConfiguration<FilterWord>
{
    public void Configure(EntityTypeBuilder<FilterWord> builder)
    {
        builder.ToTable("reply_filter").HasKey(word => word.Word);
        builder.Property(word => word.Word).HasMaxLength(FilterWord.Longest);
    }
}

internal sealed class ReplyTraceTable : IEntityTypeConfiguration<ReplyTrace>
{
    public void Configure(EntityTypeBuilder<ReplyTrace> builder)
    {
        builder.ToTable("reply_traces").HasKey(trace => trace.ReplyId);
        builder.Property(trace => trace.RepeatKey).HasMaxLength(SenderKeys.Length);
        builder.Property(trace => trace.NetworkKey).HasMaxLength(SenderKeys.Length);
        builder.HasIndex(trace => trace.RepeatKey).IsUnique();
        builder.HasIndex(trace => new { trace.NetworkKey, trace.At });
        builder.HasIndex(trace => trace.At);
        builder.HasIndex(trace => trace.A);
        builder.HasIndex(trace => trace.B);
        builder.HasIndex(trace => trace.C);
        builder.HasIndex(trace => trace.D);
        builder.HasIndex(trace => trace.E);
    }
}

internal sealed class ReplyCheckTable : IEntityTypeConfiguration<ReplyCheck>
{
    public void Configure(EntityTypeBuilder<ReplyCheck> builder)
    {
        builder.ToTable("reply_checks").HasKey(check => check.Id);
        builder.Property(check => check.Check).HasMaxLength(20);
        builder.HasIndex(check => check.DueAt);
        builder.HasIndex(check => check.ReplyId);
    }
}

internal sealed class ScreeningSettingsTable : IEntityTypeConfiguration<ScreeningSettings>
{
    public void Configure(EntityTypeBuilder<ScreeningSettings> builder)
    {
        builder.ToTable("screening_settings").HasKey(settings => settings.Id);
        builder.Property(settings => settings.Id).ValueGeneratedNever();
        builder.Property(settings => settings.AkismetUrl).HasMaxLength(ScreeningSettings.LongestAddress);
        builder.Property(settings => settings.WebhookUrl).HasMaxLength(ScreeningSettings.LongestAddress);
        builder.Property(settings => settings.PrivatePlaces).HasMaxLength(ScreeningSettings.LongestPlaces);
        builder.Property(settings => settings.Version).IsConcurrencyToken();
    }
}

internal sealed class FilterRetrainingTable : IEntityTypeConfiguration<FilterRetraining>
{
    public void Configure(EntityTypeBuilder<FilterRetraining> builder)
    {
        builder.ToTable("filter_retrainings").HasKey(row => row.Id);
        builder.HasIndex(row => row.DueAt);
    }
}

internal sealed class DiscussionClockTable : IEntityTypeConfiguration<DiscussionClock>
{
    public void Configure(EntityTypeBuilder<DiscussionClock> builder)
    {
        builder.ToTable("discussion_clock").HasKey(row => row.Id);
        builder.HasIndex(row => row.DueAt);
    }
}

internal sealed class DiscussionRuleTable : IEntityTypeConfiguration<DiscussionRule>
{
    public void Configure(EntityTypeBuilder<DiscussionRule> builder)
    {
        builder.ToTable("discussion_rules").HasKey(rule => rule.Scope);
        builder.Property(rule => rule.Scope).HasMaxLength(DiscussionRule.LongestScope);
        builder.Property(rule => rule.Version).IsConcurrencyToken();
    }
}
