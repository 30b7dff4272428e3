using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Foundation.Journal;

namespace Dateline.Foundation.Pages;

public static class PagesRoom
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSingleton(root =>
        {
            var journal = root.GetRequiredService<NodeJournal>();
            return new PageCacheOptions { Fresh = () => journal.InContact, Reached = journal.Reached, Clock = root.GetRequiredService<TimeProvider>() };
        });
        return services.AddPageParts();
    }

    /// <summary>All but what the journal tells: the parts stand without it.</summary>
    internal static IServiceCollection AddPageParts(this IServiceCollection services) => services
        // Without this, Razor writes every Arabic letter as an entity of seven bytes.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton<PageRenderer>()
        .AddSingleton<PageParts>()
        .AddSingleton<PageCache>();

    /// <summary>The doors before routing. Call after whatever keeps public memory has begun to listen: it must forget first.</summary>
    public static void UsePages(this WebApplication app, Uri publicUrl)
    {
        var cache = app.Services.GetRequiredService<PageCache>();
        app.Services.GetRequiredService<NodeJournal>().Listen(news => cache.Drop([.. news.SelectMany(item => item.Fact.Subjects).Distinct()]));
        app.UsePageDoors(publicUrl);
    }

    internal static void UsePageDoors(this WebApplication app, Uri publicUrl)
    {
        app.UseMiddleware<PageCacheMiddleware>(publicUrl);
        app.UseErrorPages();
        app.UseMiddleware<StaffHeads>();
        app.UseRouting();
        app.UseMiddleware<CrossSiteGate>(publicUrl);

        // Behind a proxy that ends TLS a request comes in plain. What readers know the house by decides, for every cookie there is.
        if (publicUrl.Scheme == Uri.UriSchemeHttps) app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
    }
}
