namespace Dateline.Wire.Groups;

/// <summary>How an item is related to what came before it.</summary>
public enum Relation
{
    /// <summary>The same text; dateline, credit and headline may differ.</summary>
    Exact,

    /// <summary>The same story with a changed text: a newer lead, a correction, something added.</summary>
    Revision,

    /// <summary>One is the other cut.</summary>
    Abridged,

    /// <summary>Another text on the same event, or one that tells of it among other things.</summary>
    SameEvent,
}

/// <summary>What two texts share, background left out; and what that makes of them.</summary>
internal readonly record struct Kinship(Relation Relation, int Shared)
{
    /// <summary>So much of the smaller stands in the larger when it is a cut of it.</summary>
    private const double Contained = 0.72;

    /// <summary>A cut leaves less than this of the text; what is only a little shorter is a revision.</summary>
    private const double CutTo = 0.78;

    /// <summary>Words of a line that a carrier puts under each of its stories.</summary>
    private const int Boilerplate = 20;
    private const double Revised = 0.48;
    private const double PartlyTold = 0.22;

    /// <summary>Where names can't be told from other words: so much of one's text and of its beginning stands in the other.</summary>
    private const double MostlyTold = 0.4;
    private const double MostOfLead = 0.6;

    /// <summary>So much of one's beginning stands in the other when they begin alike.</summary>
    private const double OneLead = 0.3;

    /// <summary>A formula with other names and numbers in it is another story.</summary>
    private const double SameFacts = 0.5;
    private const int FewFacts = 4;

    /// <summary>Null when they have nothing to do with each other.</summary>
    /// <param name="background">The shingles of the newer that stand in many stories, sorted.</param>
    /// <param name="everyday">The facts of the newer that stand in many stories, sorted.</param>
    /// <param name="marked">Both have one headline at one source, and one of them says that it replaces the other.</param>
    public static Kinship? Of(Print newer, Print older, uint[] background, uint[] everyday, bool marked)
    {
        if (newer.Exact == older.Exact) return new(Relation.Exact, int.MaxValue);
        if (newer.Words < Fingerprint.Short || older.Words < Fingerprint.Short) return null;

        var shared = Sorted.Common(newer.Text.Shingles, older.Text.Shingles, background);
        var mine = newer.Text.Shingles.Length - Sorted.Common(newer.Text.Shingles, background, []);
        var theirs = older.Text.Shingles.Length - Sorted.Common(older.Text.Shingles, background, []);
        var (less, more) = (Math.Min(mine, theirs), Math.Max(mine, theirs));
        var contained = less < Fingerprint.Short / 2 ? 0 : (double)shared / less;
        var alike = more == 0 ? 0 : (double)shared / (mine + theirs - shared);
        if (shared == mine && shared == theirs && shared >= Fingerprint.Short / 2 && Math.Abs(newer.Words - older.Words) <= Boilerplate) return new(Relation.Exact, shared);
        var facts = Facts.Of(newer.Text.Facts, older.Text.Facts, everyday);

        if (marked && (contained >= PartlyTold || facts.Share >= SameFacts)) return new(Relation.Revision, shared);
        var tellsLead = Math.Max(Share(newer.Text.Lead, older.Text.Shingles, background), Share(older.Text.Lead, newer.Text.Shingles, background));
        if (tellsLead < OneLead && facts.InLeads < 2) return null; // what they share is further down: background that isn't known as such yet

        if (facts.FewestCertain < FewFacts || facts.Certain >= SameFacts * facts.FewestCertain || facts.Share >= SameFacts)
        {
            if (contained >= Contained && less <= CutTo * more) return new(Relation.Abridged, shared);
            if (alike >= Revised) return new(Relation.Revision, shared);
        }
        if (contained >= PartlyTold && tellsLead >= SameFacts && facts is { Certain: >= 2, Share: >= 0.3 }) return new(Relation.SameEvent, shared);
        if (facts.AreWords && contained >= MostlyTold && tellsLead >= MostOfLead) return new(Relation.SameEvent, shared);
        return facts.TellOneEvent ? new(Relation.SameEvent, shared) : null;
    }

    private static double Share(uint[] lead, uint[] shingles, uint[] background) => lead.Length == 0 ? 0 : (double)Sorted.Common(lead, shingles, background) / lead.Length;
}

