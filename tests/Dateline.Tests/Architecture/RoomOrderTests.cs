using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Dateline.Tests.Architecture;

/// <summary>The one architecture rule: the rooms form a list, and a room uses only rooms before it. Read from the compiled program.</summary>
public class RoomOrderTests
{
    private static readonly string[] Rooms =
    [
        "Dateline.Foundation.Languages", "Dateline.Foundation.Storage", "Dateline.Foundation.Journal", "Dateline.Foundation.Fetching", "Dateline.Foundation.Pictures",
        "Dateline.Foundation.Markup", "Dateline.Foundation.Pages",
        "Dateline.People", "Dateline.Stories", "Dateline.Sourcing", "Dateline.Layout", "Dateline.Wire", "Dateline.Desk",
        "Dateline.Replies", "Dateline.Search", "Dateline.Delivery", "Dateline.Site", "Dateline.Operating",
    ];

    private static readonly Dictionary<string, HashSet<string>> Uses = ReadUses();

    public static TheoryData<string> AllRooms => [.. Rooms];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_uses_only_rooms_before_it(string room)
    {
        var wrong = Uses.Where(use => use.Value.Count > 0 && RoomOf(use.Key) == room)
            .SelectMany(use => use.Value.Where(used => RoomOf(used) is { } other && Array.IndexOf(Rooms, other) > Array.IndexOf(Rooms, room))
                .Select(used => $"{use.Key} uses {used}"))
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_type_stands_in_a_room_or_at_the_door()
    {
        var homeless = Uses.Keys.Where(type => type.StartsWith("Dateline.", StringComparison.Ordinal) && RoomOf(type) is null && type.Count(letter => letter == '.') > 1)
            .Order(StringComparer.Ordinal);
        Assert.Empty(homeless);
    }

    [Fact]
    public void The_check_sees_what_code_uses() // it would be worthless if it saw nothing
    {
        Assert.Contains(Uses["Dateline.Stories.Story"], used => used.StartsWith("Dateline.Foundation.Journal.", StringComparison.Ordinal));
        Assert.Contains(Uses["Dateline.Foundation.Journal.JournalCursor"], used => used == "Dateline.Foundation.Storage.DatelineDb");
    }

    private static string? RoomOf(string type) => Rooms.FirstOrDefault(room => type.StartsWith(room + ".", StringComparison.Ordinal));

    private static Dictionary<string, HashSet<string>> ReadUses()
    {
        using var program = ModuleDefinition.ReadModule(typeof(Program).Assembly.Location);
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var type in program.GetTypes())
        {
            var owner = Outermost(type).FullName;
            if (owner.Contains(".Migrations.", StringComparison.Ordinal)) continue;
            if (!uses.TryGetValue(owner, out var used)) uses[owner] = used = new HashSet<string>(StringComparer.Ordinal);
            Add(used, type.BaseType);
            foreach (var implemented in type.Interfaces) Add(used, implemented.InterfaceType);
            foreach (var field in type.Fields) Add(used, field.FieldType);
            foreach (var attribute in type.CustomAttributes) Add(used, attribute.AttributeType);
            foreach (var method in type.Methods) AddMethod(used, method);
        }
        return uses;
    }

    private static void AddMethod(HashSet<string> used, MethodDefinition method)
    {
        Add(used, method.ReturnType);
        foreach (var parameter in method.Parameters) Add(used, parameter.ParameterType);
        if (!method.HasBody) return;
        foreach (var variable in method.Body.Variables) Add(used, variable.VariableType);
        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type: Add(used, type); break;
                case FieldReference field: Add(used, field.DeclaringType); Add(used, field.FieldType); break;
                case MethodReference called:
                    Add(used, called.DeclaringType);
                    Add(used, called.ReturnType);
                    if (called is GenericInstanceMethod generic)
                        foreach (var argument in generic.GenericArguments) Add(used, argument);
                    break;
                default: break;
            }
        }
    }

    private static void Add(HashSet<string> used, TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter: return;
            case GenericInstanceType generic:
                Add(used, generic.ElementType);
                foreach (var argument in generic.GenericArguments) Add(used, argument);
                return;
            case TypeSpecification specification: Add(used, specification.ElementType); return;
            default:
                while (type.DeclaringType is { } outer) type = outer;
                if (type.Scope is ModuleDefinition) used.Add(type.FullName);
                return;
        }
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
