using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Foundation.Journal;

namespace Dateline.Foundation.Pages;

public static class PagesRoom
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // Without this, Razor writes every Arabic letter as an entity of seven bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageRenderer>();
        services.AddSingleton(root =>
        {
            var journal = root.GetRequiredService<NodeJournal>();
            return new PageCacheOptions { Fresh = () => journal.InContact, Reached = journal.Reached };
        });
        services.AddSingleton<PageCache>();
        return services;
    }

    /// <summary>The doors before routing. Call after whatever keeps public memory has begun to listen: it must forget first.</summary>
    public static void UsePages(this WebApplication app, Uri publicUrl)
    {
        var cache = app.Services.GetRequiredService<PageCache>();
        app.Services.GetRequiredService<NodeJournal>().Listen(news => cache.Drop([.. news.SelectMany(item => item.Fact.Subjects).Distinct()]));
        app.UseMiddleware<PageCacheMiddleware>();
        app.UseErrorPages();
        app.UseRouting();
        app.UseMiddleware<CrossSiteGate>(publicUrl);
    }
}
