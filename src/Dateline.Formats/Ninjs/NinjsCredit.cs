using System.Text.Json;
using Dateline.Formats.Json;
using Dateline.Formats.Modules;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// The credit of a ninjs item. <c>infoSources</c> (2 and 3) is a list with roles, and our writer puts the whole chain
/// there; 1.x and its dialects have members of their own.
/// </summary>
internal static class NinjsCredit
{
    public static void Read(JsonMembers ninjs, WireDraft draft)
    {
        var item = draft.Item;
        var rights = ninjs.Object("rightsInfo");
        var credit = new Credit
        {
            CreditLine = ninjs.Line("creditLine", "credit_line", "credit"),
            Provider = ninjs.Line("provider"),
            Distributor = ninjs.Line("distributor"),
            CopyrightHolder = ninjs.Line("copyrightHolder") ?? rights.Line("copyrightHolder", "holder"),
            CopyrightNotice = Lines(ninjs.Text("copyrightNotice", "copyright")) ?? Lines(rights.Text("copyrightNotice", "copyright")),
            UsageTerms = Lines(ninjs.Text("usageTerms")) ?? Lines(rights.Text("usageTerms", "encodedRights")),
        };
        if (rights.Text("linkedRights") is { } linked) item.AddLink("license", linked);

        var unnamed = new List<(string Name, string? Url)>();
        foreach (var element in ninjs.List("infoSources", "infosource"))
        {
            if (JsonMembers.LineOf(JsonMembers.TextOf(element)) is not { } name) continue;
            var url = element.ValueKind == JsonValueKind.Object ? Address.Resolve(element.Text("uri"), item.BaseUri, item.Repairs) : null;
            switch (RoleOf(element))
            {
                case "source" or "origprov" or "originator" or "origin" or "author" when credit.Source is null:
                    credit = credit with { Source = name == url ? null : name, SourceUrl = url };
                    break;
                case "distributor" or "distrib" or "distributed":
                    credit = credit with { Distributor = credit.Distributor ?? name };
                    break;
                case "provider" or "publisher":
                    credit = credit with { Provider = credit.Provider ?? name };
                    break;
                case "creditline":
                    credit = credit with { CreditLine = credit.CreditLine ?? name };
                    break;
                case "hop":
                    item.AddHop(HopText.Read(element.Text("literal") ?? name));
                    break;
                default:
                    unnamed.Add((name, url));
                    break;
            }
        }

        // Several without a role are in the order of the chain, as "(ats afp)" is.
        if (unnamed.Count > 1) unnamed.ForEach(u => item.AddHop(new Hop(u.Name)));
        if (credit.Source is null && unnamed.Count > 0) credit = credit with { Source = unnamed[0].Name, SourceUrl = unnamed[0].Url };
        item.Credit = credit with { Source = credit.Source ?? ninjs.Line("source", "original_source", "ingest_provider") };
    }

    private static string? RoleOf(JsonElement element)
    {
        var role = element.ValueKind == JsonValueKind.Object ? element.Text("role") : null;
        return role is null ? null : role[(role.LastIndexOfAny([':', '/']) + 1)..].ToLowerInvariant();
    }

    private static string? Lines(string? text) => text is not null && HtmlText.Lines(text, HtmlText.IsMarkup(text)) is { Length: > 0 } lines ? lines : null;
}
