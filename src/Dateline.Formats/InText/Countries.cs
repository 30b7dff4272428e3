using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>Names before a slash that say what a story is about, not who wrote it.</summary>
internal static class Countries
{
    private static readonly FrozenSet<string> Names = (
        "Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Bolivia|Bosnia|Brazil|Britain|Bulgaria|Cambodia|Cameroon|Canada|Chad|Chile|China|Colombia|Congo|Croatia|Cuba|Cyprus|Denmark|Ecuador|Egypt|England|Eritrea|Estonia|Ethiopia|Finland|France|Gabon|Georgia|Germany|Ghana|Greece|Guatemala|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|"
        + "Kazakhstan|Kenya|Korea|North Korea|South Korea|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Libya|Lithuania|Malaysia|Mali|Malta|Mauritania|Mexico|Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|Norway|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia|South Africa|Spain|Sri Lanka|"
        + "Sudan|South Sudan|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Kingdom|United States|USA|Uruguay|Uzbekistan|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe|Gaza|West Bank|Kashmir|Europe|Africa|Asia|America|Middle East|"
        + "Sport|Sports|Football|Cricket|Tennis|Basketball|Politics|Economy|Business|World|Culture|Religion|Islam|Health|Science|Technology|Weather|Women|Society|Local|National|International|Exclusive|Analysis|Opinion|Interview|Report|Infographic|Gallery|Live|Watch|Today|Breaking|Special|Feature").Split('|')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this is a country, a part of the world or a section of a paper.</summary>
    public static bool IsOne(string name) => Names.Contains(name);
}
