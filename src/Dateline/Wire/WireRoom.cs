using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Wire.Drop;
using Dateline.Wire.Groups;
using Dateline.Wire.Hubs;
using Dateline.Wire.Mail;
using Dateline.Wire.Pages;
using Dateline.Wire.Push;
using Dateline.Wire.Sftp;
using Dateline.Wire.Web;

namespace Dateline.Wire;

internal static class WireRoom
{
    public static IServiceCollection AddWire(this IServiceCollection services)
    {
        services.AddSingleton<FeedSecrets>();
        services.AddSingleton<WireReading>();
        services.AddSingleton<WireDocument>();
        services.AddSingleton<SteadyFiles>();
        services.AddSingleton<TakenFiles>();
        services.AddSingleton<RequestBodies>();
        services.AddSingleton<ICollecting, WebCollecting>();
        services.AddSingleton<ICollecting, DropCollecting>();
        services.AddSingleton<ICollecting, MailCollecting>();
        services.AddSingleton<ICollecting, SftpCollecting>();
        services.AddSingleton(new MailTrust(null));
        services.AddSingleton<SiteRules>();
        services.AddSingleton<HubNews>();
        services.AddScoped<HubRoute>();
        services.AddScoped<PushRoute>();
        services.AddWork<FeedPolling>();
        services.AddWork<Subscribing>();
        services.AddWork<FetchPictures>();
        services.AddWork<FetchPages>();
        services.AddRetention("raw entries of the wire", WireRetention.Raw, WireRetention.ForgetRaw);
        services.AddRetention("documents as they were sent", WireRetention.Raw, WireRetention.ForgetSent);
        services.AddRetention("documents as feeds answered", WireRetention.Asked, WireRetention.ForgetAsked);
        services.AddRetention("refused pieces of feeds", WireRetention.Refused, WireRetention.ForgetRefused);
        services.AddRetention("hours of feeds", FeedHour.Kept, FeedHour.Forget);
        services.AddRetention("receipts of pushes", PushRoute.ReceiptsKept, PushRoute.ForgetReceipts);
        services.AddRetention("fingerprints of texts", PrintRetention.Window, PrintRetention.Forget);
        services.AddRetention("what was asked of linked pages", WirePage.Kept, PageRetention.Forget);
        return services;
    }

    public static void MapWire(this IEndpointRouteBuilder routes)
    {
        // Programs of partners and hubs send here. They carry a signature, and no cookie counts.
        routes.MapPost(PushRoute.Pattern, PushRoute.Post).AllowAnonymous().WithMetadata(new CrossSiteAllowed());
        routes.MapMethods(HubRoute.Pattern, Surfaces.Reading, HubRoute.Get).OnNoSurface("verifying a subscription");
        routes.MapPost(HubRoute.Pattern, HubRoute.Post).AllowAnonymous().WithMetadata(new CrossSiteAllowed());
    }
}
