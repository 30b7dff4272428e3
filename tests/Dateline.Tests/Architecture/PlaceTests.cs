using Dateline.Stories;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Dateline.Tests.Architecture;

/// <summary>What only some rooms may touch, read from the compiled program.</summary>
public class PlaceTests
{
    private static readonly string[] PublicRooms = ["Dateline.Search.", "Dateline.Delivery.", "Dateline.Site."];
    private static readonly string[] EngineRooms = ["Dateline.Foundation.Storage.", "Dateline.Foundation.Journal.", "Dateline.Search."];
    private static readonly string[] RawSql = ["FromSql", "FromSqlRaw", "FromSqlInterpolated", "SqlQuery", "SqlQueryRaw", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "ExecuteSqlInterpolatedAsync"];
    private static readonly List<(string Owner, MethodReference Called)> Calls = ReadCalls();

    [Fact]
    public void Public_rooms_read_stories_through_the_gate_alone() =>
        Assert.Empty(Calls.Where(call => IsIn(call.Owner, PublicRooms) && ReadsStories(call.Called)).Select(Sentence));

    [Fact]
    public void Words_of_an_engine_stand_in_the_rooms_that_know_engines() =>
        Assert.Empty(Calls.Where(call => !IsIn(call.Owner, EngineRooms) && (call.Called.DeclaringType.FullName.StartsWith("Npgsql", StringComparison.Ordinal)
            || call.Called.DeclaringType.FullName.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal))).Select(Sentence));

    [Fact]
    public void Raw_sql_stands_in_the_rooms_that_know_engines() =>
        Assert.Empty(Calls.Where(call => !IsIn(call.Owner, EngineRooms) && RawSql.Contains(call.Called.Name)).Select(Sentence));

    [Fact]
    public void The_checks_see_what_they_look_for() // they would be worthless if they saw nothing
    {
        Assert.Contains(Calls, call => call.Owner.StartsWith("Dateline.Desk.", StringComparison.Ordinal) && ReadsStories(call.Called));
        Assert.Contains(Calls, call => call.Owner == "Dateline.Stories.PublicGate" && ReadsStories(call.Called));
        Assert.Contains(Calls, call => call.Called.DeclaringType.FullName.StartsWith("Npgsql", StringComparison.Ordinal));
        Assert.Contains(Calls, call => RawSql.Contains(call.Called.Name));
    }

    private static bool ReadsStories(MethodReference called) =>
        called is GenericInstanceMethod { Name: "Set" } set && set.GenericArguments.Any(type => type.FullName == typeof(Story).FullName)
        || (called.Name is "get_Stories" or "LoadStory" && called.DeclaringType.FullName.StartsWith("Dateline.Stories.", StringComparison.Ordinal));

    private static bool IsIn(string owner, string[] rooms) => rooms.Any(room => owner.StartsWith(room, StringComparison.Ordinal));

    private static string Sentence((string Owner, MethodReference Called) call) => $"{call.Owner} calls {call.Called.FullName}";

    private static List<(string, MethodReference)> ReadCalls()
    {
        using var program = ModuleDefinition.ReadModule(typeof(Program).Assembly.Location);
        return [.. program.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(step => step.Operand).OfType<MethodReference>().Select(called => (Outermost(method.DeclaringType).FullName, called)))];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
