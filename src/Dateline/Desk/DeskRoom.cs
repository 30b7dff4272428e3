using Dateline.Desk.Copy;
using Dateline.Desk.Inbox;
using Dateline.Foundation.Journal;
using Dateline.People;

namespace Dateline.Desk;

/// <summary>The working part of the desk: the inbox, and the stories from draft to archive.</summary>
public static class DeskRoom
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<StorySubmission>();
        services.AddSingleton<InboxStream>();
        services.AddWork<KillFollowing>();
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/pictures/{id:guid}/{width:int}.jpg", StaffPictureRoute.Get).RequireAuthorization(Policies.Journalist);

        var inbox = routes.MapGroup("/desk/inbox").RequireAuthorization(Policies.Journalist);
        inbox.MapGet("", InboxRoute.Get);
        inbox.MapGet("/stream", (HttpContext http, InboxStream stream) => stream.Listen(http));
        inbox.MapGet("/{id:guid}", InboxRoute.Item);
        inbox.MapGet("/{id:guid}/versions", InboxRoute.Versions);
        inbox.MapPost("/{id:guid}/story", InboxRoute.PickUp);
        inbox.MapPost("/{id:guid}/spike", InboxRoute.Spike);
        inbox.MapPost("/{id:guid}/unspike", InboxRoute.Unspike);
        inbox.MapPost("/{id:guid}/seen", InboxRoute.Seen);
        inbox.MapPost("/{id:guid}/again", InboxRoute.ReadAgain);

        var stories = routes.MapGroup("/desk/stories").RequireAuthorization(Policies.Journalist);
        stories.MapGet("", StoryListRoute.Get);
        stories.MapPost("", StoryListRoute.Write);
        stories.MapGet("/new", StoryListRoute.New);
        stories.MapGet("/{id:guid}", EditorRoute.Get);
        stories.MapPost("/{id:guid}", EditorRoute.Save);
        stories.MapGet("/{id:guid}/revisions/{version:int}", RevisionRoute.Get);
        stories.MapPost("/{id:guid}/revisions/{version:int}", RevisionRoute.PutBack);
        stories.MapGet("/{id:guid}/wire", SourceUpdateRoute.Get);
        stories.MapPost("/{id:guid}/wire", SourceUpdateRoute.TakeOver);
        stories.MapPost("/{id:guid}/publication", EditorRoute.Publish).RequireAuthorization(Policies.Editor);
        stories.MapPost("/{id:guid}/correction", EditorRoute.Correct).RequireAuthorization(Policies.Editor);
        stories.MapPost("/{id:guid}/kill", EditorRoute.Kill).RequireAuthorization(Policies.Editor);
    }
}
