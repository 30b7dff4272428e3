using System.Globalization;
using Dateline.Layout.Languages;
using Dateline.Stories;

namespace Dateline.Replies.Moderation;

/// <summary>A time as the staff read it: by the clock of the first edition.</summary>
internal static class Times
{
    public static string Exact(HouseBook book, DateTimeOffset at) =>
        book.Editions is [var first, ..] ? Wording.Of(DeskWords.Language).DateTime(first, at) : Digits(at.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture));
}
