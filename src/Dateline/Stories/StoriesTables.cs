using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dateline.Stories;

public sealed class StoryTable : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.ToTable("stories").HasKey(story => story.Id);
        builder.Property(story => story.Key).HasMaxLength(StoryPath.KeyLength);
        builder.HasIndex(story => story.Key).IsUnique();
        builder.Property(story => story.Edition).HasMaxLength(20);
        builder.Property(story => story.Language).HasMaxLength(35);
        builder.Property(story => story.Slug).HasMaxLength(120);
        builder.Ignore(story => story.LeadWords);
        builder.Property(story => story.Byline).HasMaxLength(StoryText.LongestByline);
        builder.Property(story => story.Body).HasConversion<BodyConverter>();
        builder.Property(story => story.PlaceLine).AsJson();
        builder.Property(story => story.Credit).AsJson();
        builder.Property(story => story.Corrections).AsJson();
        builder.Property(story => story.Version).IsConcurrencyToken();
        builder.HasOne<Edition>().WithMany().HasForeignKey(story => story.Edition).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(story => story.Source).WithMany().HasForeignKey(story => story.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(story => story.Topics).WithOne().HasForeignKey(topic => topic.StoryId);
        builder.HasMany(story => story.Pictures).WithOne().HasForeignKey(picture => picture.StoryId);
        builder.HasOne(story => story.Kill).WithOne().HasForeignKey<Kill>(kill => kill.StoryId);
        builder.HasIndex(story => new { story.Edition, story.Status, story.PublishedAt });
        builder.HasIndex(story => new { story.SourceId, story.PublishedAt });
        builder.HasIndex(story => story.WireItemId).IsUnique(); // an item is picked up once, whoever is quicker
        builder.HasIndex(story => story.DueAt);
        builder.HasIndex(story => new { story.Status, story.CreatedAt });
    }
}

/// <summary>Bodies are JSON text in the shape of the editor's document.</summary>
public sealed class BodyConverter() : ValueConverter<Body, string>(body => body.ToJson(), json => Body.FromJson(json).OrThrow());

public sealed class StoryTopicTable : IEntityTypeConfiguration<StoryTopic>
{
    public void Configure(EntityTypeBuilder<StoryTopic> builder)
    {
        builder.ToTable("story_topics").HasKey(row => new { row.StoryId, row.TopicKey });
        builder.Property(row => row.TopicKey).HasMaxLength(60);
        builder.HasOne<Topic>().WithMany().HasForeignKey(row => row.TopicKey).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class StoryPictureTable : IEntityTypeConfiguration<StoryPicture>
{
    public void Configure(EntityTypeBuilder<StoryPicture> builder)
    {
        builder.ToTable("story_pictures").HasKey(row => new { row.StoryId, row.PictureId });
        builder.HasOne(row => row.Picture).WithMany().HasForeignKey(row => row.PictureId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("pictures").HasKey(picture => picture.Id);
        builder.Property(picture => picture.Widths).AsJson();
    }
}

public sealed class PictureVariantTable : IEntityTypeConfiguration<PictureVariant>
{
    public void Configure(EntityTypeBuilder<PictureVariant> builder)
    {
        builder.ToTable("picture_variants").HasKey(variant => new { variant.PictureId, variant.Width });
        builder.HasOne<Picture>().WithMany().HasForeignKey(variant => variant.PictureId);
    }
}

public sealed class KillTable : IEntityTypeConfiguration<Kill>
{
    public void Configure(EntityTypeBuilder<Kill> builder)
    {
        builder.ToTable("kills").HasKey(kill => kill.StoryId);
        builder.HasIndex(kill => kill.At);
    }
}

public sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions").HasKey(revision => revision.Id);
        builder.Property(revision => revision.Body).HasConversion<BodyConverter>();
        builder.Property(revision => revision.Particulars).AsJson();
        builder.HasOne<Story>().WithMany().HasForeignKey(revision => revision.StoryId);
        builder.HasIndex(revision => new { revision.StoryId, revision.Version });
    }
}

public sealed class SourceTable : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources").HasKey(source => source.Id);
        builder.Property(source => source.Key).HasMaxLength(60);
        builder.HasIndex(source => source.Key).IsUnique();
        builder.Property(source => source.Version).IsConcurrencyToken();
    }
}

public sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("editions").HasKey(edition => edition.Code);
        builder.Property(edition => edition.Code).HasMaxLength(20);
        builder.Property(edition => edition.Style).AsJson();
        builder.Property(edition => edition.Version).IsConcurrencyToken();
    }
}

public sealed class TopicTable : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("topics").HasKey(topic => topic.Key);
        builder.Property(topic => topic.Key).HasMaxLength(60);
        builder.Property(topic => topic.Names).AsJson();
    }
}

public static class StoriesQueries
{
    extension(DatelineDb db)
    {
        /// <summary>All stories, for the desk. Public surfaces use <c>PublicStories</c>; a test sees to it.</summary>
        public IQueryable<Story> Stories => db.Set<Story>();

        public IQueryable<Source> Sources => db.Set<Source>();

        public IQueryable<Edition> Editions => db.Set<Edition>();

        public IQueryable<Topic> Topics => db.Set<Topic>();

        /// <summary>A story with all that an edit touches, tracked.</summary>
        public Task<Story?> LoadStory(Guid id, CancellationToken cancel) =>
            db.Set<Story>().AsTracking().Include(story => story.Topics).Include(story => story.Pictures).ThenInclude(picture => picture.Picture)
                .Include(story => story.Source).Include(story => story.Kill)
                .AsSplitQuery().FirstOrDefaultAsync(story => story.Id == id, cancel);
    }
}
