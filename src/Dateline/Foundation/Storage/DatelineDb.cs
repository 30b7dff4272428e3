using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Storage;

/// <summary>
/// The one database, on either engine. It knows no room: each room brings its own mapping
/// (<c>IEntityTypeConfiguration</c>) and its own named queries (extension members).
/// </summary>
public abstract class DatelineDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The clock that stamps what is written; the factory sets it.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What is to be written last in this transaction (the journal's facts); emptied by the writer.</summary>
    public List<object> Pending { get; } = [];

    /// <summary>What the one writer of an engine that has one keeps from one write to the next; null for readers, and where there are many writers.</summary>
    internal WriterMemory? Memory { get; set; }

    /// <summary>What the engine calls the order of <see cref="LetterOrder"/>; null where it is that of all text.</summary>
    protected virtual string? LetterCollation => null;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DatelineDb).Assembly);
        LetterOrder.Give(modelBuilder.Model, LetterCollation);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}
