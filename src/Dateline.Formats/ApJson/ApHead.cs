using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Text;

namespace Dateline.Formats.ApJson;

/// <summary>What an answer of AP's media API says about itself.</summary>
internal static class ApHead
{
    public static FeedHead Read(string key, JsonElement value, FeedSetting setting)
    {
        var head = setting.Head.Head;
        return key switch
        {
            "next_page" => head with { NextLink = Address.Resolve(value.Text(), setting.BaseUri, setting.Head.Repairs) },
            "updated" => head with { Updated = NewsDate.TryRead(value.Text(), out var updated) ? updated : null },
            _ => head,
        };
    }
}
