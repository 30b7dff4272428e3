using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Foundation.Storage;

/// <summary>What Entity Framework thinks of a query is for us, not for whoever runs the house.</summary>
public class QuietQueriesTests
{
    [Fact]
    public async Task A_query_for_any_so_many_rows_warns_nobody()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.OpenDb();
        await db.Set<ReplyTrace>().Select(trace => new { trace.StoryId, trace.E }).Take(3).ToListAsync();
        Assert.DoesNotContain(house.Log.All, line => line.Contains("OrderBy", StringComparison.Ordinal));
    }
}
