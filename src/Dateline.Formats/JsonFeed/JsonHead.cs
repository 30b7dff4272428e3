using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Text;

namespace Dateline.Formats.JsonFeed;

/// <summary>The members of a JSON Feed beside its items.</summary>
internal static class JsonHead
{
    public static FeedHead Read(string key, JsonElement value, FeedSetting setting, FeedHead head)
    {
        string? Address() => Text.Address.Resolve(value.Text(), setting.BaseUri, setting.Head.Repairs);
        switch (key)
        {
            case "title":
                return head with { Title = JsonItem.Line(value.Text()) };
            case "description":
                return head with { Description = value.Text() };
            case "home_page_url":
                return head with { Link = Address() };
            case "feed_url":
                return head with { SelfLink = Address() };
            case "next_url":
                return head with { NextLink = Address() };
            case "icon":
                return head with { Image = Address() };
            case "favicon":
                return head with { Image = head.Image ?? Address() };
            case "language":
                return head with { Language = value.Text() };
            case "expired":
                return head with { Expired = value.ValueKind == JsonValueKind.True };
            case "author" when head.Authors.Count == 0 && JsonItem.Author(value, setting.BaseUri, setting.Head.Repairs) is { } author:
                return head with { Authors = [author] };
            case "authors" when value.ValueKind == JsonValueKind.Array:
                return head with { Authors = [.. value.EnumerateArray().Take(100).Select(a => JsonItem.Author(a, setting.BaseUri, setting.Head.Repairs)).OfType<Author>()] };
            case "hubs" when value.ValueKind == JsonValueKind.Array:
                return head with { HubLinks = [.. value.EnumerateArray().Take(20).Select(h => Text.Address.Resolve(h.Text("url"), setting.BaseUri, setting.Head.Repairs)).OfType<string>()] };
            case DatelineExtension.Name:
                return head with { Rights = value.Text("rights"), Updated = NewsDate.TryRead(value.Text("updated"), out var updated) ? updated : null };
            default:
                return head;
        }
    }
}
