using System.Text.RegularExpressions;
using Dateline.Formats.InText;

namespace Dateline.Formats.Mail;

/// <summary>What stands in brackets before a subject: a mailing list's name, a guard's warning, or what the sender says of the story.</summary>
internal static partial class SubjectTag
{
#pragma warning disable MA0009 // at most 60 characters are looked at
    // Set by those who carry the letter, and by those who call it what it is.
    [GeneratedRegex(@"^\W*(?:ext|extern(?:al|e|o)?(?: (?:e-?mail|sender|source))?|outside|suspected spam|spam\??|bulk|junk|caution|unverified(?: sender)?|secure|encrypted|signed|(?:ticket|case|id|ref)?\W*#?\d+|(?:press|media|news) release|pressemitteilung|presseinformation|medienmitteilung|presse|communiqué(?: de presse)?|comunicado(?: de (?:prensa|imprensa))?|nota de prensa|comunicato(?: stampa)?|persbericht|pressmeddelande|pressemelding|pressemeddelelse|tiedote|пресс-релиз|بيان صحفي)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Carried { get; }
    // As lists are named: quay-news, Quay-L, wire.
    [GeneratedRegex(@"^(?=.*\p{Ll})(?:[\p{L}\d]+(?:[-_.][\p{L}\d]+)+|[\p{Ll}\d]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ListName { get; }
#pragma warning restore MA0009

    /// <summary>Whether a tag says something of the story, and is read with the headline.</summary>
    /// <param name="tag">What stands between the brackets.</param>
    /// <param name="isList">Whether a mailing list carried the letter: its tag is its name, unless it is a word of the trade.</param>
    /// <param name="isTaken">Whether what the tag says has been taken over.</param>
    public static bool IsKept(string tag, bool isList, bool isTaken) => IsOfTheTrade(tag) || !(isTaken || isList || Carried.IsMatch(tag) || ListName.IsMatch(tag));

    private static bool IsOfTheTrade(string tag) =>
        HandlingLine.Is(tag) || EmbargoWords.MayBe(tag) || HeadlineNotes.IsNotForPrint(tag) || Agencies.IsKnown(tag) || LeadMark.Read($"[{tag}] headline", out _).Count > 0;
}
