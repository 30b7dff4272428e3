using Dateline.Bench.House;
using Microsoft.Extensions.Primitives;

namespace Dateline.Bench;

/// <summary>A cached story page with 20 replies, beside the same bytes and headers from a constant array in the same process.</summary>
internal static class CachedPages
{
    private const int Connections = 32;
    private const int Rounds = 9;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.5);

    public static async Task Run(string[] _)
    {
        await using var house = await BenchHouse.Open("SQLite", stories: 200, replies: 20);
        var path = (await house.Paths(1))[0];
        foreach (var (name, headers) in new[] { ("identity", ""), ("gzip", "Accept-Encoding: gzip\r\n"), ("brotli", "Accept-Encoding: gzip, deflate, br\r\n") })
        {
            var ask = new Ask(path, headers);
            await Compare(house, name, ask);
            if (name != "gzip") continue;
            using var line = await Line.Open(house.Address);
            var tag = Headers((await line.Read(ask)).Head).First(header => header.Key == "ETag").Value;
            await Compare(house, "304", new Ask(path, $"{headers}If-None-Match: {tag}\r\n", 304));
        }
    }

    private static async Task Compare(BenchHouse house, string name, Ask ask)
    {
        byte[] body;
        List<KeyValuePair<string, StringValues>> headers;
        using (var line = await Line.Open(house.Address))
        {
            var answer = await line.Read(ask);
            (headers, body) = (Headers(answer.Head), answer.Body.ToArray());
        }
        await using var constant = await BareServer.Constant(ask.Status, headers, body);
        var there = new Uri(constant.Urls.First());
        await Load.Repeat(house.Address, ask, Connections, TimeSpan.FromSeconds(3));
        await Load.Repeat(there, ask, Connections, TimeSpan.FromSeconds(3));

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Load.Repeat(house.Address, ask, Connections, Round));
            theirs.Add(await Load.Repeat(there, ask, Connections, Round));
        }
        Report.Line($"{name,-8} {body.Length,6} B: ours {Report.Share(ours, 0.5):0}/s, constant {Report.Share(theirs, 0.5):0}/s, ratio {Report.Share(ours.Zip(theirs, (a, b) => a / b), 0.5):0.00}");
    }

    /// <summary>All that was sent but what Kestrel writes by itself.</summary>
    private static List<KeyValuePair<string, StringValues>> Headers(string head) => [.. head.Split("\r\n").Skip(1).Where(line => line.Length > 0)
        .Select(line => line.Split(": ", 2)).Where(pair => pair[0] is not ("Date" or "Content-Length"))
        .Select(pair => KeyValuePair.Create(pair[0], new StringValues(pair[1])))];
}
