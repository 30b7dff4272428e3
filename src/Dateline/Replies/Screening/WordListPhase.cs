namespace Dateline.Replies.Screening;

/// <summary>The house's own lists of words. The score is how many were found.</summary>
internal sealed class WordListPhase(WordLists lists) : IPhase
{
    private const int Most = 5;

    public string Name => "words";

    public int Version => 3;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        var found = await lists.Find(candidate.Match, candidate.Story.Language, Most, cancel);
        if (found.Count == 0) return this.Pass();
        IReadOnlyList<string> words = [.. found.Select(word => word.Word)];
        return found.Any(word => word.Spam) ? this.Spam("word-spam", found.Count, words) : this.Hold("word", found.Count, words);
    }
}
