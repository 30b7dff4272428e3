using Dateline.Delivery;
using Dateline.Desk;
using Dateline.Desk.Doors;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Pictures;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Operating;
using Dateline.People;
using Dateline.Replies;
using Dateline.Search;
using Dateline.Site;
using Dateline.Stories;
using Dateline.Wire;

namespace Dateline;

/// <summary>The table of contents: the rooms in the order of the flow, added and mapped.</summary>
internal static class Program
{
    /// <summary>Settings are read once. A watch on their file is one on all of the data folder: each page that the database writes would be told of.</summary>
    private static readonly string[] Unwatched = ["--hostBuilder:reloadConfigOnChange=false"];

    public static Task<int> Main(string[] args) => CommandLine.Run(args);

    /// <summary>The whole program, not yet started.</summary>
    public static WebApplication Build(DatelineOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "dateline", ContentRootPath = options.DataFolder, Args = Unwatched });
        builder.WebHost.UseUrls(options.Listen.Split(';')).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning); // no line per request or query: addresses and texts stay out of logs

        // What keeps it from opening, the program says itself, in a sentence.
        WebApplication? house = null;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level == LogLevel.Critical || (level >= LogLevel.Warning && house?.Lifetime.ApplicationStarted.IsCancellationRequested != false));
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error); // warns of each table that SQLite has to write anew, at every first start
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error); // that keys lie in clear text: docs/operating/running.md says so
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None); // whoever asked hears of it

        builder.Services.AddStorage(options.Storage);
        builder.Services.AddJournal(new NodeRoles(options.Web, options.Worker));
        builder.Services.AddFetching(new FetchingOptions { PublicUrl = options.PublicUrl });
        builder.Services.AddPictures(new PictureLimits { Formats = [PictureFormat.Jpeg] }); // what nobody keeps isn't encoded
        builder.Services.AddPages();
        builder.Services.AddPeople(options.Storage);
        builder.Services.AddStories();
        builder.Services.AddLayout();
        builder.Services.AddWire();
        builder.Services.AddDesk();
        builder.Services.AddDeskAdmin();
        builder.Services.AddReplies();
        builder.Services.AddSearch();
        adjust?.Invoke(builder);
        var app = house = builder.Build();

        // These forget before the page cache does, or pages are rendered from what was.
        app.Services.GetRequiredService<Register>();
        app.Services.GetRequiredService<LatestStories>();
        app.Services.GetRequiredService<Discussions>();
        app.UseClientAddresses(options);
        app.UsePages(options.PublicUrl);
        app.UseAuthentication();
        app.UseStaffLanguage();
        app.UseAuthorization();
        app.MapHealth();
        if (!options.Web)
        {
            app.MapNothing();
            return app;
        }

        app.MapAssets();
        app.MapWire();
        app.MapDesk();
        app.MapDeskAdmin();
        app.MapReplies();
        app.MapSearch();
        app.MapDelivery();
        app.MapSite();
        app.MapOldAddresses();
        return app;
    }
}
