using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>/desk/replies/words: words that make a reply wait, or spam.</summary>
internal static class WordsRoute
{
    public const int MostShown = 300;

    public static Task<IResult> Get(string? q, string? language, string? added, string? known, string? bad, string? removed, Editor editor, DatelineDb db, Register register, CancellationToken cancel) =>
        Page(q, language, "", [], added is not null ? T("Words listed: {0}; listed before: {1}; not to be found in any text: {2}.", Count(added), Count(known), Count(bad)) : removed is not null ? T("Words taken off: {0}.", Count(removed)) : null, editor, db, register, cancel);

    // POST /desk/replies/words
    public static async Task<IResult> Add(FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        var language = Languages(book).FirstOrDefault(one => one == fields["language"]) ?? "";
        var written = await writes.Run((at, stop) => WordChanges.Add(at, fields["words"], language, fields["kind"] == "spam", editor, clock.Now(), stop), cancel);
        return written.Value.Refusal is { } refusal
            ? await Page(null, language, fields["words"], [refusal], null, editor, db, register, cancel)
            : new SeeOther($"/desk/replies/words?language={language}&added={written.Value.Added}&known={written.Value.Known}&bad={written.Value.Unusable}", written.Position, asCookie: true);
    }

    // POST /desk/replies/words/removal
    public static async Task<IResult> Remove(FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var ids = fields.All("word").Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Take(MostShown).ToHashSet();
        var written = await writes.Run((db, stop) => WordChanges.Remove(db, ids, editor, clock.Now(), stop), cancel);
        return new SeeOther($"/desk/replies/words?removed={written.Value}", written.Position, asCookie: true);
    }

    public static IEnumerable<string> Languages(HouseBook book) => book.Editions.Select(edition => ListedWord.MainLanguage(edition.Language)).Distinct();

    private static int Count(string? text) => int.TryParse(text, out var count) ? count : 0;

    private static async Task<IResult> Page(string? q, string? language, string pasted, IReadOnlyList<Refusal> problems, string? flash, Editor editor, DatelineDb db, Register register, CancellationToken cancel)
    {
        var words = db.Set<ListedWord>().AsQueryable();
        if (q is { Length: > 0 and <= ListedWord.Longest }) words = words.Where(word => word.Word.Contains(q));
        if (language is { Length: > 0 and <= 20 }) words = words.Where(word => word.Language == language);
        return new StaffPage<WordsPage>(new()
        {
            [nameof(WordsPage.Editor)] = editor,
            [nameof(WordsPage.Book)] = await register.Book(cancel),
            [nameof(WordsPage.Words)] = await words.OrderBy(word => word.Word).ThenBy(word => word.Id).Take(MostShown).ToListAsync(cancel),
            [nameof(WordsPage.All)] = await db.Set<ListedWord>().CountAsync(cancel),
            [nameof(WordsPage.Query)] = q ?? "",
            [nameof(WordsPage.Language)] = language ?? "",
            [nameof(WordsPage.Pasted)] = pasted,
            [nameof(WordsPage.Problems)] = problems,
            [nameof(WordsPage.Flash)] = flash,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
