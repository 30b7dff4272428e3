namespace Dateline.Replies.Screening;

/// <summary>
/// A naive Bayes filter, trained by the moderators' own decisions: how likely a reply is spam by the words it has (the score). It
/// may hold a reply and never does more, and it says which words spoke most against it.
/// </summary>
internal sealed class FilterPhase(FilterMemory memory, CurrentSettings settings) : IPhase
{
    /// <summary>Of each kind: below, it knows too little to judge.</summary>
    public const int FewestTrained = 40;
    private const int Shown = 5;

    /// <summary>The most telling words judge, wherever they stand: a long text can't hide them behind innocent ones, and can't outweigh them by length.</summary>
    private const int MostTelling = 200;

    public string Name => "filter";

    public int Version => 2;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        var set = await settings.Now(cancel);
        if (set.FilterOff) return this.Pass("off");
        var known = await memory.Words(candidate.Now, cancel);
        if (known.GetValueOrDefault("") is not { Spam: >= FewestTrained, Ham: >= FewestTrained } all) return this.Pass("too-little-known");

        var evidence = FilterWords.Of(candidate).Select(word => known.GetValueOrDefault(word)).OfType<FilterWord>().Select(row => (row.Word, Weight: Weight(row, all)))
            .OrderByDescending(word => Math.Abs(word.Weight)).Take(MostTelling).ToList();
        var score = Math.Round(1 / (1 + Math.Exp(-evidence.Sum(word => word.Weight))), 3);
        return score < set.FilterHolds ? this.Pass(score: score)
            : this.Hold("filter", score, [.. evidence.Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).Take(Shown).Select(word => word.Word)]);
    }

    /// <summary>The logarithm of how much likelier the word is in spam; half a reply is added to each side, so that none is certain.</summary>
    public static double Weight(FilterWord word, FilterWord all) => Math.Log((word.Spam + 0.5) / (all.Spam + 1)) - Math.Log((word.Ham + 0.5) / (all.Ham + 1));
}