/// <summary>The names and numbers that two texts have in common.</summary>
/// <param name="Certain">Those among the shared that are surely names or numbers: a script without capitals doesn't tell.</param>
/// <param name="AreWords">Of a script without capitals: most of the newer's may be names, and few are.</param>
/// <param name="Everyday">The share of the newer's that stand in many stories.</param>
internal readonly record struct Facts(int Shared, int Fewest, int InLeads, int Certain, int FewestCertain, bool AreWords, double Everyday)
{
    private const uint InLead = 1;
    private const uint IsCertain = 2;

    /// <summary>Words say something when the everyday ones among them are known, and until a few hundred texts of the language are there they aren't.</summary>
    private const double KnownWords = 0.45;

    /// <summary>So many of the numbers of the one that has fewer of them.</summary>
    private const double MostNumbers = 0.6;

    /// <summary>Two numbers alone may be anybody's; some of the words must stand in both.</summary>
    private const double AnyWords = 0.15;

    /// <summary>So many names are one event's, whatever else the two tell.</summary>
    private const int Many = 7;

    public double Share => Fewest == 0 ? 0 : (double)Shared / Fewest;

    public bool TellOneEvent => AreWords ? NumbersTell || (Everyday >= KnownWords && (NamesTell || RareWordsTell)) : NamesTell;

    private bool NumbersTell => Certain >= 2 && Certain >= MostNumbers * FewestCertain && (Certain >= 3 || Share >= AnyWords);

    private bool RareWordsTell => Shared >= 4 && Share >= 0.55;

    /// <summary>Enough of them, and not all at the end, where the background stands; few must be most of what one of the two names, since two stories of one place share its names.</summary>
    private bool NamesTell =>
        (InLeads >= 1 && (Certain >= Many || (Certain >= 5 && Share >= 0.25) || (Certain >= 4 && Share >= 0.34)))
        || (InLeads >= 2 && ((Certain >= 2 && Shared >= 4 && Share >= 0.34) || (FewestCertain < 4 && Certain >= 1 && Shared >= 5 && Share >= 0.3)));

    public static uint Bits(ulong hash, bool certain, bool inLead) => ((uint)hash & ~3u) | (certain ? IsCertain : 0) | (inLead ? InLead : 0);

    public static uint Bare(uint bits) => bits & ~3u;

    public static Facts Of(uint[] a, uint[] b, uint[] everyday)
    {
        int i = 0, j = 0, shared = 0, inA = 0, inB = 0, certain = 0;
        var (mine, mineCertain) = Count(a, everyday);
        var (theirs, theirsCertain) = Count(b, everyday);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (Bare(a[i]), Bare(b[j]));
            if (x == y)
            {
                if (Array.BinarySearch(everyday, x) < 0)
                {
                    shared++;
                    if ((a[i] & InLead) != 0) inA++;
                    if ((b[j] & InLead) != 0) inB++;
                    if ((a[i] & b[j] & IsCertain) != 0) certain++;
                }
                i++;
                j++;
            }
            else if (x < y) i++;
            else j++;
        }
        return new(shared, Math.Min(mine, theirs), Math.Min(inA, inB), certain, Math.Min(mineCertain, theirsCertain),
            AreWords: a.Count(fact => (fact & IsCertain) == 0) * 2 > a.Length, Everyday: a.Length == 0 ? 0 : 1 - ((double)mine / a.Length));
    }

    private static (int All, int Certain) Count(uint[] facts, uint[] everyday)
    {
        var (all, certain) = (0, 0);
        foreach (var fact in facts)
        {
            if (Array.BinarySearch(everyday, Bare(fact)) >= 0) continue;
            all++;
            if ((fact & IsCertain) != 0) certain++;
        }
        return (all, certain);
    }
}

/// <summary>Sorted numbers, each once.</summary>
internal static class Sorted
{
    public static uint[] Distinct(uint[] values)
    {
        Array.Sort(values);
        var kept = 0;
        for (var i = 0; i < values.Length; i++)
            if (i == 0 || values[i] != values[i - 1]) values[kept++] = values[i];
        return kept == values.Length ? values : values[..kept];
    }

    /// <summary>How many are in both, those apart that are in <paramref name="without"/>.</summary>
    public static int Common(uint[] a, uint[] b, uint[] without)
    {
        int i = 0, j = 0, common = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                if (without.Length == 0 || Array.BinarySearch(without, a[i]) < 0) common++;
                i++;
                j++;
            }
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return common;
    }
}
