using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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

    private readonly Dictionary<object, DbCommand> _commands = [];

    /// <summary>
    /// A command that is made once for this context, so that the engine reads its text once: SQLite's writer has one context for good.
    /// It is of the transaction that is open; whoever runs it sets its values anew, and nothing else of the context runs meanwhile.
    /// </summary>
    /// <param name="of">What tells it from others: equal for equal texts. There are few of them.</param>
    internal DbCommand Kept(object of, Func<DbConnection, DbCommand> make)
    {
        var connection = Database.GetDbConnection();
        if (!_commands.TryGetValue(of, out var command) || command.Connection != connection) _commands[of] = command = make(connection);
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DatelineDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}
