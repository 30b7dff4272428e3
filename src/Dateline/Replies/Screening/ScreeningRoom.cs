using Dateline.Foundation.Journal;

namespace Dateline.Replies.Screening;

/// <summary>The list of the phases, in their order.</summary>
internal static class ScreeningRoom
{
    public static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddSingleton<IPhase, ReaderPhase>() // the first: what follows counts, slows and refuses by who writes
        .AddSingleton<IPhase, FormAgePhase>()
        .AddSingleton<IPhase, HiddenFieldPhase>()
        .AddSingleton<IPhase, PacePhase>()
        .AddSingleton<IPhase, ClosedPhase>()
        .AddSingleton<IPhase, BanPhase>()
        .AddSingleton<IPhase, NamePhase>()
        .AddSingleton<IPhase, DuplicatePhase>()
        .AddSingleton<IPhase, LinkPhase>()
        .AddSingleton<IPhase, WordListPhase>()
        .AddSingleton<IPhase, FilterPhase>()
        .AddSingleton<IPhase, TrustPhase>()
        .AddSingleton<IPhase, ModePhase>()
        .AddSingleton<IPhase, CheckPhase>() // the last: asked only where nothing else speaks against it
        .AddSingleton<Pipeline>()
        .AddSingleton(services => SendingLimits.Of(services.GetRequiredService<DatelineOptions>().RepliesPerNetwork))
        .AddSingleton<Discussions>()
        .AddSingleton<Bans>()
        .AddSingleton<OwnNames>()
        .AddSingleton<CurrentSettings>()
        .AddSingleton<WordLists>()
        .AddSingleton<MinHash>()
        .AddSingleton<Underway>()
        .AddSingleton<FilterMemory>()
        .AddSingleton<FormOpening>()
        .AddWork<FilterTraining>()
        .AddWork<FilterLearningAnew>()
        .AddRetention("counts of what readers send", TimeSpan.FromMinutes(SendingCount.MinutesKept), SendingCount.Forget)
        .AddRetention("traces of replies", ReplyTrace.Term, ReplyTrace.Forget)
        .AddRetention("bans that ran out", Ban.Term, Ban.Forget);
}
