using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;

namespace Dateline;

/// <summary>The table of contents: the rooms in the order of the flow, added and mapped.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.Run(args);

    /// <summary>The whole program, not yet started.</summary>
    public static WebApplication Build(DatelineOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "dateline", ContentRootPath = options.DataFolder });
        builder.WebHost.UseUrls(options.Listen.Split(';'));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);

        builder.Services.AddStorage(options.Storage);
        builder.Services.AddJournal();
        builder.Services.AddPeople(options.Storage);
        builder.Services.AddStories();

        adjust?.Invoke(builder);
        var app = builder.Build();

        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Brings the database up to date before anything runs; the sentence that says why not.</summary>
    public static async Task<string?> Prepare(WebApplication app, CancellationToken cancel)
    {
        await using var db = app.Services.GetRequiredService<DatelineDbFactory>().Open();
        return await Migrating.Migrate(db, cancel);
    }
}
